import { describe, expect, test } from 'vitest';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import type { SubjectLife } from '@/lib/declare/subject-life';
import { lifeOf, windowOf } from './life-events';
import { baselineOf, inUnit, measuresOf, weightsOf } from '@/lib/declare/measures';

const entry = (at: string, details: Record<string, unknown> = {}): LogEntry => ({
  date_time: at,
  notes: null,
  details,
  performed_by: null,
});
const weighed = (at: string, value: number, unit = 'g') => entry(at, { weight: { value, unit } });
const family = { breeding: null, mother: null, father: null, litterMates: [], offspring: [] };
const raw: SubjectLife = {
  family,
  procedures: [
    { id: 'p1', type: 'Craniotomy', date_time: '2026-02-01T09:00:00.000Z', region: 'CA1' },
    { id: 'p2', type: 'Headpost', date_time: null, region: null },
  ],
  sessions: [{ id: 's1', name: 'Day 1', date_time: '2026-03-01T09:00:00.000Z', weight: 20 }],
  logs: [
    {
      id: 'l1',
      type: 'Weighing',
      entries: [weighed('2026-02-20T09:00:00.000Z', 21), weighed('2026-02-10T09:00:00.000Z', 22_000, 'mg')],
    },
    {
      id: 'l2',
      type: 'WaterDeprivation',
      entries: [
        {
          start_date_time: '2026-02-15T09:00:00.000Z',
          end_date_time: null,
          notes: null,
          details: {},
          performed_by: null,
        },
      ],
    },
  ],
};
const dates = { birth: '2026-01-01', death: null };
const now = Date.parse('2026-04-01T12:00:00Z');
const life = lifeOf(raw, dates, 'UTC');

describe('a life', () => {
  test('has a lane for each kind of thing and everything once in its list, the newest first', () => {
    expect(life.lanes.map(({ name, events }) => `${name} ${events.length}`)).toEqual([
      'Procedures 1',
      'Sessions 1',
      'Weighing 2',
      'Water deprivation 1',
    ]);
    expect(life.items.map(({ title }) => title)).toEqual([
      'Day 1',
      'Weighing: 2 entries, the newest',
      'Water deprivation: 1 entry, the newest',
      'Craniotomy, CA1',
      'Born',
    ]);
    expect(life.items[0]).toMatchObject({ href: '/sessions/s1', age: 'P59D' });
    expect(life.undated).toBe(1);
    expect(life.lanes[3]?.events[0]?.end).toBe(Infinity);
    expect(life.lanes[2]?.events[0]?.end).toBeNull();
  });

  test('goes from birth to today or to death, or as far back as is asked for', () => {
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    const shown = (window: { start: number; end: number }) => [day(window.start), day(window.end)];
    expect(shown(windowOf(life, dates, 'all', now))).toEqual(['2026-01-01', '2026-04-01']);
    expect(shown(windowOf(life, dates, '14', now))).toEqual(['2026-03-18', '2026-04-01']);
    expect(shown(windowOf(life, dates, '180', now))).toEqual(['2026-01-01', '2026-04-01']);
    expect(shown(windowOf(life, { ...dates, death: '2026-03-10' }, 'all', now))).toEqual(['2026-01-01', '2026-03-10']);
    expect(shown(windowOf(life, { birth: null, death: null }, 'all', now))).toEqual(['2026-02-01', '2026-04-01']);
  });

  test('of an animal just registered is a day at least', () => {
    const empty = lifeOf(
      { ...raw, procedures: [], sessions: [], logs: [] },
      { birth: '2026-04-01', death: null },
      'UTC',
    );
    const { start, end } = windowOf(empty, { birth: '2026-04-01', death: null }, 'all', now);
    expect(end - start).toBe(86_400_000);
  });
});

describe('measures', () => {
  const weights = measuresOf(raw.logs, 'Weighing', 'weight', 'g');

  test('are told in one unit, the oldest first', () => {
    expect(weights.map(({ value }) => value)).toEqual([22, 21]);
    expect(weightsOf(raw).map(({ value }) => value)).toEqual([22, 21, 20]);
    expect(inUnit({ value: 300, unit: 'µL' }, 'mL')).toBe(0.3);
    expect(inUnit({ value: 1, unit: 'stone' }, 'g')).toBeNull();
    expect(inUnit(21, 'g')).toBeNull();
  });

  test('the baseline is the last weight before water or food was first withheld, or of the day after', () => {
    expect(baselineOf(raw.logs, weights)?.value).toBe(22);
    expect(baselineOf([], weights)).toBeNull();
    expect(baselineOf(raw.logs, weights.slice(1))).toBeNull();
    const sameDay = { at: '2026-02-15T17:00:00.000Z', value: 21.8 };
    expect(baselineOf(raw.logs, [sameDay, ...weights.slice(1)])).toEqual(sameDay);
  });
});
