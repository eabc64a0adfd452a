import { describe, expect, it } from 'vitest';
import { drawSpan, moveSpan, resizeSpan, splitSpan } from './span';

const span = { start: 1000, end: 3000 };

describe('moveSpan', () => {
  it('keeps its length', () => expect(moveSpan(span, 500)).toEqual({ start: 1500, end: 3500 }));
  it('stops at the onset', () => expect(moveSpan(span, -5000)).toEqual({ start: 0, end: 2000 }));
  it('gives whole milliseconds', () => expect(moveSpan(span, 0.4)).toEqual(span));
});

describe('resizeSpan', () => {
  it.each([
    ['start', 2000, { start: 2000, end: 3000 }],
    ['start', -10, { start: 0, end: 3000 }],
    ['start', 9000, { start: 3000, end: 3000 }],
    ['end', 2000, { start: 1000, end: 2000 }],
    ['end', 10, { start: 1000, end: 1000 }],
  ] as const)('%s to %i', (edge, to, expected) => expect(resizeSpan(span, edge, to)).toEqual(expected));
});

describe('splitSpan', () => {
  it('cuts inside', () =>
    expect(splitSpan(span, 1200.4)).toEqual([
      { start: 1000, end: 1200 },
      { start: 1200, end: 3000 },
    ]));
  it.each([1000, 3000, 0, 5000])('not at %i', (at) => expect(splitSpan(span, at)).toBeNull());
});

describe('drawSpan', () => {
  it.each([
    [1000, 2000, { start: 1000, end: 2000 }],
    [2000, 1000, { start: 1000, end: 2000 }],
    [-500, 1000, { start: 0, end: 1000 }],
    [-500, -100, null],
    [700, 700, null],
  ])('from %i to %i', (from, to, expected) => expect(drawSpan(from, to)).toEqual(expected));
});
