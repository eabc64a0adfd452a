import { writeDuration } from '@/components/ui/duration';

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
  100,
  200,
  500,
  1000,
  2000,
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

/** Round times between two, at most seven; `left` is where they lie, as a fraction. */
export function ticksBetween(from: number, to: number, most = ticksMax): Timeline['ticks'] {
  const span = to - from;
  const step = steps.find((one) => span / one <= most) ?? Math.ceil(span / most);
  const ticks: { at: number; left: number }[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) ticks.push({ at, left: (at - from) / span });
  return ticks;
}

/** `h:mm`, or `h:mm:ss` where the ticks are closer than a minute. */
export function writeTick(at: number): string {
  const [hours = '', minutes = '', seconds = ''] = writeDuration(at).split(':');
  return seconds === '00' ? `${Number(hours)}:${minutes}` : `${Number(hours)}:${minutes}:${seconds}`;
}

/** Places stretches along one axis from the onset to the last end; null when there is no time to show. */
export function layOut(stretches: readonly Stretch[]): Timeline | null {
  const from = Math.min(0, ...stretches.map(({ start }) => start));
  const to = Math.max(...stretches.map(({ end }) => end), from);
  const span = to - from;
  if (stretches.length === 0 || span <= 0) return null;
  const { lanes, placed } = placeWithin(stretches, from, to);
  return { from, to, lanes, placed, ticks: ticksBetween(from, to) };
}

/** Gives each stretch its lane and its place between two times, which it may exceed. */
export function placeWithin(
  stretches: readonly Stretch[],
  from: number,
  to: number,
): { lanes: number; placed: readonly Placed[] } {
  const span = to - from;
  const ends: number[] = [];
  const placed = stretches
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((stretch) => {
      const free = ends.findIndex((end) => end <= stretch.start);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = stretch.end;
      return { ...stretch, lane, left: (stretch.start - from) / span, width: (stretch.end - stretch.start) / span };
    });
  return { lanes: ends.length, placed };
}
