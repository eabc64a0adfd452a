import { beforeAll, describe, expect, it } from 'vitest';
import { modelNamed } from '@/lib/models';
import { change, make } from '@/test/lab';
import { makePerson } from '@/test/people';
import { listRecords } from '../operations/list';
import type { Viewer } from '../viewer';
import type { Filter } from './filter';
import type { Sort } from './list';

const model = modelNamed('session');
let viewer: Viewer;
const projects: string[] = [];

beforeAll(async () => {
  const owner = (await makePerson()).viewer;
  const reader = await makePerson();
  viewer = reader.viewer;
  for (const name of ['A', 'B', 'C', 'Hidden']) {
    const project = await make(owner, 'project', { name });
    projects.push(String(project.id));
    if (name !== 'Hidden') await change(owner, 'project', project.id, { users: { [reader.email]: {} } });
  }
  // Some in one project, some in two, some with a second project that the reader does not see; equal times among them.
  for (let n = 0; n < 24; n++)
    await make(owner, 'session', {
      name: `s${(n * 7) % 24}`,
      tags: n % 3 === 0 ? ['pilot'] : [],
      date_time: n % 4 === 0 ? null : `2026-03-${10 + (n % 5)}T09:00:00Z`,
      projects: [projects[n % 4], ...(n % 2 === 0 ? [projects[(n + 1) % 4]] : [])],
    });
});

const namesOf = async (filters: Filter[], sort: Sort[], limit = 100, offset = 0) =>
  (await listRecords(viewer, model, { filters, sort, limit, offset }, 'exact')).records.map(({ name }) => name);

/** The filter on projects by its place, as clients send it. */
const among = (operator: 'exact' | 'in', ...places: number[]): Filter => ({
  path: ['projects'],
  operator,
  values:
    operator === 'in'
      ? [places.map((place) => projects[place]).join(',')]
      : places.map((place) => projects[place] ?? ''),
});
const pilot: Filter = { path: ['tags'], operator: 'exact', values: ['pilot'] };

describe.each<[string, () => Filter[]]>([
  ['nothing', () => []],
  ['one project', () => [among('exact', 0)]],
  ['several projects', () => [among('in', 0, 2)]],
  ['a project that is not seen', () => [among('exact', 3)]],
  ['one that is seen and one that is not', () => [among('in', 1, 3)]],
  ['two projects at once', () => [among('exact', 0), among('exact', 1)]],
  ['a project and a tag', () => [among('exact', 0), pilot]],
  ['all but one project', () => [{ ...among('exact', 0), negate: true }]],
])('a list filtered by %s', (_, filters) => {
  it.each([
    ['name', false],
    ['name', true],
    ['date_time', false],
    ['date_time', true],
  ] as const)(
    'sorted by %s (descending: %s) is the same by the short way and by the long one',
    async (field, descending) => {
      const [given, sort] = [filters(), { field, descending }];
      // A second key leads the long way; the order is that of the id, which both ways end with.
      const long = await namesOf(given, [sort, { field: 'id', descending }]);
      expect(await namesOf(given, [sort])).toEqual(long);
      expect(new Set(long).size).toBe(long.length);
      expect(await namesOf(given, [sort], 3, 2)).toEqual(long.slice(2, 5));
    },
  );
});

it('an id in capitals means the same, an id that is none is refused', async () => {
  const upper: Filter = { path: ['projects'], operator: 'exact', values: [String(projects[0]).toUpperCase()] };
  expect(await namesOf([upper], [])).toEqual(await namesOf([among('exact', 0)], []));
  await expect(namesOf([{ ...upper, values: ['mouse'] }], [])).rejects.toMatchObject({ code: 'invalid' });
});
