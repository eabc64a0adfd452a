import { expect, it } from 'vitest';
import { measuredType, measuredTypes } from '@/lib/vocabularies/measured-types';
import { hintOfDay, isAfterDeath } from './round-hints';

const [weighing, water] = ['Weighing', 'WaterConsumption'].map((code) => measuredType(code) ?? measuredTypes[0]);
const last = { time: '2026-11-27T07:10:20.000Z', text: '19 g', value: 19 };
const now = Date.parse('2026-11-27T12:00:00Z');
const hint = (type: typeof weighing, time: string) => type && hintOfDay({ last }, type, time, 'Europe/Oslo', now);

it('tells of an entry on the same day of the laboratory', () => {
  expect(hint(weighing, '2026-11-27T12:00:00Z')).toBe('already weighed today, 08:10');
  expect(hint(water, '2026-11-26T23:30:00Z')).toBe('already noted today, 08:10');
  expect(hint(weighing, '2026-11-27T23:30:00Z')).toBeNull();
  expect(weighing && hintOfDay({ last }, weighing, last.time, 'UTC', now + 90_000_000)).toBe(
    'already weighed that day, 07:10',
  );
  expect(weighing && hintOfDay({ last: null }, weighing, last.time, 'UTC', now)).toBeNull();
});

it('knows a round after the death, from the day after it on', () => {
  expect(isAfterDeath('2026-11-27', '2026-11-27T22:30:00Z', 'Europe/Oslo')).toBe(false);
  expect(isAfterDeath('2026-11-27', '2026-11-27T23:30:00Z', 'Europe/Oslo')).toBe(true);
  expect(isAfterDeath('', '2026-11-27T23:30:00Z', 'Europe/Oslo')).toBe(true);
  expect(isAfterDeath('2026-11-27', null, 'Europe/Oslo')).toBe(false);
});
