import { beforeAll, describe, expect, test } from 'vitest';
import type { SentRow } from '@/lib/declare/grid';
import type { AnyRecord } from '@/lib/declare/model';
import { gridTableOf } from '@/lib/formats/grid/table';
import { modelNamed } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { countStatements } from '@/test/statements';
import { bring } from '@/test/tables';
import { getPool } from '../db/pool';
import { query, sql } from '../db/sql';
import { recordsById } from '../queries/records-by-id';
import { systemViewer, type UserViewer } from '../viewer';
import { changeMany, planChangeOfMany } from './change-many';
import { undoChangeOfMany } from './change-many-undo';
import { getRecord } from './get';
import { gridRowsOf, gridShape } from './grid-rows';
import { undoGrid } from './grid-undo';
import { writeGrid } from './grid-write';
import { undoTableImport } from './import-table-undo';
import { listRecords } from './list';
import { writeMany } from './write-many';

const session = modelNamed('session');

let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
let lab: Awaited<ReturnType<typeof makeLab>>;
beforeAll(async () => {
  catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
});

let made = 0;
/** So many new sessions of the laboratory's project, by id. */
async function newSessions(count: number, over: Record<string, unknown> = {}): Promise<string[]> {
  const inputs = Array.from({ length: count }, () => ({
    name: `Many ${(made += 1)}`,
    projects: [lab.project.id],
    ...over,
  }));
  const rows = await writeMany(lab.pi, session, inputs);
  return rows.map(({ id }) => String(id));
}

const get = (id: string | number, model = session) => getRecord(lab.pi, model, id);
const statusesOf = (rows: Awaited<ReturnType<typeof writeMany>>) =>
  rows.map(({ status, error }) => error?.problems[0]?.code ?? error?.code ?? status);

/** The rows of a grid that give each of the sessions other cells. */
async function editedRows(ids: readonly string[], cells: (place: number) => Record<string, string>) {
  const table = gridTableOf(session);
  if (!table) throw new Error('No grid.');
  const records = await recordsById(getPool(), lab.pi, session, ids, gridShape(table, session));
  const rows = await gridRowsOf(lab.pi, table, session, [...records.values()]);
  return rows.map((row, key): SentRow => ({
    key,
    id: row.id,
    version: row.version,
    linked: row.linked,
    cells: cells(key),
  }));
}

describe('a hundred records take as many statements as ten', () => {
  /** What the same work costs for ten and for a hundred. */
  async function costs(work: (count: number) => Promise<() => Promise<unknown>>): Promise<[number, number]> {
    // Once before, so that neither pays for what is looked up once.
    await (
      await work(2)
    )();
    const [few, many] = [await work(10), await work(100)];
    return [await countStatements(few), await countStatements(many)];
  }

  test('in a grid, with links and other sides of links, and when that is undone', async () => {
    const second = await make(lab.pi, 'project', { name: `Second of ${lab.email}` });
    await make(lab.pi, 'subject', { name: 'M2', sex: 'F', strain: catalogue.strain.id, projects: [lab.project.id] });
    const undone: (() => Promise<unknown>)[] = [];
    const [few, many] = await costs(async (count) => {
      const ids = await newSessions(count, { experimenter: 'Somebody' });
      await writeMany(
        lab.pi,
        modelNamed('sessionsubject'),
        ids.map((id) => ({ session: id, subject: lab.subject.id })),
      );
      const rows = await editedRows(ids, (place) => ({
        name: `Grid ${ids[place]}`,
        experimenter: place % 2 === 0 ? 'Ana Santos' : 'Nobody',
        tags: `tag ${place}`,
        projects: `${String(lab.project.name)}, ${String(second.name)}`,
        subjects: 'M2',
      }));
      return async () => {
        const { saved, problems } = await writeGrid(lab.pi, session, rows);
        expect(problems).toEqual([]);
        expect(saved).toMatchObject({ created: 0, changed: count });
        const undo = saved?.undo;
        if (undo) undone.push(() => undoGrid(lab.pi, session, undo));
      };
    });
    expect(many).toBe(few);
    const [, undoFew, undoMany] = undone;
    if (!undoFew || !undoMany) throw new Error('Expected undos.');
    expect(await countStatements(undoMany)).toBe(await countStatements(undoFew));
  });

  test('in one request of the API', async () => {
    const [few, many] = await costs(async (count) => {
      const ids = await newSessions(count);
      return () =>
        writeMany(
          lab.pi,
          session,
          ids.map((id, place) => ({ id, name: `Bulk ${id}`, tags: [`t${place}`], datastorage: [lab.storage.id] })),
        );
    });
    // Rules look at a hundred links with one statement.
    expect(many - few).toBeLessThanOrEqual(2);
  });

  test('when many are changed at once, and when that is undone', async () => {
    const input = { steps: [{ field: 'tags', operation: 'add', value: ['seen'] }] };
    const undone: (() => Promise<unknown>)[] = [];
    const [few, many] = await costs(async (count) => {
      const ids = await newSessions(count);
      return async () => {
        const { plan } = await planChangeOfMany(lab.pi, session, ids, input);
        expect(plan.parts).toMatchObject([{ changed: count, refused: [] }]);
        const written = await changeMany(lab.pi, session, plan.ids, input, plan.seal);
        undone.push(() => undoChangeOfMany(lab.pi, written));
      };
    });
    expect(many).toBe(few);
    const [, undoFew, undoMany] = undone;
    if (!undoFew || !undoMany) throw new Error('Expected undos.');
    expect(await countStatements(undoMany)).toBe(await countStatements(undoFew));
  });

  test('when a table changes them and that is undone, but for a few more each fifty rows', async () => {
    const undone: (() => Promise<unknown>)[] = [];
    const [few, many] = await costs(async (count) => {
      const rows = Array.from({ length: count }, (_, place) => ({
        project__name: String(lab.project.name),
        subject__name: `Row ${count} ${place}`,
        subject__strain: String(catalogue.strain.name),
      }));
      const first = await bring(lab.pi, 'subjects', rows);
      undone.push(() => undoTableImport(lab.pi, first.id ?? ''));
      const others = rows.map((row) => ({ ...row, subject__tags: 'changed' }));
      return async () => {
        const { id, counts, problems } = await bring(lab.pi, 'subjects', others, { onDifference: 'update' });
        expect(problems).toEqual([]);
        expect(counts).toMatchObject({ update: count });
        await undoTableImport(lab.pi, id ?? '');
      };
    });
    expect(many).toBeLessThan(2 * few);
    const [, undoFew, undoMany] = undone;
    if (!undoFew || !undoMany) throw new Error('Expected undos.');
    expect(await countStatements(undoMany)).toBe(await countStatements(undoFew));
  });
});

