// Kept on globalThis because Next evaluates this module once per bundle, and a laboratory has one zone.
const holder = globalThis as typeof globalThis & { sulcusZone?: string };

/** Sets the IANA zone in which times without a zone are read; called once when the environment is parsed. */
export function setLaboratoryZone(zone: string): void {
  holder.sulcusZone = zone;
}

/** The laboratory's IANA zone. */
export function getLaboratoryZone(): string {
  return holder.sulcusZone ?? 'UTC';
}

const written =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * An ISO 8601 date or date-time as an instant in UTC with milliseconds, or null when it is none.
 * Without an offset it is read in `zone`; a date alone is midnight there.
 */
export function parseInstant(value: string, zone: string = getLaboratoryZone()): string | null {
  const parts = written.exec(value.trim());
  if (!parts) return null;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', offset] = parts;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const asUtc = new Date(local);
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString() !== local || year === '0000') return null;
  if (offset === undefined) return isoOf(inZone(asUtc.getTime(), zone));
  if (offset.toUpperCase() === 'Z') return local;
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  if (minutes > 18 * 60 || Number(digits.slice(2)) > 59) return null;
  return isoOf(asUtc.getTime() - (offset.startsWith('-') ? -minutes : minutes) * 60_000);
}

/** In the form that every reader takes: years of four digits, from 0001. An offset can lead out of them. */
function isoOf(instant: number): string | null {
  const iso = new Date(instant).toISOString();
  return /^(?!0000)\d{4}-/.test(iso) ? iso : null;
}

/** Whether the text names a time of day but no zone, so that the reader should be told which one was taken. */
export function isNaive(value: string): boolean {
  const parts = written.exec(value.trim());
  return parts !== null && parts[8] === undefined;
}

/**
 * The instant at which the zone's clocks show a time. When they show it twice (put back) it is the first; when never (put
 * forward over it) it is as much later as they were put forward.
 */
function inZone(wallClock: number, zone: string): number {
  const before = wallClock - zoneOffset(wallClock - dayMilliseconds, zone);
  const after = wallClock - zoneOffset(wallClock + dayMilliseconds, zone);
  const shown = [before, after].filter((instant) => instant + zoneOffset(instant, zone) === wallClock);
  return shown.length > 0 ? Math.min(...shown) : before;
}

const dayMilliseconds = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
function zoneOffset(instant: number, zone: string): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
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
  }
  const part = Object.fromEntries(formatter.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  // Date.UTC would take the years before 100 for those of the 20th century.
  const shown = new Date(Date.UTC(2000, month - 1, day, hour, minute, second)).setUTCFullYear(year, month - 1, day);
  return shown - Math.floor(instant / 1000) * 1000;
}

/** An ISO instant as clocks of the zone show it: `2026-03-14 09:30`, with seconds and milliseconds only where they are not zero. */
export function writeInstantIn(iso: string, zone: string): string {
  const instant = Date.parse(iso);
  const [day = '', time = ''] = new Date(instant + zoneOffset(instant, zone)).toISOString().split('T');
  return `${day} ${time.replace('Z', '').replace(/(:00)?\.000$/, '')}`;
}

/** `HH:MM:SS(.mmm)`, `MM:SS` or an ISO 8601 duration of days and smaller as milliseconds, or null. */
export function parseDuration(value: string): number | null {
  const text = value.trim();
  const clock = /^(-)?(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3})\d*)?$/.exec(text);
  if (clock) {
    const [, sign, hours = '0', minutes = '0', seconds = '0', fraction = ''] = clock;
    if (Number(minutes) > 59 || Number(seconds) > 59) return null;
    const total =
      (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
    return sign ? -total : total;
  }
  const iso = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(text);
  if (!iso || /[PT]$/i.test(text)) return null;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = iso;
  const total = Math.round(
    (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000,
  );
  return sign ? -total : total;
}

/** Milliseconds as `HH:MM:SS`, with `.mmm` only where needed. */
export function formatClock(milliseconds: number): string {
  const rest = Math.abs(milliseconds);
  const pad = (value: number, width = 2) => String(value).padStart(width, '0');
  const fraction = rest % 1000 ? `.${pad(rest % 1000, 3)}` : '';
  const sign = milliseconds < 0 ? '-' : '';
  return `${sign}${pad(Math.floor(rest / 3_600_000))}:${pad(Math.floor(rest / 60_000) % 60)}:${pad(Math.floor(rest / 1000) % 60)}${fraction}`;
}
