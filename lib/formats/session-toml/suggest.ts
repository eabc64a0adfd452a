const LENGTH_MAX = 64;
const CANDIDATES_MAX = 64;

/** The candidate nearest to `text` by spelling, if it is near enough to be what was meant; else null. */
export function suggest(text: string, candidates: Iterable<string>): string | null {
  if (text === '' || text.length > LENGTH_MAX) return null;
  const wanted = text.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(text.length / 3)) + 1;
  let seen = 0;
  for (const candidate of candidates) {
    if (++seen > CANDIDATES_MAX) break;
    if (candidate.length > LENGTH_MAX || Math.abs(candidate.length - text.length) >= bestDistance) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** “Did you mean …?”, or null. */
export function didYouMean(text: string, candidates: Iterable<string>): string | null {
  const found = suggest(text, candidates);
  return found === null ? null : `Did you mean “${found}”?`;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
