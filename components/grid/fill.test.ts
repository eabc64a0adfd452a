import { describe, expect, it } from 'vitest';
import { continued, stepped } from './fill';

describe('filling downwards', () => {
  it.each([
    ['mouse-01', 1, 'mouse-02'],
    ['mouse-09', 1, 'mouse-10'],
    ['M99', 2, 'M101'],
    ['7', 1, '8'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31 09:30', 1, '2027-01-01 09:30'],
    ['male', 1, null],
    ['', 1, null],
  ])('“%s” and %i further is “%s”', (text, steps, next) => expect(stepped(text, steps)).toBe(next));

  it('repeats one text, or counts it up', () => {
    expect(continued(['mouse-01'], 2, false)).toEqual(['mouse-01', 'mouse-01']);
    expect(continued(['mouse-01'], 2, true)).toEqual(['mouse-02', 'mouse-03']);
    expect(continued(['wt/wt'], 2, true)).toEqual(['wt/wt', 'wt/wt']);
  });

  it('goes on with the steps of several, and repeats those that are no series', () => {
    expect(continued(['a2', 'a4'], 2, true)).toEqual(['a6', 'a8']);
    expect(continued(['2026-03-01', '2026-03-08'], 2, true)).toEqual(['2026-03-15', '2026-03-22']);
    expect(continued(['F', 'M'], 3, true)).toEqual(['F', 'M', 'F']);
    expect(continued(['a1', 'b7'], 2, true)).toEqual(['a1', 'b7']);
    expect(continued(['3', '1'], 1, true)).toEqual(['-1']);
  });
});
