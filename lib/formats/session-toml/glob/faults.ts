import { PATTERN_LENGTH_MAX } from '../shape';
import { lengthOf } from '../text';
import { braceDepth, expandBraces } from './braces';
import { globTokens, isAnyCharacter, matchesCode, type GlobToken } from './tokens';

/** More alternatives than any session needs; keeps `{a,b}{a,b}…` from exploding. */
const ALTERNATIVES_MAX = 256;
const BRACE_DEPTH_MAX = 8;
const DOT = 0x2e;

/** What can be wrong with a pattern (REQ-003). */
export type PatternFault = {
  code:
    | 'pattern-empty'
    | 'pattern-absolute'
    | 'pattern-escapes'
    | 'pattern-backslash'
    | 'pattern-control-character'
    | 'pattern-unbalanced'
    | 'pattern-too-long'
    | 'pattern-too-complex';
  message: string;
  hint: string | null;
};

/** A pattern taken apart: its alternatives without braces, or everything that is wrong with it. */
export type PatternReading = { faults: PatternFault[]; alternatives: GlobToken[][] };

/** Reads a POSIX glob relative to the session's folder, which it must never be able to leave. */
export function readPattern(pattern: string): PatternReading {
  const faults: PatternFault[] = [];
  const add = (code: PatternFault['code'], message: string, hint: string | null = null) =>
    faults.push({ code, message, hint });

  if (pattern.trim() === '') add('pattern-empty', 'the pattern is empty', 'For example Video/top/*.avi.');
  if (lengthOf(pattern) > PATTERN_LENGTH_MAX) {
    add('pattern-too-long', `the pattern is longer than ${PATTERN_LENGTH_MAX} characters`);
    return { faults, alternatives: [] };
  }
  if (/\p{Cc}/u.test(pattern)) add('pattern-control-character', 'the pattern contains a control character');
  const depth = braceDepth(pattern);
  if (depth === null) add('pattern-unbalanced', 'the pattern has a bracket or brace that is not closed');
  const isFlat = depth !== null && depth <= BRACE_DEPTH_MAX;
  const paths = isFlat ? expandBraces(pattern, ALTERNATIVES_MAX) : null;
  if (depth !== null && paths === null) {
    add('pattern-too-complex', `the braces nest too deep or stand for more than ${ALTERNATIVES_MAX} paths`);
  }
  if ([pattern, ...(paths ?? [])].some(isAbsolute)) {
    add('pattern-absolute', 'the pattern is absolute', 'Write it relative to the session’s folder, as in TTLs/*.txt.');
  }
  const alternatives = (paths ?? []).map(globTokens);
  if (namesParent(pattern) || alternatives.some(climbs)) {
    add('pattern-escapes', 'the pattern leaves the session’s folder with “..”', 'Keep the files below that folder.');
  }
  if (pattern.includes('\\') && !isAbsolute(pattern)) {
    add('pattern-backslash', 'the pattern contains a backslash', `Write ${pattern.replaceAll('\\', '/')}.`);
  }
  return { faults, alternatives: faults.length === 0 ? alternatives : [] };
}

function isAbsolute(path: string): boolean {
  return /^(?:[/~\\]|[A-Za-z]:)/.test(path);
}

/** “..” written out, also as an option of braces or inside brackets, whether or not those are closed. */
function namesParent(pattern: string): boolean {
  return /(?:^|[/\\{,[])\.\.(?:$|[/\\},\]])/.test(pattern);
}

/** True when a segment of the path can only be, or can be spelled as, “..” (as in `.[.]`). */
function climbs(tokens: readonly GlobToken[]): boolean {
  let segment: GlobToken[] = [];
  for (const token of [...tokens, null]) {
    if (token !== null && !matchesCode(token, 0x2f)) {
      segment.push(token);
      continue;
    }
    // `?` matches a dot too, but no expansion of a pattern offers “..” to it.
    if (segment.length === 2 && segment.every((part) => matchesCode(part, DOT) && !isAnyCharacter(part))) return true;
    segment = [];
  }
  return false;
}
