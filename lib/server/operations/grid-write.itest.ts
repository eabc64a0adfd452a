import type { AnyRecord } from '@/lib/declare/model';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SentRow } from '@/lib/declare/grid';
import { gridTableOf } from '@/lib/formats/grid/table';
import { modelList, modelNamed } from '@/lib/models';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { query, sql } from '../db/sql';
import { recordsById } from '../queries/records-by-id';
import { getPool } from '../db/pool';
import type { Viewer } from '../viewer';
import { getRecord } from './get';
import { gridRowsOf, gridShape } from './grid-rows';
import { removeRecord } from './remove';
import { undoGrid } from './grid-undo';
import { writeGrid } from './grid-write';
import { listRecords } from './list';

const session = modelNamed('session');
const subject = modelNamed('subject');

/** New rows, from the texts of their cells. */
const fresh = (...rows: Record<string, string>[]): SentRow[] =>
  rows.map((cells, key) => ({ key, id: null, version: null, cells, linked: {} }));

/** A row of the grid as it is loaded, with other texts in some cells. */
async function edited(viewer: Viewer, name: 'session' | 'subject', id: string, cells: Record<string, string>, key = 0) {
  const row = await loaded(viewer, name, id);
  return { key, id, version: row.version, cells, linked: row.linked };
}

async function loaded(viewer: Viewer, name: 'session' | 'subject', id: string) {
  const model = modelNamed(name);
  const table = gridTableOf(model);
  if (!table) throw new Error('No grid.');
  const records = await recordsById(getPool(), viewer, model, [id], gridShape(table, model));
  const [row] = await gridRowsOf(viewer, table, model, [...records.values()]);
  if (!row) throw new Error('No row.');
  return row;
}

