import type { GlobToken, Ranges } from './tokens';

const SLASH: Ranges = [[0x2f, 0x2f]];
const OTHER: Ranges = [
  [0, 0x2e],
  [0x30, 0x10ffff],
];
const ANY: Ranges = [[0, 0x10ffff]];

/** How many steps the search may still take; shared by all the comparisons of one check. */
export type Budget = { steps: number };

/**
 * True when one path can match both patterns, false when none can, null when the budget ran out. Walks both patterns
 * at once: a state is a place in each, and whether the path so far ends at a folder.
 */
export function canOverlap(a: readonly GlobToken[], b: readonly GlobToken[], budget: Budget): boolean | null {
  const width = b.length + 1;
  const seen = new Set<number>();
  const queue: [number, number, boolean][] = [[0, 0, true]];
  for (let state = queue.pop(); state; state = queue.pop()) {
    const [i, j, atFolder] = state;
    const key = (i * width + j) * 2 + (atFolder ? 1 : 0);
    if (seen.has(key)) continue;
    seen.add(key);
    if (i === a.length && j === b.length) return true;
    if (--budget.steps < 0) return null;
    const left = a[i];
    const right = b[j];
    if (left && canSkip(left, atFolder)) queue.push([i + 1, j, atFolder]);
    if (right && canSkip(right, atFolder)) queue.push([i, j + 1, atFolder]);
    if (!left || !right) continue;
    const leftTakes = taken(left);
    const rightTakes = taken(right);
    const nextLeft = left.kind === 'one' ? i + 1 : i;
    const nextRight = right.kind === 'one' ? j + 1 : j;
    if (meets(leftTakes, rightTakes, SLASH)) queue.push([nextLeft, nextRight, true]);
    if (meets(leftTakes, rightTakes, OTHER)) queue.push([nextLeft, nextRight, false]);
  }
  return false;
}

/** A run may end anywhere, a run of folders only after a `/`. */
function canSkip(token: GlobToken, atFolder: boolean): boolean {
  return token.kind === 'star' || token.kind === 'anything' || (token.kind === 'folders' && atFolder);
}

function taken(token: GlobToken): Ranges {
  if (token.kind === 'one') return token.ranges;
  return token.kind === 'star' ? OTHER : ANY;
}

function meets(a: Ranges, b: Ranges, c: Ranges): boolean {
  return a.some(([a0, a1]) => b.some(([b0, b1]) => c.some(([c0, c1]) => Math.max(a0, b0, c0) <= Math.min(a1, b1, c1))));
}
