/** A stretch of a session in milliseconds since its onset. */
export type Stretch = { readonly id: string; readonly name: string; readonly start: number; readonly end: number };
/** A stretch with its place: fractions of the whole width, and a lane so that overlaps do not hide each other. */
export type Placed = Stretch & { readonly left: number; readonly width: number; readonly lane: number };
export type Timeline = {
  readonly from: number;
  readonly to: number;
  readonly lanes: number;
  readonly placed: readonly Placed[];
  readonly ticks: readonly { at: number; left: number }[];
};

const minute = 60_000;
const steps = [
  1000,
  5000,
  10_000,
  30_000,
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  60 * minute,
  120 * minute,
  240 * minute,
  720 * minute,
  1440 * minute,
];
const ticksMax = 6;

/** What is known of a record's times as a stretch; null when it has neither start nor end. */
export function stretchOf(epoch: Readonly<Record<string, unknown>>): Stretch | null {
  const { id, name, start, end } = epoch;
  const from = typeof start === 'number' ? start : typeof end === 'number' ? end : null;
  if (from === null) return null;
  return {
    id: String(id),
    name: String(name ?? ''),
    start: from,
    end: typeof end === 'number' ? Math.max(end, from) : from,
  };
}

/** Places stretches along one axis from the onset to the last end; null when there is no time to show. */
export function layOut(stretches: readonly Stretch[]): Timeline | null {
  const from = Math.min(0, ...stretches.map(({ start }) => start));
  const to = Math.max(...stretches.map(({ end }) => end), from);
  const span = to - from;
  if (stretches.length === 0 || span <= 0) return null;
  const ends: number[] = [];
  const placed = stretches
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((stretch) => {
      const free = ends.findIndex((end) => end <= stretch.start);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = stretch.end;
      return { ...stretch, lane, left: (stretch.start - from) / span, width: (stretch.end - stretch.start) / span };
    });
  const step = steps.find((one) => span / one <= ticksMax) ?? Math.ceil(span / ticksMax);
  const ticks: { at: number; left: number }[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push({ at, left: (at - from) / span });
  return { from, to, lanes: ends.length, placed, ticks };
}
