import { beforeAll, describe, expect, test } from 'vitest';
import { modelNamed } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { query, sql } from '../db/sql';
import {
  changeView,
  createView,
  listViews,
  removeView,
  restoreView,
  setDefaultView,
  shareableGroups,
} from './saved-views';
import type { UserViewer } from '../viewer';

const session = modelNamed('session');
const subject = modelNamed('subject');

describe('saved views', () => {
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let member: UserViewer;
  let stranger: UserViewer;
  let group: number;
  beforeAll(async () => {
    const catalogue = await makeCatalogue();
    lab = await makeLab(catalogue);
    group = Number(lab.group.id);
    const person = await makePerson();
    member = person.viewer;
    stranger = (await makePerson()).viewer;
    await change(lab.pi, 'group', group, { users: { [person.email]: {} } });
    // Invited people count once they have accepted; here they just are in.
    await query(
      sql`INSERT INTO group_grant (record_id, user_id, level) SELECT g.id, ${member.id}::uuid, 1 FROM "group" g WHERE g.number = ${group} ON CONFLICT DO NOTHING`,
    );
  });
  const namesFor = async (viewer: UserViewer) => (await listViews(viewer, session)).map(({ name }) => name);

  test('are one’s own until they are shared with a group, and then seen by its members alone', async () => {
    const id = await createView(lab.pi, session, { name: 'Mine', query: 'f.tags=pilot&sort=-name', group: null });
    expect(await namesFor(lab.pi)).toContain('Mine');
    expect(await namesFor(member)).not.toContain('Mine');
    await changeView(lab.pi, id, { group, name: 'Ours' });
    expect(await namesFor(member)).toContain('Ours');
    expect(await namesFor(stranger)).toEqual([]);
    expect(await listViews(member, subject)).toEqual([]);
    await changeView(lab.pi, id, { group: null });
    expect(await namesFor(member)).not.toContain('Ours');
  });

  test('are changed, deleted and restored by their owner alone', async () => {
    const id = await createView(lab.pi, session, { name: 'Kept', query: 'q=M1', group });
    await expect(changeView(member, id, { name: 'Taken' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(removeView(member, id)).rejects.toMatchObject({ code: 'forbidden' });
    for (const work of [
      () => changeView(stranger, id, { name: 'Taken' }),
      () => removeView(stranger, id),
      () => restoreView(member, id),
    ])
      await expect(work()).rejects.toMatchObject({ code: 'not_found' });
    await removeView(lab.pi, id);
    expect(await namesFor(member)).not.toContain('Kept');
    await restoreView(lab.pi, id);
    expect(await namesFor(member)).toContain('Kept');
  });

  test('name no record that their reader may not see', async () => {
    const hidden = await make(lab.pi, 'project', { name: 'Hidden' });
    await createView(lab.pi, session, {
      name: 'By projects',
      query: `f.projects=${lab.project.id},${hidden.id}&f.created_by=${lab.pi.number}`,
      group,
    });
    const seen = (await listViews(member, session)).find(({ name }) => name === 'By projects');
    const filters = new URLSearchParams(seen?.query);
    expect(filters.get('f.projects')).toBe(`${lab.project.id},00000000-0000-0000-0000-000000000000`);
    expect(filters.get('f.created_by')).toBe(String(lab.pi.number));
    const own = (await listViews(lab.pi, session)).find(({ name }) => name === 'By projects');
    expect(own?.query).toContain(String(hidden.id));
  });

  test('open a list for those who chose so, as long as they see them', async () => {
    const id = await createView(lab.pi, session, { name: 'First', query: 'f.date_time=7d', group });
    await setDefaultView(member, session, id);
    const isDefault = async (viewer: UserViewer) =>
      (await listViews(viewer, session)).find((view) => view.id === id)?.is_default;
    expect([await isDefault(member), await isDefault(lab.pi)]).toEqual([true, false]);
    await expect(setDefaultView(stranger, session, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(setDefaultView(member, subject, id)).rejects.toMatchObject({ code: 'not_found' });
    await setDefaultView(member, session, null);
    expect(await isDefault(member)).toBe(false);
  });

  test('are shared with groups one is in, by a name, and keep nothing but the list', async () => {
    expect(await shareableGroups(stranger)).toEqual([]);
    await expect(createView(stranger, session, { name: 'Spam', query: '', group })).rejects.toMatchObject({
      problems: [{ path: 'group' }],
    });
    await expect(createView(lab.pi, session, { name: ' ', query: '', group: null })).rejects.toMatchObject({
      problems: [{ path: 'name' }],
    });
    const id = await createView(lab.pi, session, { name: 'Clean', query: 'page=7&view=x&evil=1&size=25', group: null });
    expect((await listViews(lab.pi, session)).find((view) => view.id === id)?.query).toBe('size=25');
  });

  test('leave a group with the person who made them', async () => {
    await createView(member, session, { name: 'Theirs', query: 'q=x', group });
    expect(await namesFor(lab.pi)).toContain('Theirs');
    await query(sql`DELETE FROM group_grant WHERE user_id = ${member.id}::uuid`);
    expect(await namesFor(lab.pi)).not.toContain('Theirs');
    expect(await namesFor(member)).toEqual(['Theirs']);
  });
});
