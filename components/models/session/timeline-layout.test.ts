import { describe, expect, it } from 'vitest';
import { layOut, stretchOf } from './timeline-layout';

const minute = 60_000;
const stretch = (id: string, start: number, end: number) => ({
  id,
  name: id,
  start: start * minute,
  end: end * minute,
});

describe('layOut', () => {
  it('gives each epoch its share of the session', () => {
    const timeline = layOut([stretch('baseline', 0, 10), stretch('task', 10, 40)]);
    expect(timeline?.placed.map(({ id, left, width, lane }) => ({ id, left, width, lane }))).toEqual([
      { id: 'baseline', left: 0, width: 0.25, lane: 0 },
      { id: 'task', left: 0.25, width: 0.75, lane: 0 },
    ]);
  });

  it('puts epochs that overlap into lanes and uses a lane again when it is free', () => {
    const timeline = layOut([stretch('a', 0, 30), stretch('b', 10, 20), stretch('c', 20, 30)]);
    expect(timeline?.placed.map(({ id, lane }) => [id, lane])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 1],
    ]);
    expect(timeline?.lanes).toBe(2);
  });

  it('begins at the onset, with at most seven round ticks', () => {
    const timeline = layOut([stretch('late', 20, 70)]);
    expect(timeline?.from).toBe(0);
    expect(timeline?.ticks.map(({ at }) => at / minute)).toEqual([0, 15, 30, 45, 60]);
  });

  it('shows nothing without any duration', () => {
    expect(layOut([])).toBeNull();
    expect(layOut([stretch('point', 0, 0)])).toBeNull();
  });
});

describe('stretchOf', () => {
  it.each([
    [
      { id: 1, name: 'x', start: 5, end: 9 },
      { id: '1', name: 'x', start: 5, end: 9 },
    ],
    [
      { id: 1, name: 'x', start: 5, end: null },
      { id: '1', name: 'x', start: 5, end: 5 },
    ],
    [
      { id: 1, name: 'x', start: null, end: 9 },
      { id: '1', name: 'x', start: 9, end: 9 },
    ],
    [{ id: 1, name: 'x', start: null, end: null }, null],
  ])('reads %j', (epoch, expected) => expect(stretchOf(epoch)).toEqual(expected));
});
