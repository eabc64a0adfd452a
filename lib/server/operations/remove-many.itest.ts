import { beforeAll, describe, expect, test } from 'vitest';
import { modelNamed } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { listRecords } from './list';
import { restoreRecords } from './restore';
import { removalPlanOfMany, removeMany } from './remove-many';
import type { Viewer } from '../viewer';

const session = modelNamed('session');
const subject = modelNamed('subject');

describe('deleting many at once', () => {
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let other: Awaited<ReturnType<typeof makeLab>>;
  beforeAll(async () => {
    const catalogue = await makeCatalogue();
    [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
  });

  const newSession = async (viewer: Viewer, name: string, project = lab.project.id) =>
    String((await make(viewer, 'session', { name, projects: [project] })).id);
  const namesOf = async (viewer: Viewer) => {
    const list = { filters: [], sort: [], limit: 100, offset: 0 };
    return (await listRecords(viewer, session, list, 'none')).records.map(({ name }) => name);
  };

  test('takes what hangs on them, and one undo brings all of it back', async () => {
    const ids = [await newSession(lab.pi, 'Day 1'), await newSession(lab.pi, 'Day 2')];
    await make(lab.pi, 'epoch', { name: 'Rest', session: ids[0], start: 0, end: 1000 });
    const plan = await removalPlanOfMany(lab.pi, session, ids);
    expect(plan).toMatchObject({ ids, titles: ['Day 1', 'Day 2'], staying: { count: 0 }, blockers: [] });
    expect(plan.goes).toMatchObject([{ model: 'epoch', label: 'Epoch', count: 1 }]);
    const { deletion, count } = await removeMany(lab.pi, session, ids);
    expect(count).toBe(2);
    expect(await namesOf(lab.pi)).not.toContain('Day 1');
    await expect(restoreRecords(other.pi, deletion)).rejects.toMatchObject({ code: 'not_found' });
    await restoreRecords(lab.pi, deletion);
    expect(await namesOf(lab.pi)).toEqual(expect.arrayContaining(['Day 1', 'Day 2']));
  });

  test('what one may only read stays and is named; deleting it is refused as a whole', async () => {
    const { viewer: member, email } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
    const own = await make(member, 'project', { name: `Own ${email}` });
    const mine = await newSession(member, 'Mine', own.id);
    const theirs = await newSession(lab.pi, 'Theirs');
    expect(await removalPlanOfMany(member, session, [mine, theirs])).toMatchObject({
      ids: [mine],
      staying: { count: 1, titles: ['Theirs'] },
    });
    await expect(removeMany(member, session, [mine, theirs])).rejects.toMatchObject({ code: 'forbidden' });
    expect(await namesOf(member)).toEqual(expect.arrayContaining(['Mine', 'Theirs']));
  });

  test('another laboratory neither learns of them nor deletes them', async () => {
    const hidden = await newSession(lab.pi, 'Hidden');
    expect(await removalPlanOfMany(other.pi, session, [hidden])).toMatchObject({ ids: [], staying: { count: 0 } });
    await expect(removeMany(other.pi, session, [hidden])).rejects.toMatchObject({ code: 'not_found' });
    expect(await namesOf(lab.pi)).toContain('Hidden');
  });

  test('what is still used stands in the way of all', async () => {
    const id = await newSession(lab.pi, 'Uses M1');
    await make(lab.pi, 'sessionsubject', { session: id, subject: lab.subject.id });
    const plan = await removalPlanOfMany(lab.pi, subject, [lab.subject.id]);
    expect(plan.blockers).toMatchObject([{ model: 'sessionsubject', count: 1 }]);
    await expect(removeMany(lab.pi, subject, [lab.subject.id])).rejects.toMatchObject({ code: 'in_use' });
    // Together with what uses it nothing is left behind.
    expect((await removalPlanOfMany(lab.pi, session, [id])).blockers).toEqual([]);
  });

  test('who has lost the right to one of them brings back none', async () => {
    const ids = [await newSession(lab.pi, 'Kept'), await newSession(lab.pi, 'Shared on')];
    await change(lab.pi, 'session', ids[1] ?? '', { projects: [lab.project.id] });
    const { viewer: helper, email } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: { can_change: true } } });
    const { deletion } = await removeMany(helper, session, ids);
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: { remove: true } } });
    await expect(restoreRecords(helper, deletion)).rejects.toMatchObject({ code: 'not_found' });
    expect(await namesOf(lab.pi)).not.toContain('Kept');
  });
});
