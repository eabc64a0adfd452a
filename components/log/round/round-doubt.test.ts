import { describe, expect, it } from 'vitest';
import { doubtOf } from './round-doubt';

const weight = { last: 19.1, baseline: null, isWeight: true };

describe('what is looked at again before it is saved', () => {
  it.each([
    [191, weight, '10 times the last, 19.1 g: is that right?'],
    [45, weight, '2.4 times the last, 19.1 g: is that right?'],
    [1.91, weight, '10% of the last, 19.1 g: is that right?'],
    [24, weight, '126% of the last, 19.1 g: is that right?'],
    [191, { ...weight, baseline: 21.9 }, '872% of its baseline: is that right?'],
    [13, { ...weight, last: null, baseline: 22 }, '59% of its baseline: is that right?'],
    [10, { last: 1, baseline: null, isWeight: false }, '10 times the last, 1 g: is that right?'],
  ])('%s of %o', (value, known, text) => expect(doubtOf(value, 'g', known)).toBe(text));

  it.each([
    [19.5, weight],
    [15, weight],
    [191, { ...weight, last: null }],
    [191, { ...weight, last: 0 }],
    [18, { ...weight, baseline: 22 }],
    [3, { last: 1, baseline: null, isWeight: false }],
  ])('not %s of %o', (value, known) => expect(doubtOf(value, 'g', known)).toBeNull());
});
