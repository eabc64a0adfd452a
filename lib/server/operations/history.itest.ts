import { beforeAll, describe, expect, test } from 'vitest';
import type { HistoryEntry } from '@/lib/declare/history';
import { AppError } from '@/lib/errors';
import { modelNamed, type ModelName } from '@/lib/models';
import { apiAs } from '@/test/api';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { bring } from '@/test/tables';
import type { UserViewer } from '../viewer';
import { getRecord } from './get';
import { listHistory, undoChange, undoPlan } from './history';
import { addEntry } from './log-entries';
import { removeRecord } from './remove';
import { restoreRecords } from './restore';

const code = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error('Expected the operation to be refused.', { cause: error });
  return error.code;
};
const historyOf = (viewer: UserViewer, model: ModelName, id: unknown, options = {}) =>
  listHistory(viewer, modelNamed(model), String(id), options);
const entriesOf = async (...args: Parameters<typeof historyOf>): Promise<HistoryEntry[]> =>
  (await historyOf(...args)).writes.flatMap(({ entries }) => entries);

describe('history', () => {
  let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let other: Awaited<ReturnType<typeof makeLab>>;
  let reader: UserViewer;
  beforeAll(async () => {
    catalogue = await makeCatalogue();
    [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
    const person = await makePerson();
    reader = person.viewer;
    await change(lab.pi, 'project', lab.project.id, { users: { [person.email]: {} } });
  });
  const newSession = (input: Record<string, unknown> = {}) =>
    make(lab.pi, 'session', { name: `H ${Math.random()}`, projects: [lab.project.id], ...input });

  test('tells who changed what, before and after, also of what belongs to it', async () => {
    const session = await newSession({ experimenter: 'Ana' });
    const epoch = await make(lab.pi, 'epoch', { session: session.id, name: 'Task', start: 0, end: 60_000 });
    await change(lab.pi, 'session', session.id, { experimenter: 'Ben' });
    await change(lab.pi, 'epoch', epoch.id, { end: 90_000 });
    const { writes, titles, people, next } = await historyOf(reader, 'session', session.id);
    expect(next).toBeNull();
    expect(people).toEqual([{ number: lab.pi.number, name: 'Ana Santos' }]);
    expect(titles.user).toHaveProperty(String(lab.pi.number));
    expect(writes.map(({ person, source }) => ({ person, kind: source.kind }))).toEqual(
      Array(4).fill({ person: lab.pi.number, kind: 'portal' }),
    );
    const [later, earlier, , first] = writes.map(({ entries }) => entries[0]);
    expect(later).toMatchObject({
      model: 'epoch',
      title: 'Task',
      action: 'update',
      fields: [{ name: 'end', before: 60_000, after: 90_000 }],
    });
    expect(earlier).toMatchObject({
      model: 'session',
      version: 2,
      fields: [{ name: 'experimenter', before: 'Ana', after: 'Ben' }],
    });
    expect(first).toMatchObject({ action: 'create', model: 'session' });
  });

  test('names the token of a write over the API', async () => {
    const session = await newSession();
    const send = await apiAs(lab.pi);
    expect((await send('PATCH', `private/stem/session/${session.id}/`, { experimenter: 'Rig 2' })).status).toBe(200);
    const { writes } = await historyOf(lab.pi, 'session', session.id);
    expect(writes[0]?.source).toEqual({ kind: 'token', name: 'test' });
  });

  test('names the file of a write by an import of a table', async () => {
    const row = {
      project__name: String(lab.project.name),
      subject__name: 'Imported',
      subject__strain: String(catalogue.strain.name),
    };
    const report = await bring(lab.pi, 'subjects', [row]);
    const { writes } = await historyOf(lab.pi, 'subject', report.rows[0]?.id);
    expect(writes[0]?.source).toEqual({ kind: 'import', name: 'subjects.csv' });
  });

  test('is for those who read the record, and undoing for those who change it', async () => {
    const session = await newSession();
    await change(lab.pi, 'session', session.id, { experimenter: 'Ana' });
    expect(await historyOf(other.pi, 'session', session.id)).toMatchObject({ writes: [], people: [], next: null });
    const [mine] = await entriesOf(lab.pi, 'session', session.id);
    const [theirs] = await entriesOf(reader, 'session', session.id);
    expect(mine).toMatchObject({ mayUndo: true, mayRestore: true });
    expect(theirs).toMatchObject({ mayUndo: false, mayRestore: false });
    const entry = mine?.id ?? '';
    const model = modelNamed('session');
    const how = { mode: 'undo', names: ['experimenter'], version: 2 } as const;
    expect(await code(undoChange(reader, model, String(session.id), entry, how))).toBe('forbidden');
    expect(await code(undoChange(other.pi, model, String(session.id), entry, how))).toBe('not_found');
    expect(await code(undoPlan(reader, model, String(session.id), entry, 'undo'))).toBe('forbidden');
  });

  test('does not tell of linked records that the reader can’t see', async () => {
    const secret = await make(lab.pi, 'project', { name: `Secret ${Math.random()}` });
    const session = await newSession();
    await change(lab.pi, 'session', session.id, { projects: [lab.project.id, secret.id] });
    const [mine] = await entriesOf(lab.pi, 'session', session.id);
    expect(mine?.fields).toMatchObject([{ name: 'projects', before: [], after: [secret.id] }]);
    const history = await historyOf(reader, 'session', session.id);
    expect(history.writes[0]?.entries[0]?.fields).toMatchObject([{ before: [], after: [], isAfterHidden: true }]);
    expect(JSON.stringify(history)).not.toContain(String(secret.id));
    expect(JSON.stringify(history)).not.toContain(String(secret.name));
  });

  test('undoing is a new write; what changed since is asked for; an old page is stale', async () => {
    const session = await newSession({ experimenter: 'Ana', tags: ['one'] });
    await change(lab.pi, 'session', session.id, { experimenter: 'Ben', tags: ['two'] });
    const [entry] = await entriesOf(lab.pi, 'session', session.id);
    await change(lab.pi, 'session', session.id, { experimenter: 'Cleo' });
    const [model, id, key] = [modelNamed('session'), String(session.id), entry?.id ?? ''];
    const plan = await undoPlan(lab.pi, model, id, key, 'undo');
    expect(plan.fields).toEqual([
      { name: 'experimenter', now: 'Cleo', next: 'Ana', state: 'touched' },
      { name: 'tags', now: ['two'], next: ['one'], state: 'ready' },
    ]);
    const undo = (names: string[], version: number) =>
      undoChange(lab.pi, model, id, key, { mode: 'undo', names, version });
    expect(await code(undo(['tags'], 2))).toBe('stale');
    expect(await code(undo(['name'], 3))).toBe('invalid');
    expect(await undo(['tags'], 3)).toMatchObject({ tags: ['one'], experimenter: 'Cleo', version: 4 });
    const [last] = await entriesOf(lab.pi, 'session', session.id);
    expect(last?.fields).toMatchObject([{ name: 'tags', before: ['two'], after: ['one'] }]);
    expect(await undo(['experimenter'], 4)).toMatchObject({ experimenter: 'Ana' });
  });

  test('an earlier version comes back with the rules of an ordinary write', async () => {
    const session = await newSession({ name: 'First name' });
    await change(lab.pi, 'session', session.id, { name: 'Second name', experimenter: 'Ana' });
    await newSession({ name: 'First name' });
    const [, created] = await entriesOf(lab.pi, 'session', session.id);
    const restore = (names: string[]) =>
      undoChange(lab.pi, modelNamed('session'), String(session.id), created?.id ?? '', {
        mode: 'restore',
        names,
        version: 2,
      });
    expect(await code(restore(['name', 'experimenter']))).toBe('invalid');
    expect(await restore(['experimenter'])).toMatchObject({ name: 'Second name', experimenter: '' });
  });

  test('a deleted part comes back by whoever deleted it', async () => {
    const session = await newSession();
    const epoch = await make(lab.pi, 'epoch', { session: session.id, name: 'Gone' });
    const { deletion } = await removeRecord(lab.pi, modelNamed('epoch'), epoch.id);
    const [mine] = await entriesOf(lab.pi, 'session', session.id);
    expect(mine).toMatchObject({ action: 'delete', title: 'Gone', deletion, fields: [] });
    const [theirs] = await entriesOf(reader, 'session', session.id);
    expect(theirs).toMatchObject({ action: 'delete', deletion: null });
    await restoreRecords(lab.pi, deletion);
    expect((await entriesOf(lab.pi, 'session', session.id)).slice(0, 2)).toMatchObject([
      { action: 'restore' },
      { action: 'delete', deletion: null },
    ]);
  });

  test('a subject’s history has its logs and what hangs on its procedures', async () => {
    const subject = await make(lab.pi, 'subject', {
      name: `M ${Math.random()}`,
      sex: 'F',
      strain: catalogue.strain.id,
      projects: [lab.project.id],
    });
    const log = await make(lab.pi, 'subjectlog', { subject: subject.id, type: 'Weighing' });
    await addEntry(lab.pi, modelNamed('subjectlog'), log.id, {
      date_time: '2026-03-14T09:30:00Z',
      details: { weight: { value: 21, unit: 'g' } },
    });
    const entries = await entriesOf(reader, 'subject', subject.id);
    expect(entries.map(({ model, action }) => `${action} ${model}`)).toEqual([
      'update subjectlog',
      'create subjectlog',
      'create subject',
    ]);
    expect(entries[0]).toMatchObject({ title: 'Weighing log', mayUndo: false, fields: [{ name: 'entries' }] });
  });

  test('narrows by person, part and field', async () => {
    const session = await newSession({ experimenter: 'Ana' });
    await make(lab.pi, 'epoch', { session: session.id, name: 'Task' });
    await change(lab.pi, 'session', session.id, { tags: ['x'] });
    await change(lab.pi, 'session', session.id, { experimenter: 'Ben' });
    const by = async (filter: object) =>
      (
        await entriesOf(lab.pi, 'session', session.id, {
          filter: { person: null, model: null, field: null, ...filter },
        })
      ).map(({ model, action }) => `${action} ${model}`);
    expect(await by({ model: 'epoch' })).toEqual(['create epoch']);
    expect(await by({ model: 'session', field: 'experimenter' })).toEqual(['update session', 'create session']);
    expect(await by({ person: other.pi.number })).toEqual([]);
    expect(await by({ person: lab.pi.number })).toHaveLength(4);
  });

  test('goes on page by page without losing or repeating a write', async () => {
    const session = await newSession();
    for (let index = 0; index < 70; index++) await change(lab.pi, 'session', session.id, { experimenter: `E${index}` });
    const first = await historyOf(lab.pi, 'session', session.id);
    expect(first.writes).toHaveLength(60);
    const second = await historyOf(lab.pi, 'session', session.id, { before: first.next });
    expect(second.next).toBeNull();
    const ids = [...first.writes, ...second.writes].map(({ id }) => id);
    expect(new Set(ids).size).toBe(71);
    expect(await code(historyOf(lab.pi, 'session', session.id, { before: 'x' }))).toBe('not_found');
  });

  test('accounts are told to themselves only; the public portal has no history', async () => {
    expect((await historyOf(other.pi, 'user', lab.pi.number)).writes).toEqual([]);
    expect(
      await code(listHistory({ ...lab.pi, portal: 'public' }, modelNamed('session'), String(lab.session.id))),
    ).toBe('not_found');
    expect((await getRecord(lab.pi, modelNamed('session'), lab.session.id)).version).toBe(1);
  });
});
