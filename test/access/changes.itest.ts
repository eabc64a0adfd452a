import { beforeAll, describe, expect, test } from 'vitest';
import { accessTableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { modelNamed, type ModelName } from '@/lib/models';
import { query, queryOne, sql } from '@/lib/server/db/sql';
import { getRecord } from '@/lib/server/operations/get';
import { leave } from '@/lib/server/operations/leave';
import { removeRecord } from '@/lib/server/operations/remove';
import { restoreRecords } from '@/lib/server/operations/restore';
import { undoableDeletion } from '@/lib/server/queries/own-deletion';
import { systemViewer, type UserViewer, type Viewer } from '@/lib/server/viewer';
import { change, make } from '@/test/lab';
import { makeCatalogue, makeColleague, makeTree, type Tree } from '@/test/world';
import { readFacts } from './facts';
import { levelOn } from './oracle';

/** Access that comes, goes and comes back; who undoes what; what is audited; and two changes at once. */

let owner: UserViewer;
let friend: UserViewer;
let superuser: UserViewer;
let group: { id: number; name: string };
let tree: Tree;

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) =>
      error instanceof AppError
        ? error.code
        : Promise.reject(error instanceof Error ? error : new Error(String(error))),
  );
const sees = async (viewer: Viewer, model: ModelName, id: string | number) =>
  (await codeOf(getRecord(viewer, modelNamed(model), id))) === 'done';
const remove = (viewer: Viewer, model: ModelName, id: string | number) => removeRecord(viewer, modelNamed(model), id);

beforeAll(async () => {
  const catalogue = await makeCatalogue(systemViewer('test'));
  [owner, friend] = await Promise.all([makeColleague('Owner'), makeColleague('Friend')]);
  superuser = await makeColleague('Superuser', true);
  const made = await make(owner, 'group', { name: 'Crew' });
  group = { id: Number(made.id), name: 'Crew' };
  const project = String((await make(owner, 'project', { name: 'Project' })).id);
  await change(owner, 'project', project, { groups: { Crew: { can_change: true } } });
  tree = await makeTree(owner, catalogue, group.id, project);
});

const invite = (level: object | null) =>
  change(owner, 'group', group.id, { users: { [friend.email]: level ?? { remove: true } } });

describe('a level through a group', () => {
  test('comes with the membership and goes with it, however it ends', async () => {
    expect(await sees(friend, 'epoch', tree.epoch)).toBe(false);
    await invite({});
    expect(await sees(friend, 'epoch', tree.epoch)).toBe(true);
    await invite(null);
    expect(await sees(friend, 'epoch', tree.epoch)).toBe(false);
    await invite({});
    await leave(friend, modelNamed('group'), group.id);
    expect(await sees(friend, 'equipment', tree.equipment)).toBe(false);
  });

  test('sleeps while the group is deleted, also for what may be linked, and wakes with it', async () => {
    await invite({});
    const { deletion } = await remove(owner, 'group', group.id);
    expect(await sees(friend, 'session', tree.session)).toBe(false);
    expect(await sees(owner, 'session', tree.session)).toBe(true);
    const storage = await make(owner, 'session', {
      name: 'Stored',
      projects: [tree.project],
      datastorage: [tree.datastorage],
    }).catch((error: AppError) => error.problems[0]?.code);
    expect(storage, 'a deleted group is shared with nobody').toBe('storage-shares-a-group');
    await restoreRecords(owner, deletion);
    expect(await sees(friend, 'session', tree.session)).toBe(true);
    await invite(null);
  });
});

