import { describe, expect, it } from 'vitest';
import { nudge, snapMove, snapOf, snapTime, stepOf } from './snap';

const minute = 60_000;
const hourView = { from: 0, to: 60 * minute };

describe('stepOf', () => {
  it.each([
    [60 * minute, 900, minute],
    [60 * minute, 380, 5 * minute],
    [10 * minute, 900, 10_000],
    [10_000, 900, 100],
    [1000, 1000, 10],
    [400 * 60 * minute, 400, 24 * 60 * minute],
  ])('%i ms on %i pixels', (length, width, step) => expect(stepOf({ from: 0, to: length }, width)).toBe(step));
});

describe('snapping', () => {
  // An hour on 900 pixels: 4 s a pixel, edges draw from 32 s away.
  const snap = snapOf(hourView, 900, [{ start: 10 * minute + 7000, end: 20 * minute }]);

  it('takes an edge before a round time', () => {
    expect(snapTime(10 * minute + 20_000, snap)).toBe(10 * minute + 7000);
    expect(snapTime(20 * minute - 30_000, snap)).toBe(20 * minute);
    expect(snapTime(12_000, snap)).toBe(0);
  });

  it('takes the nearest round time elsewhere', () => expect(snapTime(14 * minute + 35_000, snap)).toBe(15 * minute));

  it('leaves times alone when it is off', () =>
    expect(snapTime(14 * minute + 35_000.4, null)).toBe(14 * minute + 35_000));

  it('lets either end of what is moved meet an edge', () => {
    const span = { start: 0, end: 5 * minute + 3000 };
    expect(span.end + snapMove(span, 5 * minute, snap)).toBe(10 * minute + 7000);
    expect(span.start + snapMove(span, 20 * minute + 10_000, snap)).toBe(20 * minute);
    expect(span.start + snapMove(span, 30 * minute + 40_000, snap)).toBe(31 * minute);
    expect(snapMove(span, 1234.4, null)).toBe(1234);
  });
});

describe('nudge', () => {
  it.each([
    [60_000, 1, false, 120_000],
    [61_000, 1, false, 120_000],
    [61_000, -1, false, 60_000],
    [60_000, -1, false, 0],
    [61_000, 1, true, 67_000],
    [61_000, -1, true, 55_000],
  ] as const)('%i by %i', (time, direction, isFine, expected) =>
    expect(nudge(time, direction, minute, isFine)).toBe(expected),
  );
});
