/** Values of records come as `unknown`; these read them without trusting their shape. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textsOf = (value: unknown): string[] => listOf(value).filter((item) => typeof item === 'string');

export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  // Every object has string keys; what they hold stays unknown.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** Ids of links: bare, or of the record put in its place. */
export function idsOf(value: unknown): string[] {
  const items = Array.isArray(value) ? value : value === null || value === undefined ? [] : [value];
  return items
    .map((item) => (typeof item === 'object' && item !== null && 'id' in item ? item.id : item))
    .filter((id) => typeof id === 'string' || typeof id === 'number')
    .map(String);
}

/** An id as records hold it: users and groups have numbers. */
export const toId = (text: string): string | number => (/^\d{1,9}$/.test(text) ? Number(text) : text);