describe('a deletion', () => {
  test('is not undone by whoever deleted a part of it another time', async () => {
    await invite({});
    const { deletion } = await remove(friend, 'session', tree.session);
    await restoreRecords(friend, deletion);
    const whole = await remove(owner, 'project', tree.project);
    expect(await codeOf(restoreRecords(friend, whole.deletion))).toBe('not_found');
    expect(await undoableDeletion(friend, modelNamed('session'), tree.session)).toBeNull();
    expect(await sees(owner, 'project', tree.project)).toBe(false);
    await restoreRecords(owner, whole.deletion);
    expect(await sees(friend, 'session', tree.session)).toBe(true);
  });

  test('is not undone by those who have lost the right since', async () => {
    const { deletion } = await remove(friend, 'recordingfiles', tree.recordingfiles);
    await invite(null);
    expect(await codeOf(restoreRecords(friend, deletion))).toBe('not_found');
    expect(await sees(superuser, 'recordingfiles', tree.recordingfiles)).toBe(false);
    await invite({});
    await restoreRecords(friend, deletion);
    await invite(null);
  });

  test('tells of what stands in its way only what one sees', async () => {
    const storage = await make(owner, 'behavioralassay', {
      name: 'Shared maze',
      setup_type: (await getRecord(owner, modelNamed('behavioralassay'), tree.behavioralassay)).setup_type,
      behavioral_paradigm: (await getRecord(owner, modelNamed('behavioralassay'), tree.behavioralassay))
        .behavioral_paradigm,
    });
    await change(owner, 'behavioralassay', storage.id, {
      authgroups: [group.id],
      users: { [friend.email]: { is_owner: true } },
    });
    await change(owner, 'behavior', tree.behavior, { behavioralassay: storage.id, notes: 'Nobody’s business' });
    const refusal = await remove(friend, 'behavioralassay', storage.id).catch((error: AppError) => error);
    expect(refusal).toMatchObject({ code: 'in_use' });
    const text = JSON.stringify(refusal instanceof AppError ? refusal.body() : refusal);
    expect(text).toContain('records that you can’t see');
    expect(text).not.toContain('Nobody’s business');
    await change(owner, 'behavior', tree.behavior, { behavioralassay: tree.behavioralassay });
  });
});

describe('the audit log', () => {
  const last = (model: ModelName, action: string) =>
    queryOne<{ elevated: boolean; user_id: string }>(
      sql`SELECT elevated, user_id::text FROM audit_log WHERE model = ${model} AND action = ${action} ORDER BY id DESC LIMIT 1`,
    );

  test('marks all that a superuser does where no grant of theirs reaches', async () => {
    const marks = async (model: ModelName, action: string, elevated: boolean) =>
      expect(await last(model, action), `${action} ${model}`).toEqual({ elevated, user_id: superuser.id });
    const session = String((await make(superuser, 'session', { name: 'Foreign', projects: [tree.project] })).id);
    await marks('session', 'create', true);
    await change(superuser, 'session', session, { experimenter: 'Someone' });
    await marks('session', 'update', true);
    const { deletion } = await remove(superuser, 'session', session);
    await marks('session', 'delete', true);
    await restoreRecords(superuser, deletion);
    await marks('session', 'restore', true);
    await change(superuser, 'project', tree.project, { users: { [friend.email]: {} } });
    await marks('project', 'update', true);
    await change(superuser, 'project', tree.project, { users: { [friend.email]: { remove: true } } });
    await change(superuser, 'group', group.id, { users: { [friend.email]: {} } });
    await marks('group', 'update', true);
    await change(superuser, 'group', group.id, { users: { [friend.email]: { remove: true } } });
    await change(superuser, 'user', friend.number, { website: 'https://example.org/1' });
    await marks('user', 'update', true);
  });

  test('marks nothing that is their own', async () => {
    const own = String((await make(superuser, 'project', { name: 'Own' })).id);
    expect(await last('project', 'create')).toEqual({ elevated: false, user_id: superuser.id });
    await change(superuser, 'project', own, { description: 'Mine' });
    expect(await last('project', 'update')).toEqual({ elevated: false, user_id: superuser.id });
    const session = String((await make(superuser, 'session', { name: 'Own', projects: [own] })).id);
    expect(await last('session', 'create')).toEqual({ elevated: false, user_id: superuser.id });
    await restoreRecords(superuser, (await remove(superuser, 'session', session)).deletion);
    expect(await last('session', 'restore')).toEqual({ elevated: false, user_id: superuser.id });
  });
});

