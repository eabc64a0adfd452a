import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { query, queryOne, sql } from '@/lib/server/db/sql';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { bring, check, countsOf, csvOf, problemsOf, type Row } from '@/test/tables';
import { importTable } from './import-table';

type Lab = Awaited<ReturnType<typeof makeLab>>;
let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
let lab: Lab;

beforeAll(async () => {
  catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
});

const mouse = (name: string, more: Row = {}, of: Lab = lab): Row => ({
  project__name: String(of.project.name),
  subject__name: name,
  subject__sex: 'F',
  subject__strain: String(catalogue.strain.name),
  ...more,
});
const subjectsOf = async (of: Lab) =>
  (
    await query<{ name: string }>(
      sql`SELECT s.name FROM subject s JOIN subject_projects l ON l.source_id = s.id WHERE l.target_id = ${String(of.project.id)} AND s.live ORDER BY 1`,
    )
  ).map(({ name }) => name);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : String(error)),
  );
const everything = async () =>
  JSON.stringify(
    await queryOne(
      sql`SELECT (SELECT count(*) FROM subject) AS subjects, (SELECT count(*) FROM audit_log) AS audited, (SELECT count(*) FROM table_import) AS imports, (SELECT max(version) FROM subject) AS version`,
    ),
  );

describe('a dry run', () => {
  it('says what would be and leaves nothing', async () => {
    const before = await everything();
    const report = await check(lab.pi, 'subjects', [mouse('Dry 1'), mouse('Dry 2'), mouse('M1')]);
    expect(countsOf(report)).toEqual({ create: 2, unchanged: 1 });
    expect(report).toMatchObject({
      dry_run: true,
      id: null,
      problems: [],
      file: { name: 'subjects.csv', sheet: null },
    });
    expect(report.rows.map(({ row, status, title, id }) => [row, status, title, id])).toEqual([
      [2, 'create', 'Dry 1', null],
      [3, 'create', 'Dry 2', null],
      [4, 'unchanged', 'M1', lab.subject.id],
    ]);
    expect(await everything()).toBe(before);
  });

  it('tells every problem by row and column, of cells, names and rules, with what to write instead', async () => {
    const before = await everything();
    const report = await check(lab.pi, 'subjects', [
      mouse('Bad 1', { subject__sex: 'female', subject__strain: `${String(catalogue.strain.name)}x` }),
      mouse('Bad 2', { project__name: 'Nowhere' }),
      mouse('Bad 3', { subject__birth_date: '2026-02-01', subject__death_date: '2026-01-01' }),
      mouse('Good'),
      mouse('Good', { subject__sex: 'M' }),
    ]);
    expect(problemsOf(report)).toEqual([
      ['2', 'subject__sex', 'value'],
      ['2', 'subject__strain', 'unknown-name'],
      ['3', 'project__name', 'unknown-name'],
      ['4', 'subject__death_date', 'dies-after-birth'],
      ['6', 'subject__name', 'same-row'],
    ]);
    expect(report.problems[1]?.suggestion).toBe(`Did you mean “${String(catalogue.strain.name)}”?`);
    expect(report.problems[4]?.message).toBe('Row 5 is about “Good” too.');
    expect(countsOf(report)).toEqual({ create: 1, invalid: 4, problems: 5 });
    expect(report.rows[0]?.bad).toEqual(['subject__sex', 'subject__strain']);
    expect(await everything()).toBe(before);
  });

  it('without a needed column still tells about the cells there are', async () => {
    const { subject__strain: _, ...row } = mouse('Half', { subject__sex: 'X' });
    const report = await check(lab.pi, 'subjects', [row, { ...row, subject__sex: 'F' }]);
    expect(problemsOf(report)).toEqual([
      ['1', 'subject__strain', 'missing-column'],
      ['2', 'subject__sex', 'value'],
    ]);
    expect(countsOf(report)).toEqual({ invalid: 1, unchecked: 1, problems: 2 });
  });

  it('has as many problems as rows, in one line', async () => {
    const report = await check(
      lab.pi,
      'subjects',
      Array.from({ length: 40 }, (_, index) => mouse(`Same ${index}`, { subject__strain: 'Unheard of' })),
    );
    expect(report.problems).toHaveLength(1);
    expect(report.problems[0]?.rows).toHaveLength(40);
  });

  it('says what it took for granted', async () => {
    const report = await check(lab.pi, 'sessions', [
      { project__name: String(lab.project.name), session__name: 'Naive', session__date_time: '2026-07-01 09:30' },
      { project__name: String(lab.project.name), session__name: 'Slashed', session__date_time: '07/01/2026 09:30' },
    ]);
    expect(report.notices.map(({ column, message, rows }) => [column, message, rows])).toEqual([
      ['session__date_time', 'Times without a zone were read in the laboratory’s, Europe/Lisbon.', [2, 3]],
      ['session__date_time', 'Dates with slashes were read with the month first: 03/04/2026 is 4 March.', [3]],
    ]);
  });
});

