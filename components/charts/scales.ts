import { getTicks, scaleLinear, scaleUtc } from '@visx/scale';

/** The width of a plot in its own units; CSS stretches it to the room there is, so x is a share and y are pixels. */
export const plotWidth = 1000;

/** A place along the plot as a CSS length. */
export const share = (x: number): string => `${Math.round((x / plotWidth) * 10_000) / 100}%`;

type ValueScaleOptions = {
  /** Pixels of the plot. */
  height: number;
  /** Counts begin at zero; masses and the like fit what there is. */
  from: 'zero' | 'values';
  /** Counts have no halves. */
  isWhole?: boolean;
};

/** The scale of what is measured, upwards, with round ticks. Works without any value. */
export function valueScale(values: readonly number[], { height, from, isWhole = false }: ValueScaleOptions) {
  const highest = Math.max(...values, from === 'zero' ? 1 : -Infinity);
  const lowest = from === 'zero' ? Math.min(0, ...values) : Math.min(...values);
  const [low, high] = !Number.isFinite(lowest)
    ? [0, 1]
    : lowest === highest
      ? [lowest - 1, highest + 1]
      : [lowest, highest];
  const count = height < 100 ? 2 : 4;
  const scale = scaleLinear<number>({ domain: [low, high], range: [height, 0] }).nice(count);
  const ticks = getTicks(scale, count)
    .map(Number)
    .filter((tick) => !isWhole || Number.isInteger(tick));
  return { scale, ticks };
}

/** The scale of time, from instants in milliseconds; a single instant stands in the middle. */
export function timeScale(instants: readonly number[]) {
  const margin = 3 * 86_400_000;
  const first = Math.min(...instants);
  const last = Math.max(...instants);
  const domain = !Number.isFinite(first)
    ? [0, margin]
    : first === last
      ? [first - margin, last + margin]
      : [first, last];
  return scaleUtc<number>({ domain: domain.map((instant) => new Date(instant)), range: [0, plotWidth] });
}

/** The stretch in which each point along the plot is the nearest one: where pointing at it counts. */
export function nearestStretches(places: readonly number[]): { left: number; width: number }[] {
  return places.map((x, index) => {
    const before = places[index - 1];
    const after = places[index + 1];
    const left = before === undefined ? 0 : (before + x) / 2;
    const right = after === undefined ? plotWidth : (x + after) / 2;
    return { left, width: right - left };
  });
}

/** Every how many-th of `count` labels is shown so that at most `most` are. */
export const labelStep = (count: number, most: number): number => Math.max(1, Math.ceil(count / most));
