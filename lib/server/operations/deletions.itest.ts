import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { modelNamed, type ModelName } from '@/lib/models';
import { apiAs } from '@/test/api';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { countStatements } from '@/test/statements';
import { query, sql } from '../db/sql';
import { undoableDeletion } from '../queries/own-deletion';
import type { UserViewer } from '../viewer';
import { listDeletions } from './deletions';
import { getRecord } from './get';
import { removeMany } from './remove-many';
import { removeRecord } from './remove';
import { restoreRecords } from './restore';

/** Who is told of a deletion and undoes it: those who could delete it, and nobody else. */

let lab: Awaited<ReturnType<typeof makeLab>>;
let helper: UserViewer, reader: UserViewer, stranger: UserViewer, administrator: UserViewer;

beforeAll(async () => {
  const catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
  const people = await Promise.all([makePerson(), makePerson(), makePerson(), makePerson({ isSuperuser: true })]);
  [helper, reader, stranger, administrator] = people.map(({ viewer }) => viewer) as [
    UserViewer,
    UserViewer,
    UserViewer,
    UserViewer,
  ]; // four were made
  await change(lab.pi, 'project', lab.project.id, {
    users: { [helper.email]: { can_change: true }, [reader.email]: {} },
  });
});

let made = 0;
const newSession = async (projects = [lab.project.id]) => {
  const name = `Deleted ${++made} of ${lab.email}`;
  return { name, id: String((await make(lab.pi, 'session', { name, projects })).id) };
};
const remove = async (viewer: UserViewer, model: ModelName, id: string | number) =>
  (await removeRecord(viewer, modelNamed(model), id)).deletion;
const of = async (viewer: UserViewer, deletion: string) =>
  (await listDeletions(viewer)).deletions.find(({ id }) => id === deletion);
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

