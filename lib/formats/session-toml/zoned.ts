import type { SessionDate } from './calendar';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(zone, formatter);
  return formatter;
}

/** How far an IANA zone is ahead of UTC at an instant, both in milliseconds. Throws RangeError for an unknown zone. */
export function zoneOffset(instant: number, zone: string): number {
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant of a session date, in milliseconds since 1970. A date without an offset is read in `zone`: an hour that
 * happens twice is the first of the two, one that is skipped moves forward by the gap, a plain date is its midnight.
 */
export function instantOf({ wall, offset }: SessionDate, zone: string): number {
  if (offset !== null) return wall - offset * MINUTE;
  const before = zoneOffset(wall - DAY, zone);
  const after = zoneOffset(wall + DAY, zone);
  const fits = [before, after].find((candidate) => zoneOffset(wall - candidate, zone) === candidate);
  return wall - (fits ?? before);
}

/** An instant as an ISO 8601 date-time with the offset that `zone` had then; milliseconds only where there are some. */
export function isoInZone(instant: number, zone: string): string {
  const offset = zoneOffset(instant, zone);
  const iso = (at: number) => new Date(at).toISOString().replace(/(?:\.000)?Z$/, '');
  // Local mean times of the 19th century have offsets with seconds, which ISO 8601 cannot write.
  if (offset % MINUTE !== 0) return `${iso(instant)}Z`;
  const minutes = Math.abs(offset) / MINUTE;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${iso(instant + offset)}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
