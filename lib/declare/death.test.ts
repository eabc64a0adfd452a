import { expect, it } from 'vitest';
import { deathOf, tellDeath } from './death';

it.each([
  [{ death_date: '2026-11-27', status: 'deceased' }, '2026-11-27'],
  [{ death_date: '2026-11-27', status: 'transferred' }, '2026-11-27'],
  [{ death_date: null, status: 'deceased' }, ''],
  [{ death_date: null, status: 'active' }, null],
  [{ name: 'A session' }, null],
])('of %o: %o', (record, died) => expect(deathOf(record)).toBe(died));

it('is told with its day, where that is known', () => {
  expect(tellDeath('M076', '2026-11-27')).toBe('M076 died on 2026-11-27.');
  expect(tellDeath('M076', '')).toBe('M076 is deceased.');
});