describe('writing a grid', () => {
  let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
  let lab: Awaited<ReturnType<typeof makeLab>>;
  let other: Awaited<ReturnType<typeof makeLab>>;
  beforeAll(async () => {
    catalogue = await makeCatalogue();
    [lab, other] = [await makeLab(catalogue), await makeLab(catalogue)];
  });

  const projectName = () => String(lab.project.name);
  const newSubject = (name: string, more: Record<string, unknown> = {}) =>
    make(lab.pi, 'subject', { name, sex: 'F', strain: catalogue.strain.id, projects: [lab.project.id], ...more });
  const subjectsOf = async (id: string) => {
    const { subjects } = await getRecord(lab.pi, session, id, { include: ['subjects'] });
    return (subjects as { subject: string }[]).map((link) => link.subject).toSorted(); // built from the declaration
  };

  test('creates sessions with their subjects in one transaction, and one undo takes all of it back', async () => {
    const m2 = await newSubject('Grid M2');
    const result = await writeGrid(
      lab.pi,
      session,
      fresh(
        {
          name: 'Grid day 1',
          projects: projectName(),
          subjects: 'M1, Grid M2',
          date_time: '2026-07-01 09:30',
          tags: 'training, "left, right"',
          description: 'Two\nlines',
        },
        { name: 'Grid day 2', projects: projectName(), subjects: 'm1' },
      ),
    );
    expect(result).toMatchObject({ problems: [], stale: [], saved: { created: 2, changed: 0, proposed: 0 } });
    // All that was made, and nothing else, has this instant.
    const at = result.saved?.createdAt ?? '';
    const filters = (['gte', 'lte'] as const).map((operator) => ({ path: ['created_at'], operator, values: [at] }));
    const { records } = await listRecords(lab.pi, session, { filters, search: '', sort: [], limit: 50, offset: 0 });
    expect(records.map(({ name }) => name).toSorted()).toEqual(['Grid day 1', 'Grid day 2']);
    const [first = '', second = ''] = (result.saved?.undo?.created ?? []).map(({ id }) => id);
    expect(await getRecord(lab.pi, session, first)).toMatchObject({
      projects: [lab.project.id],
      // Lisbon is an hour ahead of UTC in summer.
      date_time: '2026-07-01T08:30:00.000Z',
      tags: ['training', 'left, right'],
      description: '<p>Two<br />lines</p>',
    });
    expect((await loaded(lab.pi, 'session', first)).locked).toEqual({});
    expect(await subjectsOf(first)).toEqual([String(lab.subject.id), String(m2.id)].toSorted());
    const log = await query<{ at: string }>(
      sql`SELECT DISTINCT at::text FROM audit_log WHERE record_id = ANY(${[first, second]}::uuid[])`,
    );
    // The time of a row is that of its transaction.
    expect(log).toHaveLength(1);

    if (!result.saved?.undo) throw new Error('Expected an undo.');
    await expect(undoGrid(other.pi, session, result.saved.undo)).rejects.toMatchObject({ code: 'not_found' });
    await undoGrid(lab.pi, session, result.saved.undo);
    await expect(getRecord(lab.pi, session, first)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('names that were passed on are given back, and nothing is undone that others have worked on', async () => {
    const a = await make(lab.pi, 'session', { name: 'Chain A', projects: [lab.project.id] });
    const b = await make(lab.pi, 'session', { name: 'Chain B', projects: [lab.project.id] });
    const rows = [
      await edited(lab.pi, 'session', String(b.id), { name: 'Chain C' }, 0),
      await edited(lab.pi, 'session', String(a.id), { name: 'Chain B' }, 1),
      ...fresh({ name: 'Chain A', projects: projectName() }).map((row) => ({ ...row, key: 2 })),
    ];
    const { saved } = await writeGrid(lab.pi, session, rows);
    expect(saved).toMatchObject({ created: 1, changed: 2, createdAt: expect.stringMatching(/Z$/) });
    if (!saved?.undo) throw new Error('Expected an undo.');
    const made = saved.undo.created[0]?.id ?? '';
    const epoch = await make(lab.pi, 'epoch', { name: 'Of a colleague', session: made, start: 0, end: 1 });
    await expect(undoGrid(lab.pi, session, saved.undo)).rejects.toMatchObject({ code: 'conflict' });
    await removeRecord(lab.pi, modelNamed('epoch'), String(epoch.id));
    await undoGrid(lab.pi, session, saved.undo);
    const nameOf = async ({ id }: AnyRecord) => (await getRecord(lab.pi, session, String(id))).name;
    expect([await nameOf(a), await nameOf(b)]).toEqual(['Chain A', 'Chain B']);
    await expect(getRecord(lab.pi, session, made)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a trial writes nothing, takes no number, and says the same', async () => {
    const rows = fresh(
      { name: 'Trial', projects: projectName(), subjects: 'M1' },
      { name: 'S1', projects: projectName() },
    );
    const { problems, found, saved } = await writeGrid(lab.pi, session, rows, { isTrial: true });
    expect(problems).toMatchObject([
      { key: 1, column: 'name', message: expect.stringMatching(/has this name already/) },
    ]);
    expect(found).toContainEqual({ key: 0, column: 'subjects', ids: [lab.subject.id], names: ['M1'] });
    expect(saved).toBeNull();
    const next = await make(lab.pi, 'session', { name: 'After a trial', projects: [lab.project.id] });
    const again = await make(lab.pi, 'session', { name: 'After that', projects: [lab.project.id] });
    await writeGrid(lab.pi, session, fresh({ name: 'Another', projects: projectName() }), { isTrial: true });
    const last = await make(lab.pi, 'session', { name: 'And that', projects: [lab.project.id] });
    expect([again, last].map(({ number }) => Number(number) - Number(next.number))).toEqual([1, 2]);
  });

  test('every problem is told at its cell, and then nothing is written', async () => {
    await newSubject('Twin');
    await make(other.pi, 'subject', {
      name: 'Theirs only',
      sex: 'F',
      strain: catalogue.strain.id,
      projects: [other.project.id],
    });
    const { problems, saved } = await writeGrid(
      lab.pi,
      session,
      fresh(
        { name: 'Good', projects: projectName() },
        { name: '', projects: projectName() },
        { name: 'No such project', projects: 'Nowhere' },
        { name: 'Another lab’s subject', projects: projectName(), subjects: 'Theirs only' },
        { name: 'Bad time', projects: projectName(), date_time: 'yesterday' },
        { name: 'x'.repeat(101), projects: projectName(), subjects: 'Twni' },
      ),
    );
    expect(saved).toBeNull();
    expect(problems.map(({ key, column }) => [key, column]).toSorted()).toEqual([
      [1, 'name'],
      [2, 'projects'],
      [3, 'subjects'],
      [4, 'date_time'],
      [5, 'name'],
      [5, 'subjects'],
    ]);
    const messageOf = (key: number, column: string) =>
      problems.find((problem) => problem.key === key && problem.column === column);
    // What one may not see and what does not exist are told in the same words.
    expect(messageOf(3, 'subjects')?.message).toBe('There is no subject “Theirs only”, or you may not see it.');
    expect(messageOf(5, 'subjects')?.suggestion).toBe('Did you mean “Twin”?');
    expect(messageOf(4, 'date_time')?.message).toMatch(/YYYY-MM-DD HH:MM/);
    const list = { filters: [], search: 'Good', sort: [], limit: 10, offset: 0 };
    expect((await listRecords(lab.pi, session, list, 'none')).records).toEqual([]);
  });

  test('a name that two records of its projects have asks for the id; one that it links already is that one', async () => {
    const second = await make(lab.pi, 'project', { name: `Second ${lab.email}` });
    const [one, two] = [await newSubject('Same'), await newSubject('Same', { projects: [second.id] })];
    const both = `${projectName()}, Second ${lab.email}`;
    const ask = (cells: Record<string, string>) => writeGrid(lab.pi, session, fresh({ name: 'Of two', ...cells }));
    expect((await ask({ projects: both, subjects: 'Same' })).problems).toMatchObject([
      {
        column: 'subjects',
        message: 'Several subjects are called “Same”.',
        suggestion: expect.stringMatching(/Give the id/),
      },
    ]);
    expect((await ask({ projects: `Second ${lab.email}`, subjects: 'M1' })).problems).toMatchObject([
      { column: 'subjects', message: expect.stringMatching(/is not in the project “Second/) },
    ]);
    const made = await ask({ projects: both, subjects: `M1, ${two.id}` });
    const [id = ''] = (made.saved?.undo?.created ?? []).map(({ id }) => id);
    expect((await loaded(lab.pi, 'session', id)).texts.subjects).toBe('M1, Same');
    await writeGrid(lab.pi, session, [await edited(lab.pi, 'session', id, { subjects: 'Same' })]);
    expect(await subjectsOf(id)).toEqual([two.id]);
    expect(one.id).not.toBe(two.id);
  });

  test('changes only the cells that are sent, and undoes them', async () => {
    const m3 = await newSubject('Grid M3', { genotype: 'wt/wt', tags: ['old'] });
    const id = String(m3.id);
    const result = await writeGrid(lab.pi, subject, [
      await edited(lab.pi, 'subject', id, { genotype: '', sex: 'M', birth_date: '2026-01-15' }),
    ]);
    expect(result).toMatchObject({ problems: [], saved: { created: 0, changed: 1 } });
    expect(await getRecord(lab.pi, subject, id)).toMatchObject({
      sex: 'M',
      genotype: '',
      birth_date: '2026-01-15',
      tags: ['old'],
      version: 2,
    });
    if (!result.saved?.undo) throw new Error('Expected an undo.');
    await undoGrid(lab.pi, subject, result.saved.undo);
    expect(await getRecord(lab.pi, subject, id)).toMatchObject({ sex: 'F', genotype: 'wt/wt', birth_date: null });
    // A second time there is something newer.
    await expect(undoGrid(lab.pi, subject, result.saved.undo)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a row that somebody else has changed is told as it is now, and never overwritten', async () => {
    const m4 = await newSubject('Grid M4');
    const row = await edited(lab.pi, 'subject', String(m4.id), { genotype: 'mine' });
    await change(lab.pi, 'subject', m4.id, { genotype: 'theirs' });
    const result = await writeGrid(lab.pi, subject, [row, ...fresh({ name: 'Beside it', projects: projectName() })]);
    expect(result.stale).toMatchObject([{ key: 0, row: { id: m4.id, version: 2, texts: { genotype: 'theirs' } } }]);
    expect(result.saved).toBeNull();
    expect(await getRecord(lab.pi, subject, m4.id)).toMatchObject({ genotype: 'theirs' });
  });

  test('subjects of a session are added and taken away one by one, also against what others do meanwhile', async () => {
    const [a, b] = [await newSubject('Link A'), await newSubject('Link B')];
    const made = await make(lab.pi, 'session', { name: 'Linked', projects: [lab.project.id] });
    const id = String(made.id);
    await make(lab.pi, 'sessionsubject', { session: id, subject: a.id, weight: 23.5 });
    expect((await loaded(lab.pi, 'session', id)).texts).toMatchObject({ subjects: 'Link A', projects: projectName() });
    const row = await edited(lab.pi, 'session', id, { subjects: 'Link B' });
    const result = await writeGrid(lab.pi, session, [row]);
    expect(result).toMatchObject({ problems: [], stale: [], saved: { changed: 1 } });
    expect(await subjectsOf(id)).toEqual([b.id]);
    // The row was read before.
    expect((await writeGrid(lab.pi, session, [row])).stale).toHaveLength(1);
    if (!result.saved?.undo) throw new Error('Expected an undo.');
    await undoGrid(lab.pi, session, result.saved.undo);
    const { subjects } = await getRecord(lab.pi, session, id, { include: ['subjects'] });
    expect(subjects).toMatchObject([{ subject: a.id, weight: 23.5 }]);
  });

  test('who may only read a row is told so at the row; a stranger finds nothing', async () => {
    const m5 = await newSubject('Grid M5');
    const { viewer: member, email } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
    expect(await loaded(member, 'subject', String(m5.id))).toMatchObject({
      whyNot: 'You may read this subject, but not change it.',
    });
    const row = await edited(member, 'subject', String(m5.id), { genotype: 'x' });
    expect(await writeGrid(member, subject, [row])).toMatchObject({
      problems: [{ key: 0, column: null, message: expect.stringMatching(/only contributors and above/) }],
      saved: null,
    });
    expect(await writeGrid(other.pi, subject, [row])).toMatchObject({
      problems: [{ key: 0, column: null, message: expect.stringMatching(/is gone, or you may no longer see it/) }],
      found: [],
      saved: null,
    });
    const joined = fresh({
      name: 'Intruder',
      projects: projectName(),
      sex: 'F',
      strain: String(catalogue.strain.name),
    });
    expect(await writeGrid(other.pi, subject, joined)).toMatchObject({
      problems: [{ column: 'projects', message: expect.stringMatching(/There is no project/) }],
    });
  });

  test('in a catalogue new rows and changes wait for a reviewer, and have no undo', async () => {
    const result = await writeGrid(
      lab.pi,
      modelNamed('strain'),
      fresh({ name: `Grid strain ${lab.email}`, species: String(catalogue.species.name) }),
    );
    expect(result).toMatchObject({ problems: [], saved: { created: 0, proposed: 1, undo: null } });
  });

  test('what is formatted is locked, and what reads back differently is not shown as text', async () => {
    const made = await make(lab.pi, 'session', {
      name: 'Formatted',
      projects: [lab.project.id],
      description: '<p>With <strong>weight</strong></p>',
      date_time: '2026-10-25T00:30:00Z',
    });
    const row = await loaded(lab.pi, 'session', String(made.id));
    expect(row.locked).toHaveProperty('description');
    // Lisbon's clocks show 01:30 twice in that night.
    expect(row.texts.date_time).toBe('2026-10-25 01:30');
    const [later] = [
      await make(lab.pi, 'session', { name: 'Later', projects: [lab.project.id], date_time: '2026-10-25T01:30:00Z' }),
    ];
    expect((await loaded(lab.pi, 'session', String(later?.id))).texts.date_time).toBe('2026-10-25T01:30:00.000Z');
  });

  test('every grid can look all its names up', async () => {
    const models = modelList.filter((model) => gridTableOf(model));
    expect(models.map(({ name }) => name)).toEqual(expect.arrayContaining(['session', 'subject', 'strain', 'project']));
    for (const model of models) {
      const cells = Object.fromEntries(
        Object.keys(gridTableOf(model)?.columns ?? {}).map((name) => [name, 'Nothing called so']),
      );
      const { problems, saved } = await writeGrid(lab.pi, model, fresh(cells), { isTrial: true });
      expect([model.name, saved, problems.every(({ column }) => column !== null)]).toEqual([
        model.name,
        null,
        expect.any(Boolean),
      ]);
    }
  });
});
