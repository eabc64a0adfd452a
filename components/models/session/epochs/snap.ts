import type { Edge, Span } from './span';
import type { ViewWindow } from './view-window';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** Round times, from the finest. */
const roundSteps = [
  1,
  10,
  100,
  second,
  5 * second,
  10 * second,
  30 * second,
  minute,
  5 * minute,
  10 * minute,
  30 * minute,
  hour,
  6 * hour,
];
/** A step is at least so wide on the screen. */
const stepPixelsMin = 8;
/** So near, an edge draws. */
const reachPixels = 8;

export type Snap = {
  /** Times of other epochs' ends. */
  readonly edges: readonly number[];
  readonly step: number;
  /** How near an edge must be, in milliseconds. */
  readonly reach: number;
};

/** The round step that can be told apart on a screen so wide. */
export function stepOf({ from, to }: ViewWindow, width: number): number {
  const perPixel = (to - from) / Math.max(width, 1);
  return roundSteps.find((step) => step >= perPixel * stepPixelsMin) ?? 24 * hour;
}

/** What to snap to in a window, among the epochs that do not move. */
export function snapOf(view: ViewWindow, width: number, others: readonly Span[]): Snap {
  const reach = ((view.to - view.from) / Math.max(width, 1)) * reachPixels;
  return { edges: [0, ...others.flatMap(({ start, end }) => [start, end])], step: stepOf(view, width), reach };
}

/** The nearest edge in reach, else the nearest round time; the time itself, in milliseconds, without `snap`. */
export function snapTime(time: number, snap: Snap | null): number {
  if (!snap) return Math.round(time);
  return nearestEdge(time, snap) ?? Math.round(time / snap.step) * snap.step;
}

function nearestEdge(time: number, { edges, reach }: Snap): number | null {
  const [nearest] = edges.toSorted((a, b) => Math.abs(a - time) - Math.abs(b - time));
  return nearest !== undefined && Math.abs(nearest - time) <= reach ? nearest : null;
}

/** By how much to move a span so that one of its ends meets an edge, else so that it starts at a round time. */
export function snapMove(span: Span, by: number, snap: Snap | null): number {
  if (!snap) return Math.round(by);
  const ends = (['start', 'end'] satisfies Edge[]).flatMap((edge) => {
    const time = span[edge] + by;
    const at = nearestEdge(time, snap);
    return at === null ? [] : [at - span[edge]];
  });
  const [nearest] = ends.toSorted((a, b) => Math.abs(a - by) - Math.abs(b - by));
  return nearest ?? snapTime(span.start + by, { ...snap, edges: [] }) - span.start;
}

/** One key press: to the next round time in that direction, or by a tenth of the step without snapping. */
export function nudge(time: number, direction: 1 | -1, step: number, isFine: boolean): number {
  if (isFine) return time + direction * Math.max(1, Math.round(step / 10));
  return direction === 1 ? (Math.floor(time / step) + 1) * step : (Math.ceil(time / step) - 1) * step;
}