describe('laboratories', () => {
  test('are founded and moved by owners of the groups alone, and keep members as investigators', async () => {
    const input = { group: group.id, institution: 'Institute', principal_investigators: [owner.number] };
    expect(await codeOf(make(friend, 'laboratory', input))).toBe('invalid');
    const laboratory = String((await make(owner, 'laboratory', input)).id);
    expect(await codeOf(change(friend, 'laboratory', laboratory, { city: 'Elsewhere' }))).toBe('forbidden');
    const theirs = await make(friend, 'group', { name: 'Friends' });
    expect(await codeOf(change(owner, 'laboratory', laboratory, { group: theirs.id }))).toBe('invalid');
    await invite({});
    await change(owner, 'laboratory', laboratory, { principal_investigators: [owner.number, friend.number] });
    await invite(null);
    expect(
      await codeOf(change(owner, 'laboratory', laboratory, { principal_investigators: [friend.number, owner.number] })),
    ).toBe('invalid');
  });
});

test('brain regions and accounts are not proposed or made by anybody', async () => {
  const region = await make(systemViewer('test'), 'brainregion', { atlas: 'AIA', name: 'Region', acronym: 'R' });
  expect(await codeOf(make(friend, 'brainregion', { atlas: 'AIA', name: 'Mine', acronym: 'M' }))).toBe('forbidden');
  expect(await codeOf(change(friend, 'brainregion', region.id, { description: 'Better' }))).toBe('forbidden');
  for (const viewer of [friend, superuser])
    expect(await codeOf(make(viewer, 'user', { first_name: 'Nobody' }))).toBe('forbidden');
});

describe('two changes at the same time', () => {
  /** Compares every kept level on the project with the grants and memberships as they are. */
  async function expectLookUps(): Promise<void> {
    const facts = await readFacts();
    const record = facts.records.get(tree.project);
    if (!record) throw new Error('The project is there.');
    const kept = await query<{ user_id: string; level: number }>(
      sql`SELECT a.user_id::text, a.level FROM ${sql.table(accessTableOf(modelNamed('project')))} a WHERE a.record_id = ${tree.project}`,
    );
    const people = [...facts.records.values()].filter(({ model }) => model === 'user');
    expect(new Map(kept.map((row) => [row.user_id, row.level]))).toEqual(
      new Map(
        people.flatMap(({ id }) => (levelOn(facts, id, record) > 0 ? [[id, levelOn(facts, id, record)] as const] : [])),
      ),
    );
  }

  test('of a membership and a grant to the group leave the levels that both give', async () => {
    for (let round = 0; round < 10; round++) {
      const on = round % 2 === 0;
      const flags = on ? { can_change: true } : { remove: true };
      await Promise.all([invite(on ? {} : null), change(owner, 'project', tree.project, { groups: { Crew: flags } })]);
      expect(await sees(friend, 'project', tree.project)).toBe(on);
      await expectLookUps();
    }
  });

  test('of a membership and a grant to the member, given and taken, leave nothing behind', async () => {
    await change(owner, 'project', tree.project, { groups: { Crew: { can_change: true } } });
    for (let round = 0; round < 10; round++) {
      const on = round % 2 === 0;
      await Promise.all([
        invite(on ? {} : null),
        change(owner, 'project', tree.project, { users: { [friend.email]: on ? {} : { remove: true } } }),
      ]);
      expect(await sees(friend, 'project', tree.project)).toBe(on);
      await expectLookUps();
    }
  });

  test('of the two last owners, who both step down, leave one', async () => {
    for (let round = 0; round < 5; round++) {
      await change(systemViewer('test'), 'project', tree.project, {
        users: { [owner.email]: { is_owner: true }, [friend.email]: { is_owner: true } },
      });
      const codes = await Promise.all(
        [owner, friend].map((viewer) =>
          codeOf(change(viewer, 'project', tree.project, { users: { [viewer.email]: { can_change: true } } })),
        ),
      );
      expect(codes.toSorted()).toEqual(['done', 'in_use']);
      await expectLookUps();
    }
  });
});