describe('records that are changed together', () => {
  test('each have their own row in the audit log, from what they were to what they are', async () => {
    const [a = '', b = '', same = ''] = await newSessions(3, { tags: ['old'] });
    const rows = await writeMany(lab.pi, session, [
      { id: a, tags: ['new'] },
      { id: b, experimenter: 'Ana Santos', projects: [lab.project.id] },
      { id: same, tags: ['old'] },
    ]);
    expect(rows.map(({ status, version }) => [status, version])).toEqual([
      ['changed', 2],
      ['changed', 2],
      ['unchanged', 1],
    ]);
    const log = await query<{ id: string; before: AnyRecord; after: AnyRecord }>(
      sql`SELECT record_id::text AS id, before, after FROM audit_log WHERE action = 'update' AND record_id = ANY(${[a, b, same]}::uuid[])`,
    );
    const of = (id: string) => log.filter((one) => one.id === id);
    expect(of(a)).toMatchObject([{ before: { tags: ['old'], version: 1 }, after: { tags: ['new'], version: 2 } }]);
    expect(of(b)).toMatchObject([
      { before: { experimenter: '' }, after: { experimenter: 'Ana Santos', tags: ['old'] } },
    ]);
    expect(of(same)).toEqual([]);
  });

  test('are all told what is wrong with them, and none is written', async () => {
    const [a = '', b = '', c = '', d = '', e = ''] = await newSessions(5);
    await change(lab.pi, 'session', c, { tags: ['theirs'] });
    const taken = String((await get(e)).name);
    const rows = await writeMany(lab.pi, session, [
      { id: a, tags: ['mine'] },
      { id: b, name: '' },
      { id: c, version: 1, tags: ['mine'] },
      { id: crypto.randomUUID(), tags: ['mine'] },
      { id: 'odd', tags: ['mine'] },
      { id: d, name: taken },
    ]);
    expect(statusesOf(rows)).toEqual(['changed', 'required', 'stale', 'not_found', 'not_found', 'not-unique']);
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await get(a)).toMatchObject({ tags: [], version: 1 });
    expect(await get(c)).toMatchObject({ tags: ['theirs'], version: 2 });
  });

  test('are refused to who may only read one of them', async () => {
    const { viewer: member, email } = await makePerson();
    const theirs = await make(member, 'project', { name: `Of ${email}` });
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
    const own = await make(member, 'session', { name: 'Own', projects: [theirs.id] });
    const [read = ''] = await newSessions(1);
    const rows = await writeMany(member, session, [
      { id: own.id, tags: ['x'] },
      { id: read, tags: ['x'] },
    ]);
    expect(statusesOf(rows)).toEqual(['changed', 'forbidden']);
    expect(await getRecord(member, session, own.id)).toMatchObject({ tags: [] });
  });

  test('keep the links that the writer does not see, each its own', async () => {
    const { viewer: colleague, email } = await makePerson();
    const shared = await make(lab.pi, 'project', { name: `Shared with ${email}` });
    await change(lab.pi, 'project', shared.id, { users: { [email]: { can_change: true } } });
    const [both = '', one = ''] = await newSessions(2, { projects: [lab.project.id, shared.id] });
    await change(lab.pi, 'session', one, { projects: [shared.id] });
    const another = await make(colleague, 'project', { name: `Another of ${email}` });
    const rows = await writeMany(colleague, session, [
      { id: both, projects: [another.id] },
      { id: one, projects: [another.id, shared.id] },
    ]);
    expect(statusesOf(rows)).toEqual(['changed', 'changed']);
    const projectsOf = async (id: string) =>
      (await getRecord(systemViewer('test'), session, id)).projects as readonly string[]; // a list of references
    expect(await projectsOf(both)).toEqual([another.id, lab.project.id]);
    expect(await projectsOf(one)).toEqual([another.id, shared.id]);
  });

  test('find the experimenter among the members of their own projects', async () => {
    const elsewhere = await make(lab.pi, 'project', { name: `Elsewhere ${lab.email}` });
    const { viewer: twin, email } = await makePerson();
    await change(lab.pi, 'project', elsewhere.id, { users: { [email]: {} } });
    const [here = '', there = '', unknown = ''] = await newSessions(3);
    await writeMany(lab.pi, session, [
      { id: here, experimenter: lab.email },
      { id: there, experimenter: email, projects: [elsewhere.id] },
      { id: unknown, experimenter: email },
    ]);
    const found = await query<{ id: string; person: string | null }>(
      sql`SELECT id::text, experimenter_user_id::text AS person FROM session WHERE id = ANY(${[here, there, unknown]}::uuid[])`,
    );
    expect(new Map(found.map(({ id, person }) => [id, person]))).toEqual(
      new Map([
        [here, lab.pi.id],
        [there, twin.id],
        [unknown, null],
      ]),
    );
  });
});