describe('a deletion', () => {
  test('is told to those who could delete it, with who, of what and how much', async () => {
    const session = await newSession();
    await make(lab.pi, 'epoch', { session: session.id, name: 'Rest' });
    await make(lab.pi, 'epoch', { session: session.id, name: 'Task' });
    const deletion = await remove(helper, 'session', session.id);
    for (const viewer of [helper, lab.pi, administrator])
      expect(await of(viewer, deletion)).toMatchObject({
        person: 'Ana Santos',
        roots: [
          {
            kind: 'Session',
            count: 1,
            titles: [session.name],
            places: [lab.project.name],
            href: `/sessions/${session.id}`,
          },
        ],
        along: [{ label: 'epochs', count: 2, isCut: false }],
      });
    expect((await listDeletions(lab.pi, { model: modelNamed('session') })).deletions[0]?.id).toBe(deletion);
    expect((await listDeletions(lab.pi, { model: modelNamed('epoch') })).deletions).toEqual([]);
  });

  test('is nothing to those who only read, or are strangers: no names, no counts, no way back', async () => {
    const session = await newSession();
    const epoch = await make(lab.pi, 'epoch', { session: session.id, name: 'Rest' });
    const deletion = await remove(helper, 'session', session.id);
    for (const viewer of [reader, stranger]) {
      expect(await listDeletions(viewer)).toEqual({ deletions: [], next: null });
      expect(await undoableDeletion(viewer, modelNamed('session'), session.id)).toBeNull();
      expect(await undoableDeletion(viewer, modelNamed('epoch'), String(epoch.id))).toBeNull();
      expect(await codeOf(restoreRecords(viewer, deletion))).toBe('not_found');
      const send = await apiAs(viewer);
      const answer = await send('POST', `private/stem/session/${session.id}/restore/`);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toContain(session.name);
    }
    expect(await undoableDeletion(lab.pi, modelNamed('epoch'), String(epoch.id))).toMatchObject({ deletion });
  });

  test('is undone over the API by an owner of the project who did not delete it', async () => {
    const session = await newSession();
    const epoch = await make(lab.pi, 'epoch', { session: session.id, name: 'Rest' });
    const deletion = await remove(helper, 'session', session.id);
    const send = await apiAs(lab.pi);
    expect((await send('POST', `private/stem/session/${session.id}/restore/`)).status).toBe(200);
    expect((await getRecord(helper, modelNamed('epoch'), epoch.id)).name).toBe('Rest');
    expect(await of(lab.pi, deletion)).toBeUndefined();
    expect((await send('POST', `private/stem/session/${session.id}/restore/`)).status).toBe(404);
  });

  test('of a project is for its owners, though nobody holds a level on it meanwhile', async () => {
    const project = await make(lab.pi, 'project', { name: `Whole ${lab.email}` });
    await change(lab.pi, 'project', project.id, {
      users: { [reader.email]: { is_owner: true }, [helper.email]: { is_manager: true } },
    });
    const session = await newSession([project.id]);
    const deletion = await remove(lab.pi, 'project', project.id);
    expect(await of(helper, deletion)).toBeUndefined();
    expect(await codeOf(restoreRecords(helper, deletion))).toBe('not_found');
    expect(await undoableDeletion(helper, modelNamed('session'), session.id)).toBeNull();
    const found = await of(reader, deletion);
    expect(found).toMatchObject({
      roots: [{ kind: 'Project', titles: [project.name] }],
      along: [{ label: 'session', count: 1 }],
    });
    await restoreRecords(reader, deletion);
    expect((await getRecord(helper, modelNamed('session'), session.id)).name).toBe(session.name);
  });

  test('of what hangs on something that is gone waits for that', async () => {
    const session = await newSession();
    const epoch = await make(lab.pi, 'epoch', { session: session.id, name: 'First' });
    const first = await remove(lab.pi, 'epoch', epoch.id);
    expect(await of(helper, first)).toMatchObject({ roots: [{ places: [`${session.name}, ${lab.project.name}`] }] });
    const second = await remove(lab.pi, 'session', session.id);
    expect(await of(helper, first)).toBeUndefined();
    expect(await codeOf(restoreRecords(helper, first))).toBe('not_found');
    await restoreRecords(helper, second);
    await restoreRecords(helper, first);
    expect((await getRecord(helper, modelNamed('epoch'), epoch.id)).name).toBe('First');
  });

  test('of many is told and undone by each for what is theirs; undoing one’s own write is all or nothing', async () => {
    const other = await make(stranger, 'project', { name: `Elsewhere ${lab.email}` });
    const [mine, theirs] = [
      await newSession(),
      await make(stranger, 'session', { name: 'Hidden', projects: [other.id] }),
    ];
    const { deletion } = await removeMany(administrator, modelNamed('session'), [mine.id, String(theirs.id)]);
    expect(await of(administrator, deletion)).toMatchObject({ roots: [{ count: 2 }] });
    const told = await of(lab.pi, deletion);
    expect(told).toMatchObject({ roots: [{ count: 1, titles: [mine.name] }] });
    expect(JSON.stringify(told)).not.toMatch(/Hidden|Elsewhere/);
    expect(await codeOf(restoreRecords(lab.pi, deletion, { isWhole: true }))).toBe('not_found');
    await restoreRecords(lab.pi, deletion);
    expect(await undoableDeletion(stranger, modelNamed('session'), String(theirs.id))).toMatchObject({ deletion });
    expect(await codeOf(getRecord(stranger, modelNamed('session'), theirs.id))).toBe('not_found');
  });

  test('of a session in several projects needs all of them', async () => {
    const second = await make(lab.pi, 'project', { name: `Second ${lab.email}` });
    const session = await newSession([lab.project.id, second.id]);
    const deletion = await remove(lab.pi, 'session', session.id);
    expect(await of(helper, deletion)).toBeUndefined();
    expect((await of(lab.pi, deletion))?.roots[0]?.places).toEqual([`${lab.project.name}, ${second.name}`]);
  });
});

describe('the list', () => {
  test('goes on page by page, newest first, in as many statements whatever it holds', async () => {
    const { viewer } = await makePerson();
    const project = await make(viewer, 'project', { name: `Pages ${viewer.email}` });
    const deletions: string[] = [];
    for (let index = 0; index < 27; index++) {
      const { id } = await make(viewer, 'session', { name: `S${index}`, projects: [project.id] });
      deletions.unshift(await remove(viewer, 'session', id));
    }
    const first = await listDeletions(viewer);
    const second = await listDeletions(viewer, { before: first.next });
    expect([...first.deletions, ...second.deletions].map(({ id }) => id)).toEqual(deletions);
    expect([first.deletions.length, second.next]).toEqual([25, null]);
    const statements = await countStatements(() => listDeletions(viewer));
    expect(statements).toBe(await countStatements(() => listDeletions(viewer, { before: first.next })));
    expect(await codeOf(listDeletions(viewer, { before: 'x' }))).toBe('not_found');
    expect(await codeOf(listDeletions({ ...viewer, portal: 'public' }))).toBe('not_found');
  });

  test('reads each kind from its index of what was deleted', async () => {
    const plan = await query<{ 'QUERY PLAN': string }>(
      sql`EXPLAIN SELECT deletion FROM session WHERE deletion IS NOT NULL ORDER BY deletion DESC LIMIT 25`,
    );
    expect(JSON.stringify(plan)).toContain('session_deletion');
  });
});
