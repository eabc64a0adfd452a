/** A name as DANDI takes it. Source: dandischema, NAME_PATTERN. */
const lastFirst = /^([\p{L}\p{N}_\s\-.']+),\s+([\p{L}\p{N}_\s\-.']+)$/u;

/** Characters in an id that DANDI writes as “-” in paths. Source: dandischema, sanitize_value. */
const replaced = /[_*\\/<>:|"'?%@;,.\s]/g;

export const isLastFirst = (name: string): boolean => name.length <= 500 && lastFirst.test(name);

/** “Okafor, Amara” for “Amara Okafor”; null where it is not clear which part is the family name. */
export function suggestLastFirst(name: string): string | null {
  const [first = '', last = '', ...more] = name.trim().split(/\s+/);
  return more.length === 0 && last !== '' && isLastFirst(`${last}, ${first}`) ? `${last}, ${first}` : null;
}

/** The people of a text, which may name several, separated by semicolons, “and” or “&”. */
export const peopleIn = (text: string): string[] =>
  text
    .split(/\s*(?:;|&|\band\b)\s*/i)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The characters of an id that archives replace, each once, and what they make of the id. */
export function replacedInId(id: string): { characters: string[]; becomes: string } {
  const characters = [...new Set(id.match(replaced))];
  return { characters, becomes: id.replaceAll(replaced, '-') };
}
