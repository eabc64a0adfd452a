import { describe, expect, it } from 'vitest';
import { fit, fractionAt, hold, pan, reveal, timeAt, zoom } from './view-window';

const view = { from: 1000, to: 11_000 };

describe('the window of a timeline', () => {
  it('begins at the onset, with room behind the last epoch', () => {
    expect(fit([{ start: 10_000, end: 100_000 }])).toEqual({ from: 0, to: 108_000 });
    expect(fit([])).toEqual({ from: 0, to: 3_600_000 });
    expect(fit([{ start: 0, end: 0 }])).toEqual({ from: 0, to: 3_600_000 });
  });

  it('stays while epochs change within it, and grows with room for the next stroke', () => {
    const empty = fit([]);
    expect(hold(empty, [{ start: 0, end: 1_080_000 }])).toBe(empty);
    expect(hold(empty, [{ start: 0, end: 3_590_000 }])).toEqual({ from: 0, to: 5_385_000 });
    expect(hold({ from: 0, to: 5_385_000 }, [])).toEqual({ from: 0, to: 5_385_000 });
    expect(hold(empty, [{ start: -60_000, end: 1000 }])).toEqual({ from: -60_000, to: 3_600_000 });
  });

  it('tells times and places', () => {
    expect(timeAt(view, 0.5)).toBe(6000);
    expect(fractionAt(view, 6000)).toBe(0.5);
  });

  it('zooms about a time', () => {
    expect(zoom(view, 0.5, 6000)).toEqual({ from: 3500, to: 8500 });
    expect(zoom(view, 0.0001, 6000)).toEqual({ from: 5500, to: 6500 });
    expect(zoom(view, 4, 6000)).toEqual({ from: 0, to: 40_000 });
  });

  it('pans, not to before the onset', () => {
    expect(pan(view, 500)).toEqual({ from: 1500, to: 11_500 });
    expect(pan(view, -5000)).toEqual({ from: 0, to: 10_000 });
  });

  it.each([
    [{ start: 2000, end: 3000 }, view],
    [
      { start: 12_000, end: 13_000 },
      { from: 3000, to: 13_000 },
    ],
    [
      { start: 0, end: 500 },
      { from: 0, to: 10_000 },
    ],
    [
      { start: 20_000, end: 90_000 },
      { from: 20_000, to: 30_000 },
    ],
  ])('brings %j into sight', (span, expected) => expect(reveal(view, span)).toEqual(expected));
});
