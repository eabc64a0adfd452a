import { describe, expect, it } from 'vitest';
import { moved, switched } from './column-order';

const shown = ['sex', 'strain', 'status'];

describe('the order of columns', () => {
  it('changes by one place, and not beyond the ends', () => {
    expect(moved(shown, 'strain', -1)).toEqual(['strain', 'sex', 'status']);
    expect(moved(shown, 'strain', 1)).toEqual(['sex', 'status', 'strain']);
    expect(moved(shown, 'sex', -1)).toEqual(shown);
    expect(moved(shown, 'status', 1)).toEqual(shown);
    expect(moved(shown, 'unknown', 1)).toEqual(shown);
  });

  it('gets a new one at its end', () => {
    expect(switched(shown, 'tags', true)).toEqual([...shown, 'tags']);
    expect(switched(shown, 'strain', false)).toEqual(['sex', 'status']);
  });
});
