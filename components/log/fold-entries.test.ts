import { expect, test } from 'vitest';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import { entriesShown, foldedEntriesOf, foldEntries } from './fold-entries';

const dayMs = 86_400_000;
const newest = Date.parse('2026-11-20T09:00:00Z');
const daily = (count: number): LogEntry[] =>
  Array.from({ length: count }, (_, day) => ({
    date_time: new Date(newest - day * dayMs).toISOString(),
    notes: null,
    details: {},
    performed_by: null,
  }));

test('a short log has nothing to fold', () => {
  const entries = daily(entriesShown);
  expect(foldEntries(entries, 'UTC')).toEqual({ recent: entries, months: [] });
});

test('older entries are counted by month, and every entry is in one place', () => {
  const entries = daily(500);
  const { recent, months } = foldEntries(entries, 'UTC');
  expect(recent).toEqual(entries.slice(0, entriesShown));
  expect(months[0]).toEqual({ month: '2026-10', count: 21 });
  const folded = months.flatMap(({ month, count }) => {
    const found = foldedEntriesOf(entries, 'UTC', month);
    expect(found).toHaveLength(count);
    return found;
  });
  expect([...recent, ...folded]).toEqual(entries);
});

test('a month is one of the laboratory’s clock', () => {
  const entries = [...daily(entriesShown), { ...daily(1)[0], date_time: '2026-09-30T23:30:00.000Z' } as LogEntry];
  expect(foldEntries(entries, 'UTC').months[0]?.month).toBe('2026-09');
  expect(foldEntries(entries, 'Europe/Oslo').months[0]?.month).toBe('2026-10');
});
