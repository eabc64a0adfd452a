import { bracketEnd } from './braces';

/** Characters as code point ranges, both ends included. */
export type Ranges = readonly (readonly [number, number])[];

/**
 * One step of a pattern without braces: one character, any run without `/` (`*`), any run of whole folders (a segment
 * `**` before a `/`), or anything at all (a last segment `**`).
 */
export type GlobToken = { kind: 'one'; ranges: Ranges } | { kind: 'star' | 'folders' | 'anything' };

const SLASH = 0x2f;
const LAST = 0x10ffff;
const NOT_SLASH: Ranges = [
  [0, SLASH - 1],
  [SLASH + 1, LAST],
];
const CLASSES: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: '0-9a-zA-Z',
  lower: 'a-z',
  upper: 'A-Z',
  xdigit: '0-9a-fA-F',
  space: '\t-\r ',
  blank: '\t ',
  punct: '!-.:-@[-`{-~',
};

/** Takes a balanced pattern without braces apart. */
export function globTokens(pattern: string): GlobToken[] {
  const tokens: GlobToken[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern.charAt(at);
    const startsSegment = at === 0 || pattern[at - 1] === '/';
    if (startsSegment && pattern.startsWith('**/', at)) {
      tokens.push({ kind: 'folders' });
      at += 2;
    } else if (startsSegment && pattern.slice(at) === '**') {
      tokens.push({ kind: 'anything' });
      at += 1;
    } else if (char === '*') tokens.push({ kind: 'star' });
    else if (char === '?') tokens.push({ kind: 'one', ranges: NOT_SLASH });
    else if (char === '[') {
      const end = bracketEnd(pattern, at);
      tokens.push({ kind: 'one', ranges: bracketRanges(pattern.slice(at + 1, end)) });
      at = end;
    } else {
      const code = pattern.codePointAt(at) ?? 0;
      tokens.push({ kind: 'one', ranges: [[code, code]] });
      if (code > 0xffff) at += 1;
    }
  }
  return tokens;
}

function bracketRanges(body: string): Ranges {
  const isNegated = body.startsWith('!') || body.startsWith('^');
  const listed = body
    .slice(isNegated ? 1 : 0)
    .replaceAll(/\[:(\w+):\]/g, (_, name: string) => CLASSES[name] ?? '\0-\u{10ffff}');
  const points = Array.from(listed, (char) => char.codePointAt(0) ?? 0);
  const ranges: [number, number][] = [];
  for (let at = 0; at < points.length; at += 1) {
    const first = points[at] ?? 0;
    const last = points[at + 1] === 0x2d ? points[at + 2] : undefined;
    ranges.push([first, last ?? first]);
    if (last !== undefined) at += 2;
  }
  return withoutSlash(isNegated ? complement(ranges) : ranges);
}

function complement(ranges: readonly [number, number][]): [number, number][] {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    if (first > next) gaps.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (next <= LAST) gaps.push([next, LAST]);
  return gaps;
}

function withoutSlash(ranges: readonly [number, number][]): Ranges {
  return ranges.flatMap(([first, last]): [number, number][] => {
    if (first > SLASH || last < SLASH) return [[first, last]];
    const parts: [number, number][] = [
      [first, SLASH - 1],
      [SLASH + 1, last],
    ];
    return parts.filter(([from, to]) => from <= to);
  });
}

/** True when one token stands for exactly this character. */
export function matchesCode(token: GlobToken, code: number): boolean {
  return token.kind === 'one' && token.ranges.some(([first, last]) => first <= code && code <= last);
}

/** True for `?`, which stands for any character of a name. */
export function isAnyCharacter(token: GlobToken): boolean {
  return token.kind === 'one' && token.ranges === NOT_SLASH;
}