describe('names', () => {
  it('may be ids, and are taken in any case where only one is meant', async () => {
    const report = await check(lab.pi, 'subjects', [
      mouse('By id', { project__name: String(lab.project.id), subject__strain: String(catalogue.strain.id) }),
      mouse('By case', { subject__strain: String(catalogue.strain.name).toLowerCase() }),
    ]);
    expect(countsOf(report)).toEqual({ create: 2 });
  });

  it('with commas are one name where there is such a record, and several else', async () => {
    const name = `Touch, vision ${crypto.randomUUID()}`;
    await make(lab.pi, 'project', { name });
    expect(countsOf(await check(lab.pi, 'subjects', [mouse('Whole', { project__name: name })]))).toEqual({ create: 1 });
    const both = `"${name}", ${String(lab.project.name)}`;
    expect(countsOf(await check(lab.pi, 'subjects', [mouse('Both', { project__name: both })]))).toEqual({ create: 1 });
  });

  it('that several records bear are told apart by ids and projects', async () => {
    const other = await make(lab.pi, 'project', { name: `Other ${crypto.randomUUID()}` });
    const twin = await make(lab.pi, 'subject', {
      name: 'M1',
      sex: 'M',
      strain: catalogue.strain.id,
      projects: [other.id],
    });
    const procedure = { subject__name: 'M1', procedure__type: 'Injection' };
    const { problems } = await check(lab.pi, 'procedures', [procedure]);
    expect(problems).toMatchObject([{ column: 'subject__name', code: 'ambiguous-name', rows: [2] }]);
    for (const part of [lab.subject.id, lab.project.name, twin.id, other.name])
      expect(problems[0]?.suggestion).toContain(String(part));
    expect(countsOf(await check(lab.pi, 'procedures', [{ ...procedure, subject__name: String(twin.id) }]))).toEqual({
      create: 1,
    });
  });

  it('of another laboratory are unknown, by name and by id, and suggest nothing of it', async () => {
    const away = await makeLab(catalogue);
    const hidden = await make(away.pi, 'project', { name: `Hidden ${crypto.randomUUID()}` });
    for (const project of [String(hidden.name), String(hidden.id), `${String(hidden.name)}x`]) {
      const { problems } = await check(lab.pi, 'subjects', [mouse('Spy', { project__name: project })]);
      expect(problems).toMatchObject([{ column: 'project__name', code: 'unknown-name' }]);
      expect(problems[0]?.suggestion ?? '').not.toContain('Hidden');
    }
    const { problems } = await check(lab.pi, 'behaviors', [
      {
        session__name: 'S1',
        subject__name: 'M1',
        behavior__setup: String(away.setup.id),
        behavior__behavioral_paradigm: String(away.assay.id),
      },
    ]);
    expect(problems.map(({ column, code }) => [column, code])).toEqual([
      ['behavior__setup', 'unknown-name'],
      ['behavior__behavioral_paradigm', 'unknown-name'],
    ]);
  });

  it('that one may read but not add to are refused as the form would', async () => {
    const { viewer: reader, email } = await makePerson();
    await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
    const before = await everything();
    const report = await bring(reader, 'subjects', [mouse('Uninvited'), mouse('M1', { subject__sex: 'M' })], {
      onDifference: 'update',
    });
    expect(report.id).toBeNull();
    expect(report.problems.map(({ rows, code }) => [rows, code])).toEqual([
      [[2], 'forbidden-reference'],
      [[3], 'forbidden'],
    ]);
    expect(await everything()).toBe(before);
  });
});

