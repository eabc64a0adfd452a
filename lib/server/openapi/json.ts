import 'server-only';

/** An object of the document or of a schema. Plain JSON; the linters of the test say whether it is a right one. */
export type Json = Readonly<Record<string, unknown>>;

/** Leaves out what is undefined. */
export const compact = (object: Json): Json =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

/** Sentences joined to one text; undefined when there are none. */
export function sentences(...parts: readonly (string | false | null | undefined)[]): string | undefined {
  const text = parts.filter(Boolean).join(' ');
  return text === '' ? undefined : text;
}
