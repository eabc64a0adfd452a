import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { modelNamed, type ModelName } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { query, queryOne, sql } from '../db/sql';
import { getRecord } from './get';
import { listRecords } from './list';
import { decideProposal, listProposals } from './propose';
import { removalPlan, removeRecord } from './remove';
import { restoreRecords } from './restore';
import { updateRecord } from './update';

const fail = async (work: Promise<unknown>): Promise<AppError> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error('Expected the operation to be refused.', { cause: error });
  return error;
};
const get = (viewer: Parameters<typeof getRecord>[0], model: ModelName, id: string | number) =>
  getRecord(viewer, modelNamed(model), id);

describe('writes', () => {
  let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let other: Awaited<ReturnType<typeof makeLab>>;
  beforeAll(async () => {
    catalogue = await makeCatalogue();
    [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
  });

  test('all problems of an input come at once, each at its field', async () => {
    const error = await fail(
      make(lab.pi, 'subject', {
        name: '',
        sex: 'X',
        projets: [],
        projects: [other.project.id],
        strain: 'none',
        birth_date: '2026-02-30',
      }),
    );
    expect(error.problems.map(({ path }) => path).sort()).toEqual([
      'birth_date',
      'name',
      'projects',
      'projets',
      'sex',
      'strain',
    ]);
    expect(error.problems.find(({ path }) => path === 'projets')?.message).toContain('“projects”');
  });

  test('a stale write changes nothing and answers the newer version', async () => {
    const before = await get(lab.pi, 'session', lab.session.id);
    await change(lab.pi, 'session', lab.session.id, { experimenter: 'First' });
    const error = await fail(
      updateRecord(
        lab.pi,
        modelNamed('session'),
        lab.session.id,
        { experimenter: 'Second' },
        { version: before.version },
      ),
    );
    expect(error).toMatchObject({
      code: 'stale',
      status: 412,
      data: { current: { experimenter: 'First' }, version: before.version + 1 },
    });
    expect(await get(lab.pi, 'session', lab.session.id)).toMatchObject({
      experimenter: 'First',
      version: before.version + 1,
    });
  });

  test('two writers at once: one wins, the other is told', async () => {
    const { version } = await get(lab.pi, 'session', lab.session.id);
    const write = (experimenter: string) =>
      updateRecord(lab.pi, modelNamed('session'), lab.session.id, { experimenter }, { version }).then(
        () => 'saved',
        (error: AppError) => error.code,
      );
    expect((await Promise.all([write('A'), write('B'), write('C')])).sort()).toEqual(['saved', 'stale', 'stale']);
  });

  test('sending a record back as it was read changes nothing', async () => {
    for (const [model, id] of [
      ['session', lab.session.id],
      ['subject', lab.subject.id],
      ['setup', lab.setup.id],
      ['equipment', lab.equipment.id],
      ['project', lab.project.id],
    ] as const) {
      const record = await get(lab.pi, model, id);
      expect(await updateRecord(lab.pi, modelNamed(model), id, record, { mode: 'replace' }), model).toEqual(record);
    }
  });

  test('every write is in the audit log with before and after, and the log can’t be changed', async () => {
    await change(lab.pi, 'subject', lab.subject.id, { genotype: 'WT' });
    const row = await queryOne(
      sql`SELECT user_id::text, via, action, elevated, before->>'genotype' AS before, after->>'genotype' AS after FROM audit_log WHERE record_id = ${lab.subject.id} ORDER BY id DESC LIMIT 1`,
    );
    expect(row).toEqual({
      user_id: lab.pi.id,
      via: 'cookie',
      action: 'update',
      elevated: false,
      before: '',
      after: 'WT',
    });
    await expect(query(sql`UPDATE audit_log SET action = 'none'`)).rejects.toThrow();
    await expect(query(sql`DELETE FROM audit_log`)).rejects.toThrow();
  });

  test('what a superuser does without a grant is marked as such', async () => {
    const { viewer } = await makePerson({ isSuperuser: true });
    await change(viewer, 'subject', lab.subject.id, { genetic_line: 'line 1' });
    const row = await queryOne(
      sql`SELECT elevated FROM audit_log WHERE record_id = ${lab.subject.id} ORDER BY id DESC LIMIT 1`,
    );
    expect(row).toEqual({ elevated: true });
  });

  test('names are unique within a project and say nothing about other laboratories', async () => {
    expect((await fail(make(lab.pi, 'session', { name: 'S1', projects: [lab.project.id] }))).problems).toMatchObject([
      { path: 'name', code: 'not-unique' },
    ]);
    await expect(make(other.pi, 'project', { name: lab.project.name })).resolves.toMatchObject({
      name: lab.project.name,
    });
  });

  test('a link to what the writer can’t see survives their change', async () => {
    const { viewer, email } = await makePerson();
    const hidden = await make(lab.pi, 'project', { name: `Hidden ${lab.project.name}` });
    const subject = await make(lab.pi, 'subject', {
      name: 'Shared',
      sex: 'F',
      strain: catalogue.strain.id,
      projects: [lab.project.id, hidden.id],
    });
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: { can_change: true } } });
    const seen = await get(viewer, 'subject', subject.id);
    expect(seen.projects).toEqual([lab.project.id]);
    const extra = await make(viewer, 'project', { name: `Extra ${lab.project.name}` });
    await change(viewer, 'subject', subject.id, { projects: [lab.project.id, extra.id] });
    expect((await get(lab.pi, 'subject', subject.id)).projects).toEqual(
      expect.arrayContaining([lab.project.id, hidden.id]),
    );
  });

  test('deleting shows what goes along, takes it, and brings all of it back', async () => {
    const project = await make(lab.pi, 'project', { name: `Short ${lab.project.name}` });
    const input = { sex: 'F', strain: catalogue.strain.id };
    const alone = await make(lab.pi, 'subject', { ...input, name: 'Alone', projects: [project.id] });
    const shared = await make(lab.pi, 'subject', { ...input, name: 'Both', projects: [project.id, lab.project.id] });
    const session = await make(lab.pi, 'session', { name: 'Only', projects: [project.id] });
    await make(lab.pi, 'epoch', { session: session.id, name: 'Task' });
    const plan = await removalPlan(lab.pi, modelNamed('project'), project.id);
    expect(plan.blockers).toEqual([]);
    expect(plan.goes.map(({ model, count }) => [model, count]).sort()).toEqual([
      ['epoch', 1],
      ['session', 1],
      ['subject', 1],
    ]);
    const { deletion } = await removeRecord(lab.pi, modelNamed('project'), project.id);
    expect((await fail(get(lab.pi, 'subject', alone.id))).code).toBe('not_found');
    expect(await get(lab.pi, 'subject', shared.id)).toMatchObject({ projects: [lab.project.id] });
    expect((await fail(restoreRecords(other.pi, deletion))).code).toBe('not_found');
    await restoreRecords(lab.pi, deletion);
    expect(await get(lab.pi, 'subject', alone.id)).toMatchObject({ projects: [project.id] });
    expect((await get(lab.pi, 'subject', shared.id)).projects).toEqual(
      expect.arrayContaining([project.id, lab.project.id]),
    );
    expect((await get(lab.pi, 'session', session.id)).epochs).toHaveLength(1);
  });

  test('what is still used is not deleted, and the message names its users', async () => {
    await make(lab.pi, 'sessionsubject', { session: lab.session.id, subject: lab.subject.id });
    await make(lab.pi, 'behavior', {
      session: lab.session.id,
      subjects: [lab.subject.id],
      setup: lab.setup.id,
      behavioralassay: lab.assay.id,
    });
    const error = await fail(removeRecord(lab.pi, modelNamed('setup'), lab.setup.id));
    expect(error).toMatchObject({ code: 'in_use', status: 400 });
    expect(error.message).toMatch(/used by 1 behavior/);
  });

  test('a restore that meets a taken name restores nothing and says so', async () => {
    const session = await make(lab.pi, 'session', { name: 'Twin', projects: [lab.project.id] });
    const { deletion } = await removeRecord(lab.pi, modelNamed('session'), session.id);
    await make(lab.pi, 'session', { name: 'Twin', projects: [lab.project.id] });
    expect((await fail(restoreRecords(lab.pi, deletion))).code).toBe('conflict');
  });

  test('rich text is stored clean', async () => {
    const session = await change(lab.pi, 'session', lab.session.id, {
      description: '<p onclick="x()">Good <script>alert(1)</script><a href="javascript:x()">day</a></p>',
    });
    expect(session.description).toBe('<p>Good <a rel="noopener noreferrer nofollow">day</a></p>');
  });

  test('the experimenter is linked when exactly one member has the name', async () => {
    const own = await makeLab(catalogue);
    expect(await change(own.pi, 'session', own.session.id, { experimenter: 'ana santos' })).toMatchObject({
      experimenter_user: own.pi.number,
    });
    const twin = await makePerson();
    await change(own.pi, 'project', own.project.id, { users: { [twin.email]: {} } });
    expect(await change(own.pi, 'session', own.session.id, { experimenter: 'Ana Santos' })).toMatchObject({
      experimenter_user: null,
    });
    expect(await change(own.pi, 'session', own.session.id, { experimenter: own.email })).toMatchObject({
      experimenter_user: own.pi.number,
    });
  });

  test('an entry of a catalogue waits for a reviewer, seen by its author alone; changes are proposals', async () => {
    const reviewer = (await makePerson({ isSuperuser: true })).viewer;
    const strain = modelNamed('strain');
    const mine = await make(lab.pi, 'strain', {
      name: `New ${lab.group.name}`,
      species: catalogue.species.id,
      comments: 'We breed it.',
    });
    expect(mine).toMatchObject({ status: 'pending' });
    expect((await fail(get(other.pi, 'strain', mine.id))).code).toBe('not_found');
    await change(lab.pi, 'strain', catalogue.strain.id, { popular_name: 'Black six' });
    expect((await get(lab.pi, 'strain', catalogue.strain.id)).popular_name).toBe('');
    expect(await listProposals(other.pi)).toEqual([]);
    const pending = (await listProposals(reviewer, { pendingOnly: true })).filter(
      ({ proposed_by }) => proposed_by === lab.pi.id,
    );
    expect(pending.map(({ action }) => action).sort()).toEqual(['add', 'change']);
    expect((await fail(decideProposal(lab.pi, pending[0]?.id ?? '', 'accepted'))).code).toBe('forbidden');
    for (const { id } of pending) await decideProposal(reviewer, id, 'accepted');
    expect(await get(other.pi, 'strain', mine.id)).toMatchObject({ status: 'approved' });
    expect((await get(other.pi, 'strain', catalogue.strain.id)).popular_name).toBe('Black six');
    expect(
      (await listRecords(other.pi, strain, { filters: [], search: String(mine.name), sort: [], limit: 5, offset: 0 }))
        .records,
    ).toHaveLength(1);
  });

  test('managers deal with levels up to contributor; a record keeps its last owner', async () => {
    const manager = await makePerson();
    const newcomer = await makePerson();
    const grant = (viewer: typeof lab.pi, email: string, flags: Record<string, boolean>) =>
      change(viewer, 'project', lab.project.id, { users: { [email]: flags } });
    await grant(lab.pi, manager.email, { is_manager: true });
    await grant(manager.viewer, newcomer.email, { can_change: true });
    expect((await fail(grant(manager.viewer, newcomer.email, { is_manager: true }))).code).toBe('forbidden');
    expect((await fail(grant(manager.viewer, lab.email, { remove: true }))).code).toBe('forbidden');
    expect((await fail(grant(newcomer.viewer, manager.email, { remove: true }))).code).toBe('forbidden');
    expect((await fail(grant(lab.pi, lab.email, { can_change: true }))).code).toBe('in_use');
    expect((await fail(change(manager.viewer, 'project', lab.project.id, { description: 'mine' }))).code).toBe(
      'forbidden',
    );
  });
});
