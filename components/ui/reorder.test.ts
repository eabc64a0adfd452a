import { describe, expect, it } from 'vitest';
import { moved, placeAt } from './reorder';

describe('moved', () => {
  it.each([
    [0, 2, ['b', 'c', 'a']],
    [2, 0, ['c', 'a', 'b']],
    [1, 1, ['a', 'b', 'c']],
    [1, 3, ['a', 'b', 'c']],
    [0, -1, ['a', 'b', 'c']],
  ])('from %i to %i', (from, to, expected) => expect(moved(['a', 'b', 'c'], from, to)).toEqual(expected));
});

describe('placeAt', () => {
  const middles = [10, 30, 50];
  it.each([
    [0, 5, 0],
    [0, 29, 0],
    [0, 31, 1],
    [0, 99, 2],
    [2, 29, 1],
    [2, 9, 0],
    [1, 30, 1],
  ])('a row from %i at %i lands at %i', (from, y, expected) => expect(placeAt(middles, from, y)).toBe(expected));
});
