import { describe, expect, it } from 'vitest';
import { endOfLine, lineOf, offsetOf } from './lines';

const text = 'ab\n\ncdef';

describe('places in a text', () => {
  it.each([
    [1, 1, 0],
    [1, 3, 2],
    [1, 9, 2],
    [2, 1, 3],
    [3, 2, 5],
    [9, 1, 8],
  ])('line %i, column %i is offset %i', (line, column, offset) => {
    expect(offsetOf(text, line, column)).toBe(offset);
  });

  it('finds the end and the number of a line', () => {
    expect([0, 3, 4].map((offset) => endOfLine(text, offset))).toEqual([2, 3, 8]);
    expect([0, 2, 3, 4, 8].map((offset) => lineOf(text, offset))).toEqual([1, 1, 2, 3, 3]);
  });
});
