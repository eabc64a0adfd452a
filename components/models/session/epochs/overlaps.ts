import type { Stretch } from '../timeline-layout';
import { writeDuration } from '@/components/ui/duration';

/** Two epochs at the same time, or nothing between two. */
export type Overlap = { readonly from: number; readonly to: number; readonly first: Stretch; readonly second: Stretch };
export type Gap = { readonly from: number; readonly to: number; readonly before: Stretch; readonly after: Stretch };

/** Each pair of epochs that share some time. */
export function overlapsOf(stretches: readonly Stretch[]): Overlap[] {
  const sorted = stretches.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return sorted.flatMap((first, index) =>
    sorted.slice(index + 1).flatMap((second) => {
      const [from, to] = [second.start, Math.min(first.end, second.end)];
      return to > from ? [{ from, to, first, second }] : [];
    }),
  );
}

/** Time between the first and the last epoch that none of them covers. */
export function gapsOf(stretches: readonly Stretch[]): Gap[] {
  const gaps: Gap[] = [];
  let latest: Stretch | null = null;
  for (const one of stretches.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (latest && one.start > latest.end) gaps.push({ from: latest.end, to: one.start, before: latest, after: one });
    if (!latest || one.end > latest.end) latest = one;
  }
  return gaps;
}

/** What is said of one epoch: with what it overlaps, and the gap before it. */
export function remarksOn(id: string, overlaps: readonly Overlap[], gaps: readonly Gap[]): string[] {
  const shared = overlaps.flatMap(({ first, second, from, to }) => {
    const other = first.id === id ? second : second.id === id ? first : null;
    return other ? [`Overlaps ${other.name} for ${writeDuration(to - from)}`] : [];
  });
  const gap = gaps.find(({ after }) => after.id === id);
  return gap ? [...shared, `Gap of ${writeDuration(gap.to - gap.from)} after ${gap.before.name}`] : shared;
}
