/** The index of the `]` that closes the bracket at `open`, or -1. A bracket never spans a `/`. */
export function bracketEnd(pattern: string, open: number): number {
  let at = open + 1;
  if (pattern[at] === '!' || pattern[at] === '^') at += 1;
  if (pattern[at] === ']') at += 1;
  for (; at < pattern.length && pattern[at] !== '/'; at += 1) {
    if (pattern[at] === ']') return at;
    if (pattern.startsWith('[:', at)) {
      const named = pattern.indexOf(':]', at + 2);
      if (named >= 0 && !pattern.slice(at, named).includes('/')) at = named + 1;
    }
  }
  return -1;
}

/** How deep the braces of the pattern nest; null when a bracket or brace is not closed. */
export function braceDepth(pattern: string): number | null {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at];
    if (char === ']') return null;
    if (char === '[') at = bracketEnd(pattern, at);
    if (char === '[' && at < 0) return null;
    if (char === '{') deepest = Math.max(deepest, (depth += 1));
    if (char === '}') depth -= 1;
    if (depth < 0) return null;
  }
  return depth === 0 ? deepest : null;
}

/** The paths that the braces of a balanced pattern stand for; null when there are more than `max`. */
export function expandBraces(pattern: string, max: number): string[] | null {
  const group = firstGroup(pattern);
  if (group === null) return [pattern];
  const rest = expandBraces(pattern.slice(group.end + 1), max);
  if (rest === null) return null;
  const middles: string[] = [];
  for (const option of group.options) {
    const expanded = expandBraces(option, max);
    if (expanded === null || (middles.length + expanded.length) * rest.length > max) return null;
    // Braces around a single option mean themselves.
    middles.push(...(group.options.length > 1 ? expanded : expanded.map((text) => `{${text}}`)));
  }
  const head = pattern.slice(0, group.start);
  return middles.flatMap((middle) => rest.map((tail) => head + middle + tail));
}

function firstGroup(pattern: string): { start: number; end: number; options: string[] } | null {
  const options: string[] = [];
  let start = -1;
  let from = 0;
  let depth = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at];
    if (char === '[') at = Math.max(at, bracketEnd(pattern, at));
    else if (char === '{' && depth++ === 0) [start, from] = [at, at + 1];
    else if (char === ',' && depth === 1) {
      options.push(pattern.slice(from, at));
      from = at + 1;
    } else if (char === '}' && --depth === 0) {
      options.push(pattern.slice(from, at));
      return { start, end: at, options };
    }
  }
  return null;
}
