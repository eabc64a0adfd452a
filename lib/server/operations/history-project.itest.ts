import { beforeAll, expect, test } from 'vitest';
import { modelNamed, type ModelName } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { countStatements } from '@/test/statements';
import { query, queryOne, sql } from '../db/sql';
import type { UserViewer } from '../viewer';
import { listHistory } from './history';
import { removeRecord } from './remove';
import { restoreRecords } from './restore';

/** The history of a project has every change of what belongs to it, as far as the reader may know of it. */

let lab: Awaited<ReturnType<typeof makeLab>>;
let reader: UserViewer, stranger: UserViewer;

beforeAll(async () => {
  lab = await makeLab(await makeCatalogue());
  [reader, stranger] = [(await makePerson()).viewer, (await makePerson()).viewer];
  await change(lab.pi, 'project', lab.project.id, { users: { [reader.email]: {} } });
});

const remove = async (model: ModelName, id: string | number) =>
  (await removeRecord(lab.pi, modelNamed(model), id)).deletion;
const historyOf = (viewer: UserViewer, project: string | number, options = {}) =>
  listHistory(viewer, modelNamed('project'), String(project), options);
const entriesOf = async (viewer: UserViewer, project: string | number, options = {}) =>
  (await historyOf(viewer, project, options)).writes.flatMap(({ entries }) => entries);
const told = async (viewer: UserViewer, project: string | number, options = {}) =>
  (await entriesOf(viewer, project, options)).map(({ action, model, title }) => `${action} ${model} ${title}`.trim());

test('has its sessions, subjects and their parts, also what was deleted', async () => {
  const project = await make(lab.pi, 'project', { name: `Told ${lab.email}` });
  const projects = [project.id];
  const subject = await make(lab.pi, 'subject', { name: 'M9', sex: 'F', strain: lab.subject.strain, projects });
  await make(lab.pi, 'subjectlog', { subject: subject.id, type: 'Weighing' });
  const session = await make(lab.pi, 'session', { name: 'Day 1', projects });
  const epoch = await make(lab.pi, 'epoch', { session: session.id, name: 'Rest' });
  await change(lab.pi, 'epoch', epoch.id, { name: 'Task' });
  const deletion = await remove('session', session.id);
  expect(await told(lab.pi, project.id)).toEqual([
    'delete session Day 1',
    'delete epoch Task',
    'update epoch Task',
    'create epoch Rest',
    'create session Day 1',
    'create subjectlog Weighing log',
    'create subject M9',
    `create project ${String(project.name)}`,
  ]);
  const [deleted, part] = await entriesOf(lab.pi, project.id);
  expect([deleted?.deletion, part?.deletion]).toEqual([deletion, deletion]);
  expect(part?.place).toBeNull();
  await restoreRecords(lab.pi, deletion);
  expect((await entriesOf(lab.pi, project.id))[3]?.place ?? null).toEqual({ model: 'session', name: 'Day 1' });
  expect((await told(lab.pi, project.id)).slice(0, 2)).toEqual(['restore session Day 1', 'restore epoch Task']);
  expect(await told(lab.pi, project.id, { filter: { person: null, model: 'epoch', field: 'name' } })).toEqual([
    'delete epoch Task',
    'update epoch Task',
    'create epoch Rest',
  ]);
});

test('readers see it without ways to undo; strangers see nothing', async () => {
  const session = await make(lab.pi, 'session', { name: 'Shown', projects: [lab.project.id] });
  await remove('session', session.id);
  expect((await entriesOf(reader, lab.project.id))[0]).toMatchObject({
    action: 'delete',
    title: 'Shown',
    deletion: null,
    mayUndo: false,
  });
  const nothing = await historyOf(stranger, lab.project.id);
  expect([nothing.writes, nothing.people, nothing.next]).toEqual([[], [], null]);
});

test('what has left for a project that the reader can’t see is not told any more', async () => {
  const secret = await make(lab.pi, 'project', { name: `Secret ${lab.email}` });
  const session = await make(lab.pi, 'session', { name: 'Moved away', projects: [lab.project.id] });
  await make(lab.pi, 'epoch', { session: session.id, name: 'Moved along' });
  expect(await told(reader, lab.project.id)).toContain('create session Moved away');
  await change(lab.pi, 'session', session.id, { projects: [secret.id] });
  const history = JSON.stringify(await historyOf(reader, lab.project.id));
  for (const hidden of ['Moved away', 'Moved along', String(secret.id)]) expect(history).not.toContain(hidden);
  expect((await told(lab.pi, secret.id))[0]).toBe('update session Moved away');
});

test('goes on page by page without losing or repeating a write, in as many statements whatever it holds', async () => {
  const project = await make(lab.pi, 'project', { name: `Long ${lab.email}` });
  const session = await make(lab.pi, 'session', { name: 'Long', projects: [project.id] });
  const statements = await countStatements(() => historyOf(lab.pi, project.id));
  for (let index = 0; index < 65; index++) await change(lab.pi, 'session', session.id, { experimenter: `E${index}` });
  const first = await historyOf(lab.pi, project.id);
  const second = await historyOf(lab.pi, project.id, { before: first.next });
  const ids = [...first.writes, ...second.writes].map(({ id }) => id);
  expect([first.writes.length, new Set(ids).size, second.next]).toEqual([60, 67, null]);
  expect(await countStatements(() => historyOf(lab.pi, project.id))).toBeLessThanOrEqual(statements);
});

test('a write is noted in each of the projects of its record, and once', async () => {
  const second = await make(lab.pi, 'project', { name: `Second ${lab.email}` });
  const projects = [lab.project.id, second.id];
  const session = await make(lab.pi, 'session', { name: 'Shared', projects });
  const row = await queryOne<{ projects: string[] }>(
    sql`SELECT array_agg(n.project_id::text) AS projects FROM audit_log a JOIN audit_project n ON n.audit_id = a.id WHERE a.record_id = ${String(session.id)}::uuid`,
  );
  expect(row?.projects.toSorted()).toEqual(projects.map(String).toSorted());
});

test('is read from the end of what is noted, without sorting', async () => {
  const plan = JSON.stringify(
    await query(
      sql`EXPLAIN SELECT n.audit_id FROM audit_project n WHERE n.project_id = ${String(lab.project.id)}::uuid ORDER BY n.audit_id DESC LIMIT 60`,
    ),
  );
  expect(plan).toContain('audit_project_pkey');
});
