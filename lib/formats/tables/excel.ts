import { formatClock } from '@/lib/declare/time';

const dayMilliseconds = 86_400_000;
/** Day 0 of Excel's calendar. Times without a date are fractions of it. */
const excelEpoch = Date.UTC(1899, 11, 30);
/** What lies before is no date that a laboratory writes, but a length of time. */
const firstDate = Date.UTC(1901, 0, 1);

/**
 * A cell of a workbook as the text of a CSV cell. Dates come without a zone, so they stay naive: `2026-03-14`,
 * `2026-03-14 09:30:00`; times without a date become `HH:MM:SS`. Null is "".
 */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value.getTime());
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return String(value);
}

function dateText(instant: number): string {
  // Days are kept as fractions, so that seconds come out a little off.
  const rounded = Math.round(instant / 1000) * 1000;
  if (rounded < firstDate) return formatClock(rounded - excelEpoch);
  const [day = '', time = ''] = new Date(rounded).toISOString().split('T');
  return rounded % dayMilliseconds === 0 ? day : `${day} ${time.slice(0, 8)}`;
}
