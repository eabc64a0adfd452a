import { describe, expect, it } from 'vitest';
import { gapsOf, overlapsOf, remarksOn } from './overlaps';

const minute = 60_000;
const stretch = (id: string, start: number, end: number) => ({
  id,
  name: id,
  start: start * minute,
  end: end * minute,
});
const pairs = (list: Parameters<typeof overlapsOf>[0]) =>
  overlapsOf(list).map(({ first, second, from, to }) => [first.id, second.id, from / minute, to / minute]);

describe('overlapsOf', () => {
  it('finds each pair and how long it lasts', () =>
    expect(pairs([stretch('b', 10, 30), stretch('a', 0, 15), stretch('c', 12, 14)])).toEqual([
      ['a', 'b', 10, 15],
      ['a', 'c', 12, 14],
      ['b', 'c', 12, 14],
    ]));
  it('sees none where one begins as the other ends, nor at an instant', () =>
    expect(pairs([stretch('a', 0, 10), stretch('b', 10, 20), stretch('point', 5, 5)])).toEqual([]));
});

describe('gapsOf', () => {
  it('finds time that nothing covers, not before the first and after the last', () => {
    const gaps = gapsOf([stretch('long', 5, 40), stretch('inside', 10, 20), stretch('late', 45, 50)]);
    expect(gaps.map(({ before, after, from, to }) => [before.id, after.id, from / minute, to / minute])).toEqual([
      ['long', 'late', 40, 45],
    ]);
  });
  it('sees none in what follows without a break', () =>
    expect(gapsOf([stretch('a', 0, 10), stretch('b', 10, 20)])).toEqual([]));
});

describe('remarksOn', () => {
  it('says it in words', () => {
    const list = [stretch('a', 0, 10), stretch('b', 8, 20), stretch('c', 25, 30)];
    const [overlaps, gaps] = [overlapsOf(list), gapsOf(list)];
    expect(remarksOn('a', overlaps, gaps)).toEqual(['Overlaps b for 00:02:00']);
    expect(remarksOn('b', overlaps, gaps)).toEqual(['Overlaps a for 00:02:00']);
    expect(remarksOn('c', overlaps, gaps)).toEqual(['Gap of 00:05:00 after b']);
  });
});
