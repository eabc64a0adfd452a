/**
 * Wall clock times in an IANA zone, and the instants they stand for. Pure; from Intl alone.
 */

/** A date and time as a clock on the wall shows it. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      era: 'short',
    });
    formats.set(zone, format);
  }
  return format;
}

/** What clocks of `zone` show at an instant (milliseconds since 1970 UTC). */
export function wallTimeAt(instant: number, zone: string): WallTime {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of formatOf(zone).formatToParts(instant)) parts[part.type] = part.value;
  const year = Number(parts.year);
  return {
    year: parts.era === 'BC' || parts.era === 'B' ? 1 - year : year,
    month: Number(parts.month),
    day: Number(parts.day),
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
    millisecond: ((instant % 1000) + 1000) % 1000,
  };
}

function asUtc(wall: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  date.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond);
  return date.getTime();
}

/** Offset of `zone` from UTC at an instant, in milliseconds; positive east of Greenwich. */
export function offsetAt(instant: number, zone: string): number {
  return asUtc(wallTimeAt(instant, zone)) - instant;
}

/**
 * The instant at which clocks of `zone` show `wall`, in milliseconds. Null when they never do (clocks were put forward over
 * it). When they do twice (clocks were put back), the first.
 */
export function instantOf(wall: WallTime, zone: string): number | null {
  const utc = asUtc(wall);
  const day = 86_400_000;
  const candidates = [utc - offsetAt(utc - day, zone), utc - offsetAt(utc + day, zone)].toSorted((a, b) => a - b);
  return candidates.find((instant) => asUtc(wallTimeAt(instant, zone)) === utc) ?? null;
}

/** Whether such a date and time exists in the calendar at all (no 30 February, no 25 o'clock). */
export function isRealWallTime(wall: WallTime): boolean {
  const date = new Date(asUtc(wall));
  return (
    date.getUTCFullYear() === wall.year &&
    date.getUTCMonth() + 1 === wall.month &&
    date.getUTCDate() === wall.day &&
    date.getUTCHours() === wall.hour &&
    date.getUTCMinutes() === wall.minute &&
    date.getUTCSeconds() === wall.second
  );
}

const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/** `2026-11-20` */
export function writeDate(wall: WallTime): string {
  return `${pad(wall.year, 4)}-${pad(wall.month)}-${pad(wall.day)}`;
}

/** `14:30`, with seconds and milliseconds only where they are not zero. */
export function writeTime(wall: WallTime): string {
  const tail = wall.millisecond
    ? `:${pad(wall.second)}.${pad(wall.millisecond, 3)}`
    : wall.second
      ? `:${pad(wall.second)}`
      : '';
  return `${pad(wall.hour)}:${pad(wall.minute)}${tail}`;
}

/** `2026-11-20 14:30` as shown in `zone`. */
export function writeInstant(instant: number, zone: string): string {
  const wall = wallTimeAt(instant, zone);
  return `${writeDate(wall)} ${writeTime(wall)}`;
}

/** `UTC+01:00`, `UTC` for none. */
export function writeOffset(offset: number): string {
  if (offset === 0) return 'UTC';
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return `UTC${offset < 0 ? '−' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
