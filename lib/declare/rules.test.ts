import { afterEach, expect, it, vi } from 'vitest';
import { pureRules } from './rules';
import { setLaboratoryZone } from './time';

afterEach(() => {
  vi.useRealTimers();
  setLaboratoryZone('UTC');
});

it.each([
  ['2026-11-27', 'UTC', true],
  ['2026-11-28', 'UTC', false],
  // There it is the next day already.
  ['2026-11-28', 'Pacific/Auckland', true],
  ['2026-11-29', 'Pacific/Auckland', false],
  [null, 'UTC', true],
])('a death on %s in %s: %s', (date, zone, isFine) => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T20:00:00Z') });
  setLaboratoryZone(zone);
  expect(pureRules['has-died-by-today']?.check({ death_date: date }) ?? null).toEqual(
    isFine ? null : expect.stringContaining('lies in the future'),
  );
});