describe('an import', () => {
  it('writes what was checked, through the ordinary operations, and again changes nothing', async () => {
    const own = await makeLab(catalogue);
    const rows = [
      mouse('A1', { subject__description: 'Two\nlines & more', subject__tags: 'a, "b, c"' }, own),
      mouse('A2', { subject__sex: '', subject__birth_date: '2026-01-15' }, own),
    ];
    const report = await bring(own.pi, 'subjects', rows);
    expect(countsOf(report)).toEqual({ create: 2 });
    expect(report.id).not.toBeNull();
    expect(await subjectsOf(own)).toEqual(['A1', 'A2', 'M1']);
    const id = report.rows[0]?.id ?? '';
    const stored = await queryOne(
      sql`SELECT description, tags, sex, (SELECT count(*)::int FROM audit_log a WHERE a.record_id = s.id AND a.user_id = ${own.pi.id} AND a.action = 'create') AS audited FROM subject s WHERE id = ${id}`,
    );
    expect(stored).toEqual({
      description: '<p>Two<br />lines &amp; more</p>',
      tags: ['a', 'b, c'],
      sex: 'F',
      audited: 1,
    });
    expect(
      report.rows[1]?.id && (await queryOne(sql`SELECT sex FROM subject WHERE id = ${report.rows[1].id}`)),
    ).toEqual({
      sex: 'U',
    });
    const before = await everything();
    const again = await bring(own.pi, 'subjects', rows);
    expect(countsOf(again)).toEqual({ unchanged: 2 });
    expect(again.id).toBeNull();
    expect(await everything()).toBe(before);
  });

  it('is whole or nothing: one bad row among ten thousand keeps all of it out', async () => {
    const own = await makeLab(catalogue);
    const rows = Array.from({ length: 10_000 }, (_, index) => mouse(`N${index}`, {}, own));
    rows[9_997] = mouse('N9997', { subject__birth_date: '2026-02-01', subject__death_date: '2026-01-01' }, own);
    const file = { name: 'mice.csv', bytes: csvOf(rows) };
    const before = await everything();
    const checked = createHash('sha256').update(file.bytes).digest('hex');
    const report = await importTable(own.pi, { table: 'subjects', file, dryRun: false, checked });
    expect(problemsOf(report)).toEqual([['9999', 'subject__death_date', 'dies-after-birth']]);
    expect(countsOf(report)).toEqual({ create: 9_999, invalid: 1, problems: 1 });
    expect(report.rows.some(({ row }) => row === 9_999)).toBe(true);
    expect(await subjectsOf(own)).toEqual(['M1']);
    expect(await everything()).toBe(before);
    // Ten thousand rows take as long as the machine needs.
  }, 240_000);

  it('takes only the file that was checked', async () => {
    const file = { name: 'mice.csv', bytes: csvOf([mouse('Unseen')]) };
    const run = (checked: string | null) => importTable(lab.pi, { table: 'subjects', file, dryRun: false, checked });
    expect(await codeOf(run(null))).toMatch(/^invalid: Check the file first/);
    expect(await codeOf(run('0'.repeat(64)))).toMatch(/^conflict: The file has changed since it was checked/);
    expect(await subjectsOf(lab)).not.toContain('Unseen');
  });

  it('keeps what differs unless one chooses, row by row or for all', async () => {
    const own = await makeLab(catalogue);
    await bring(own.pi, 'subjects', [mouse('K1', {}, own), mouse('K2', {}, own)]);
    const rows = [
      mouse('K1', { subject__sex: 'M', subject__description: 'New' }, own),
      mouse('K2', { subject__sex: 'M' }, own),
    ];
    const report = await check(own.pi, 'subjects', rows);
    expect(countsOf(report)).toEqual({ keep: 2 });
    expect(report.rows[0]).toMatchObject({
      status: 'keep',
      isChoice: true,
      changes: [
        { column: 'subject__sex', label: 'Sex', before: 'F', after: 'M' },
        { column: 'subject__description', label: 'Description', before: '', after: 'New' },
      ],
    });
    expect(countsOf(await bring(own.pi, 'subjects', rows))).toEqual({ keep: 2 });
    expect(countsOf(await bring(own.pi, 'subjects', rows, { choices: { 3: 'update' } }))).toEqual({
      keep: 1,
      update: 1,
    });
    expect(countsOf(await bring(own.pi, 'subjects', rows, { onDifference: 'update', choices: { 2: 'keep' } }))).toEqual(
      {
        keep: 1,
        unchanged: 1,
      },
    );
    expect(countsOf(await bring(own.pi, 'subjects', rows, { onDifference: 'update' }))).toEqual({
      update: 1,
      unchanged: 1,
    });
    expect(countsOf(await bring(own.pi, 'subjects', rows))).toEqual({ unchanged: 2 });
  });

  it('tells linked records by their names, and never takes them out of a project', async () => {
    const own = await makeLab(catalogue);
    const second = await make(own.pi, 'project', { name: `Second ${crypto.randomUUID()}` });
    const both = `${String(own.project.name)}, ${String(second.name)}`;
    const rows = [mouse('M1', { project__name: both }, own)];
    const report = await bring(own.pi, 'subjects', rows, { onDifference: 'update' });
    expect(report.rows[0]?.changes).toEqual([
      { column: 'project__name', label: 'Projects', before: own.project.name, after: both },
    ]);
    expect(countsOf(await check(own.pi, 'subjects', [mouse('M1', {}, own)]))).toEqual({ unchanged: 1 });
  });

  it('leaves empty cells as they are in the portal', async () => {
    const own = await makeLab(catalogue);
    await bring(own.pi, 'subjects', [mouse('E1', { subject__tags: 'kept' }, own)]);
    expect(countsOf(await check(own.pi, 'subjects', [mouse('E1', { subject__tags: '' }, own)]))).toEqual({
      unchanged: 1,
    });
  });
});

