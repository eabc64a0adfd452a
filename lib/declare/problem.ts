/** One thing wrong with input. `path` is the field, with nested keys: `details.duration.unit`, `cameras[1].id`. */
export type Problem = { readonly path: string; readonly code: string; readonly message: string };

/** The wire form of problems: field → messages, nested keys joined with dots. */
export function problemsByField(problems: readonly Problem[]): Record<string, string[]> {
  // A path may be a key that somebody sent, such as `constructor`.
  const byField = new Map<string, string[]>();
  for (const { path, message } of problems) byField.set(path, [...(byField.get(path) ?? []), message]);
  return Object.fromEntries(byField);
}

/** What was found, for messages: `a number (12)`, `the text "abc"`, `nothing`. Long values are cut. */
export function describe(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return `the text “${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `${value}`;
  return 'an object';
}

/** `a session`, `an epoch`; all labels that begin with u are spoken with a y. */
export const withArticle = (label: string): string => `${/^[aeio]/i.test(label) ? 'an' : 'a'} ${label.toLowerCase()}`;

/** `A session`, `An epoch`, to begin a sentence with. */
export const sentenceSubject = (label: string): string => withArticle(label).replace(/^a/, 'A');

/** The known word nearest to `word` (edit distance at most a third of its length), or null. */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.ceil(word.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit || a.length > 200) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[b.length] ?? limit;
}
