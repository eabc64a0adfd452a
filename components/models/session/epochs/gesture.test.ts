import { describe, expect, it } from 'vitest';
import { panned, pinched, spanOf } from './gesture';

const snap = { edges: [0, 10_000], step: 1000, reach: 300 };
const span = { start: 2000, end: 4000 };
const view = { from: 0, to: 10_000 };

describe('gestures', () => {
  it('draw between two snapped times', () =>
    expect(spanOf({ kind: 'draw', from: 1100 }, 3400, snap)).toEqual({ start: 1000, end: 3000 }));
  it('move what was grabbed', () => {
    const gesture = { kind: 'move', id: 'a', span, grabbed: 3000 } as const;
    expect(spanOf(gesture, 5200, snap)).toEqual({ start: 4000, end: 6000 });
    expect(spanOf(gesture, 5200, null)).toEqual({ start: 4200, end: 6200 });
  });
  it('resize by an end that meets an edge', () =>
    expect(spanOf({ kind: 'resize', id: 'a', span, edge: 'end' }, 9800, snap)).toEqual({ start: 2000, end: 10_000 }));
  it('pan the ground along with the finger', () => {
    const gesture = { kind: 'pan', view: { from: 5000, to: 15_000 }, grabbed: 0.5 } as const;
    expect(panned(gesture, 0.3)).toEqual({ from: 7000, to: 17_000 });
    expect(spanOf(gesture, 0, snap)).toBeNull();
  });
  it('pinch about what is between the fingers', () => {
    const gesture = { kind: 'pinch', view, apart: 0.2, middle: 0.5 } as const;
    expect(pinched(gesture, { apart: 0.4, middle: 0.5 })).toEqual({ from: 2500, to: 7500 });
    expect(pinched(gesture, { apart: 0.4, middle: 0.6 })).toEqual({ from: 2000, to: 7000 });
  });
});