describe('where the order of records counts they are written in their order', () => {
  test('the same record twice', async () => {
    const [id = ''] = await newSessions(1);
    const { number } = await get(id);
    const rows = await writeMany(lab.pi, session, [
      { id, tags: ['first'] },
      { id: Number(number), version: 2, experimenter: 'Second' },
      { id, version: 2, tags: ['too late'] },
    ]);
    expect(statusesOf(rows)).toEqual(['changed', 'changed', 'stale']);
    expect(await get(id)).toMatchObject({ tags: [], version: 1 });
  });

  test('a name that one gives up and another takes', async () => {
    const [a = '', b = ''] = await newSessions(2);
    const [nameOfA, nameOfB] = [String((await get(a)).name), String((await get(b)).name)];
    const pass = (first: object, second: object) => writeMany(lab.pi, session, [first, second]);
    expect(statusesOf(await pass({ id: a, name: nameOfB }, { id: b, name: `${nameOfA} new` }))).toEqual([
      'not-unique',
      'changed',
    ]);
    expect(statusesOf(await pass({ id: b, name: `${nameOfA} new` }, { id: a, name: nameOfB }))).toEqual([
      'changed',
      'changed',
    ]);
    expect(await get(a)).toMatchObject({ name: nameOfB });
  });

  test('records that link each other, which rules look at', async () => {
    const system: UserViewer = (await makePerson({ isSuperuser: true })).viewer;
    const category = modelNamed('behavioralcategory');
    const name = crypto.randomUUID();
    const [a, b, c] = await writeMany(
      system,
      category,
      ['A', 'B', 'C'].map((one) => ({ name: `${one} ${name}` })),
    );
    const rows = await writeMany(system, category, [
      { id: a?.id, parent: b?.id },
      { id: b?.id, parent: c?.id },
    ]);
    expect(statusesOf(rows)).toEqual(['changed', 'two-levels-of-categories']);
  });

  test('two projects that would be called the same', async () => {
    const name = crypto.randomUUID();
    const [a, b] = [
      await make(lab.pi, 'project', { name: `A ${name}` }),
      await make(lab.pi, 'project', { name: `B ${name}` }),
    ];
    const rows = await writeMany(lab.pi, modelNamed('project'), [
      { id: a.id, name },
      { id: b.id, name },
    ]);
    expect(statusesOf(rows)).toEqual(['changed', 'not-unique']);
    const list = { filters: [], search: name, sort: [], limit: 10, offset: 0 };
    const { records } = await listRecords(lab.pi, modelNamed('project'), list, 'none');
    expect(records.map((one) => one.name).toSorted()).toEqual([`A ${name}`, `B ${name}`]);
  });

  test('new ones and changes, in the order that they were given', async () => {
    const [a = ''] = await newSessions(1);
    const { name } = await get(a);
    const rows = await writeMany(lab.pi, session, [
      { id: a, name: `${String(name)} before` },
      { name, projects: [lab.project.id] },
      { id: a, tags: ['after'] },
    ]);
    expect(rows.map(({ row, status }) => [row, status])).toEqual([
      [1, 'changed'],
      [2, 'created'],
      [3, 'changed'],
    ]);
    expect(await get(a)).toMatchObject({ tags: ['after'], version: 3 });
  });
});
