import { beforeAll, expect, it } from 'vitest';
import { modelNamed } from '@/lib/models';
import { change, make } from '@/test/lab';
import { makePerson } from '@/test/people';
import { listText } from '../operations/list';
import { removeRecord } from '../operations/remove';
import type { Viewer } from '../viewer';
import { withCount } from './known-counts';

const model = modelNamed('session');
const query = { filters: [], sort: [], limit: 20, offset: 0 };
const countFor = async (viewer: Viewer) => (await listText(viewer, model, query)).count;
let owner: Viewer;
let other: { viewer: Viewer; email: string };
let project: string;

beforeAll(async () => {
  owner = (await makePerson()).viewer;
  other = await makePerson();
  project = String((await make(owner, 'project', { name: 'Counted' })).id);
});

it('a count is right at once after every change of what is there and of who may see it', async () => {
  expect([await countFor(owner), await countFor(other.viewer)]).toEqual([0, 0]);
  const one = await make(owner, 'session', { name: 'One', projects: [project] });
  expect([await countFor(owner), await countFor(other.viewer)]).toEqual([1, 0]);
  await change(owner, 'project', project, { users: { [other.email]: {} } });
  expect(await countFor(other.viewer)).toBe(1);
  await make(owner, 'session', { name: 'Two', projects: [project] });
  expect([await countFor(owner), await countFor(other.viewer)]).toEqual([2, 2]);
  await removeRecord(owner, model, one.id);
  expect([await countFor(owner), await countFor(other.viewer)]).toEqual([1, 1]);
  await change(owner, 'project', project, { users: { [other.email]: { remove: true } } });
  expect([await countFor(owner), await countFor(other.viewer)]).toEqual([1, 0]);
});

it('it is counted again only when the page saw something else than the count did', async () => {
  let counts = 0;
  const ask = async (snapshot: string) => {
    const answer = await withCount(
      'test',
      async () => ({ snapshot }),
      async () => ({ count: ++counts, snapshot }),
    );
    return answer.count;
  };
  expect(await ask('10:10:')).toBe(1);
  expect(await ask('10:10:')).toBe(1);
  // One under way, then done.
  expect(await ask('10:12:10')).toBe(2);
  expect(await ask('12:12:')).toBe(3);
  expect(await ask('12:12:')).toBe(3);
});
