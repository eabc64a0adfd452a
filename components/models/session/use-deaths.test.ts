import { expect, it } from 'vitest';
import { tellDeaths } from './use-deaths';

const deaths = [
  { id: '1', name: 'M076', died: '2026-11-20' },
  { id: '2', name: 'M077', died: '' },
];

it('names those that had died before the day of the session', () => {
  expect(tellDeaths(deaths, '2026-11-21')).toBe('M076 died on 2026-11-20. M077 is deceased.');
  expect(tellDeaths(deaths.slice(0, 1), '2026-11-20')).toBeNull();
  expect(tellDeaths(deaths.slice(0, 1), '')).toBe('M076 died on 2026-11-20.');
  expect(tellDeaths([], '2026-11-21')).toBeNull();
});