describe('while it runs', () => {
  it('it tells how far it is, and ends at once with nothing written when it is cancelled', async () => {
    const own = await makeLab(catalogue);
    const rows = Array.from({ length: 400 }, (_, index) => mouse(`C${index}`, {}, own));
    const cancelling = new AbortController();
    const heard: [number, number][] = [];
    const before = await everything();
    const result = await codeOf(
      bring(
        own.pi,
        'subjects',
        rows,
        {},
        {
          signal: cancelling.signal,
          onProgress: (done, total) => {
            heard.push([done, total]);
            if (done >= 100) cancelling.abort();
          },
        },
      ),
    );
    expect(result).toMatch(/AbortError/);
    expect(heard).toEqual([
      [0, 400],
      [50, 400],
      [100, 400],
    ]);
    expect(await everything()).toBe(before);
    // Its turn is free again.
    expect(countsOf(await check(own.pi, 'subjects', [mouse('After', {}, own)]))).toEqual({ create: 1 });
  });

  it('two tabs with the same file make its records once', async () => {
    const own = await makeLab(catalogue);
    const rows = Array.from({ length: 30 }, (_, index) => mouse(`T${index}`, {}, own));
    const reports = await Promise.all([bring(own.pi, 'subjects', rows), bring(own.pi, 'subjects', rows)]);
    expect(reports.map(countsOf).sort((a, b) => (a.create ?? 0) - (b.create ?? 0))).toEqual([
      { unchanged: 30 },
      { create: 30 },
    ]);
    expect(await subjectsOf(own)).toHaveLength(31);
  });
});

it('knows no table of another name', async () => {
  expect(await codeOf(check(lab.pi, 'constructor', [mouse('X')]))).toBe('not_found: There is no such table.');
});
