import { describe, expect, it } from 'vitest';
import { labelStep, nearestStretches, plotWidth, share, timeScale, valueScale } from './scales';

describe('the scale of values', () => {
  it('begins counts at zero, at the bottom, with whole ticks', () => {
    const { scale, ticks } = valueScale([3, 1, 7], { height: 120, from: 'zero', isWhole: true });
    expect(scale(0)).toBe(120);
    expect(scale(7)).toBeGreaterThanOrEqual(0);
    expect(ticks).toEqual([0, 2, 4, 6, 8]);
  });

  it('has no halves on the axis of small counts', () => {
    for (const counts of [[], [0, 0], [1], [1, 2]])
      expect(valueScale(counts, { height: 120, from: 'zero', isWhole: true }).ticks.every(Number.isInteger)).toBe(true);
  });

  it('fits masses to what there is', () => {
    const { scale } = valueScale([24.2, 26.9], { height: 140, from: 'values' });
    expect(scale.domain()).toEqual([24, 27]);
  });

  it('gives a single value, and none, a place', () => {
    const { scale } = valueScale([25], { height: 100, from: 'values' });
    expect(scale(25)).toBe(50);
    expect(valueScale([], { height: 100, from: 'values' }).scale(0.5)).toBe(50);
  });
});

describe('the scale of time', () => {
  it('spans from the first to the last instant', () => {
    const x = timeScale([2000, 1000, 5000]);
    expect([x(1000), x(5000)]).toEqual([0, plotWidth]);
  });

  it('puts a single instant into the middle', () => {
    expect(timeScale([1_000_000])(1_000_000)).toBe(plotWidth / 2);
  });
});

it('divides the plot among its points without gaps', () => {
  const stretches = nearestStretches([100, 300, 900]);
  expect(stretches).toEqual([
    { left: 0, width: 200 },
    { left: 200, width: 400 },
    { left: 600, width: 400 },
  ]);
  expect(nearestStretches([500])).toEqual([{ left: 0, width: plotWidth }]);
});

it('writes places as shares of the room', () => {
  expect([share(0), share(plotWidth / 3), share(plotWidth)]).toEqual(['0%', '33.33%', '100%']);
});

it('leaves out labels that would not fit', () => {
  expect([labelStep(3, 8), labelStep(8, 8), labelStep(12, 8), labelStep(53, 8)]).toEqual([1, 1, 2, 7]);
});
