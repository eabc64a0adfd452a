import 'server-only';

/** How deep objects and lists of a request may be nested; no declared field comes near. */
export const depthMax = 32;

/** Where a text stops being JSON: an offset, with what is wrong there. */
export type JsonFault = { readonly at: number; readonly message: string };

const space = /[ \t\n\r]*/y;
const scalar =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * The first fault of a JSON text, nesting beyond `depthMax` included, or null when there is none. Linear, and without
 * recursion. Unlike the message of JSON.parse it always has a position.
 */
export function jsonFault(text: string): JsonFault | null {
  let at = 0;
  const open: ('{' | '[')[] = [];
  let expected: 'value' | 'value or ]' | 'key' | 'key or }' | 'end of value' = 'value';
  const match = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  for (;;) {
    match(space);
    const next = text[at];
    const inside = open.at(-1);
    if (expected === 'end of value') {
      if (inside === undefined) return next === undefined ? null : { at, message: 'Expected the end of the text.' };
      const closing = inside === '{' ? '}' : ']';
      if (next === ',') expected = inside === '{' ? 'key' : 'value';
      else if (next === closing) open.pop();
      else return { at, message: `Expected “,” or “${closing}”.` };
      at += 1;
    } else if ((expected === 'key or }' && next === '}') || (expected === 'value or ]' && next === ']')) {
      open.pop();
      at += 1;
      expected = 'end of value';
    } else if (expected === 'key' || expected === 'key or }') {
      if (next !== '"' || match(scalar) === null) return { at, message: 'Expected a key in double quotes.' };
      match(space);
      if (text[at] !== ':') return { at, message: 'Expected “:”.' };
      at += 1;
      expected = 'value';
    } else if (next === '{' || next === '[') {
      if (open.length >= depthMax) return { at, message: `Nested deeper than ${depthMax} levels.` };
      open.push(next);
      at += 1;
      expected = next === '{' ? 'key or }' : 'value or ]';
    } else if (match(scalar) !== null) expected = 'end of value';
    else return { at, message: next === undefined ? 'The text ends too early.' : 'Expected a value.' };
  }
}
