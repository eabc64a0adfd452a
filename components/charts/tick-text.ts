const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const day = 86_400_000;

/** `5 Oct` of a date such as `2026-10-05`. */
export function dayAndMonth(date: string): string {
  const [, month = '1', number = '1'] = date.split('-');
  return `${Number(number)} ${months[Number(month) - 1] ?? ''}`;
}

/** The text of a tick on an axis of time, as fine as the span (milliseconds) that the axis shows. */
export function timeTick(at: Date, span: number): string {
  const month = months[at.getUTCMonth()] ?? '';
  if (span > 1000 * day) return String(at.getUTCFullYear());
  if (span > 150 * day) return at.getUTCMonth() === 0 ? String(at.getUTCFullYear()) : month;
  if (span > 3 * day) return `${at.getUTCDate()} ${month}`;
  return at.toISOString().slice(11, 16);
}

/** A value as charts write it: at most three decimals, with its unit. */
export function withUnit(value: number, unit: string | null): string {
  const text = value.toLocaleString('en', { maximumFractionDigits: 3 });
  return unit ? `${text} ${unit}` : text;
}
