/** A moment on the laboratory's calendar and clock: `2026-11-25` and `143000`. */
export type Stamp = { readonly day: string; readonly time: string };

const days = [
  'YYYY-MM-DD',
  'YYYY_MM_DD',
  'YYYY.MM.DD',
  'YYYYMMDD',
  'DD.MM.YYYY',
  'DD-MM-YYYY',
  'DD_MM_YYYY',
  'DDMMYYYY',
];

/** How days and times are written in names, the most telling first. */
export const stampFormats = {
  day: ['YYYYMMDDhhmmss', 'YYYYMMDDhhmm', ...days, 'YY-MM-DD', 'YY_MM_DD', 'YYMMDD'],
  time: ['hh-mm-ss', 'hh.mm.ss', 'hh:mm:ss', 'hhmmss', 'hh-mm', 'hh.mm', 'hh:mm', 'hhmm'],
  /** Those that are read as a day wherever they stand. */
  written: ['YYYY-MM-DD', 'YYYY_MM_DD', 'YYYY.MM.DD', 'YYYYMMDD'],
} as const satisfies Record<string, readonly string[]>;

const tokens = /YYYY|YY|MM|DD|hh|mm|ss/g;

/** Writes a moment in a format: `YYMMDD` gives `261125`. */
export function renderStamp(format: string, { day, time }: Stamp): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const values: Readonly<Record<string, string>> = {
    YYYY: year,
    YY: year.slice(2),
    MM: month,
    DD: date,
    hh: time.slice(0, 2),
    mm: time.slice(2, 4),
    ss: time.slice(4, 6),
  };
  return format.replace(tokens, (token) => values[token] ?? token);
}

/** A regular expression for any moment in that format. */
export const stampPattern = (format: string): string =>
  format
    .split(/(YYYY|YY|MM|DD|hh|mm|ss)/)
    .map((part) => (/^[A-Za-z]+$/.test(part) ? `\\d{${part.length}}` : RegExp.escape(part)))
    .join('');

const possible: Readonly<Record<string, string>> = {
  YYYY: '(?:19|20)\\d\\d',
  MM: '(?:0[1-9]|1[0-2])',
  DD: '(?:0[1-9]|[12]\\d|3[01])',
};

/** The same for what can be no other number: years of this and the last century, months, days. */
export const digitsIn = (format: string): string =>
  format
    .split(/(YYYY|MM|DD)/)
    .map((part) => possible[part] ?? RegExp.escape(part))
    .join('');

/** An instant on the clock of a zone; null for what is none. */
export function stampOf(instant: unknown, zone: string): Stamp | null {
  const then = typeof instant === 'string' ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(then)) return null;
  // sv-SE writes a moment as ISO 8601 does.
  const written = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    then,
  );
  const [day = '', time = ''] = written.split(' ');
  return { day, time: time.replaceAll(':', '') };
}
