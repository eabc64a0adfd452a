import { describe, expect, it } from 'vitest';
import { describeEpoch, spanOfEpoch } from './describe';

const minute = 60_000;

describe('describeEpoch', () => {
  it.each([
    [{ name: 'Task', start: 5 * minute, end: 55 * minute }, [], 'Task, 00:05:00 to 00:55:00, 00:50:00 long'],
    [
      { name: 'Task', start: 0, end: 500 },
      ['not saved'],
      'Task, 00:00:00 to 00:00:00.500, 00:00:00.500 long, not saved',
    ],
    [{ name: 'Rest', start: minute, end: null }, [], 'Rest, from 00:01:00, its end open'],
    [{ name: '', start: null, end: minute }, [], 'No name, without a start'],
  ])('%j', (epoch, more, expected) => expect(describeEpoch(epoch, more)).toBe(expected));
});

describe('spanOfEpoch', () => {
  it('is an instant while the end is open, and none without a start', () => {
    expect(spanOfEpoch({ start: 5, end: null })).toEqual({ start: 5, end: 5 });
    expect(spanOfEpoch({ start: null, end: 9 })).toBeNull();
    expect(spanOfEpoch(undefined)).toBeNull();
  });
});
