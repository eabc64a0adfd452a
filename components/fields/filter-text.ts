/** How filters are written in the address of a list. Pure. */

export const emptyText = 'is:empty';
export const setText = 'is:set';

/** Several values: `M,F`. A comma within a value has a backslash before it. */
export const splitValues = (text: string): string[] =>
  text
    .split(/(?<!\\),/)
    .map((value) => value.replaceAll('\\,', ','))
    .filter(Boolean);

export const joinValues = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll(',', '\\,')).join(',');

/** From and to, both included; null is open. */
export type Range = { readonly from: string | null; readonly to: string | null };

/** `20..30`, `20..`, `..30`; a single value is the range that holds it alone. Null for nothing. */
export function parseRange(text: string): Range | null {
  const [from = '', to] = text.split('..').map((part) => part.trim());
  if (to === undefined) return from ? { from, to: from } : null;
  return from || to ? { from: from || null, to: to || null } : null;
}

/** A range as the address has it; null for one that is open on both sides. */
export function writeRange({ from, to }: Range): string | null {
  if (from === null && to === null) return null;
  return from === to && from !== null ? from : `${from ?? ''}..${to ?? ''}`;
}

/** A range in words: "20 to 30 g", "from 2026-01-01", "up to 30 g". */
export function describeRange(text: string, unit = ''): string {
  const range = parseRange(text);
  if (!range) return text;
  const { from, to } = range;
  const after = unit ? ` ${unit}` : '';
  if (from === null) return `up to ${to}${after}`;
  if (to === null) return `from ${from}${after} on`;
  return from === to ? `${from}${after}` : `${from} to ${to}${after}`;
}

/** Values in words: "Male or Female". */
export const describeValues = (text: string, labelOf: (value: string) => string): string =>
  splitValues(text).map(labelOf).join(' or ');

/** The condition of a range between values that the server compares as they are. */
export const rangeConditions = (name: string, { from, to }: Range) => [
  ...(from === null ? [] : [{ path: [name], operator: 'gte' as const, values: [from] }]),
  ...(to === null ? [] : [{ path: [name], operator: 'lte' as const, values: [to] }]),
];
