/** True when the day exists in the Gregorian calendar. Year 0 to 9999, month and day from 1. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}

/**
 * A `session.date` taken apart: `wall` is its date and time in milliseconds as if it were UTC (midnight for a plain
 * date), `offset` its distance from UTC in minutes, null where the text names none.
 */
export type SessionDate = { wall: number; offset: number | null };

/** Years whose instants stay within four digits in every time zone. */
const YEAR_MIN = 1000;
const YEAR_MAX = 9998;

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Reads `YYYY-MM-DD` or an ISO 8601 date-time in the extended format; null for anything else. Cuts below 1 ms. */
export function parseSessionDate(text: string): SessionDate | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const part = (index: number) => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  if (
    year < YEAR_MIN ||
    year > YEAR_MAX ||
    !isCalendarDate(year, month, day) ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  )
    return null;
  const offset = parseOffset(match[8]);
  if (offset === undefined) return null;
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const wall = new Date(0);
  wall.setUTCFullYear(year, month - 1, day);
  wall.setUTCHours(hour, minute, second, milliseconds);
  return { wall: wall.getTime(), offset };
}

/** Minutes east of UTC; null for no offset, undefined for one that cannot be. */
function parseOffset(text: string | undefined): number | null | undefined {
  if (text === undefined) return null;
  if (text === 'Z') return 0;
  const hours = Number(text.slice(1, 3));
  const minutes = Number(text.slice(3).replace(':', ''));
  if (hours > 23 || minutes > 59) return undefined;
  return (hours * 60 + minutes) * (text.startsWith('-') ? -1 : 1);
}

/** The ISO 8601 spelling that was probably meant, for a hint; null if there is none. */
export function suggestDate(text: string): string | null {
  const trimmed = text.trim();
  const candidates = [
    trimmed.replace(/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, (_, y: string, m: string, d: string) =>
      [y, m.padStart(2, '0'), d.padStart(2, '0')].join('-'),
    ),
    trimmed.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
    trimmed.replace(/^(\d{4}-\d\d-\d\d)[ _t]+(\d)/, '$1T$2').replace(/ ?z$/i, 'Z'),
  ];
  return candidates.find((candidate) => parseSessionDate(candidate) !== null) ?? null;
}
