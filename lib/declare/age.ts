import { getLaboratoryZone } from './time';

const dayMilliseconds = 86_400_000;

/**
 * The age at an instant of who was born on a calendar day (`YYYY-MM-DD`), in whole days as an ISO 8601 duration (`P90D`),
 * as NWB and DANDI take it. Days are those of the laboratory's calendar. Null when either is not given or birth lies later.
 */
export function ageBetween(born: unknown, instant: unknown, zone: string = getLaboratoryZone()): string | null {
  if (typeof born !== 'string' || typeof instant !== 'string') return null;
  const [birth, then] = [Date.parse(`${born}T00:00:00Z`), Date.parse(instant)];
  if (Number.isNaN(birth) || Number.isNaN(then)) return null;
  // en-CA writes a day as ISO 8601 does.
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(then);
  const days = (Date.parse(`${day}T00:00:00Z`) - birth) / dayMilliseconds;
  return days < 0 ? null : `P${days}D`;
}

const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** An age for people: `P180D` as `180 days`. What is no plain ISO 8601 duration stays as it is written. */
export function ageInWords(age: string): string {
  const written = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(age)?.slice(1);
  if (!written) return age;
  const words = Object.values(units).flatMap((unit, index) => {
    const count = Number(written[index] ?? 0);
    return count > 0 ? [`${count} ${count === 1 ? unit : `${unit}s`}`] : [];
  });
  return words.join(' ') || '0 days';
}
