import { expect, it } from 'vitest';
import { deathSearch, tellDeaths, type Death } from './use-deaths';

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

it('forgets the dead of the choice before, and asks again after a failure', async () => {
  const put: (readonly Death[])[] = [];
  let works = true;
  let asked = 0;
  const lookUp = deathSearch(
    async (ids) => {
      asked += 1;
      if (!works) throw new Error('no connection');
      return deaths.filter(({ id }) => ids.includes(id));
    },
    (found) => put.push(found),
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  lookUp(['1']);
  lookUp(['1']);
  await settled();
  expect([asked, put.at(-1)]).toEqual([1, deaths.slice(0, 1)]);

  works = false;
  lookUp(['2']);
  expect(put.at(-1)).toEqual([]);
  await settled();
  works = true;
  lookUp(['2']);
  await settled();
  expect([asked, put.at(-1)]).toEqual([3, deaths.slice(1)]);

  // An answer that comes too late is for another choice.
  lookUp(['1']);
  lookUp([]);
  await settled();
  expect(put.at(-1)).toEqual([]);
});
