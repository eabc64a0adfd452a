import { beforeAll, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { query, sql } from '@/lib/server/db/sql';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { bring, countsOf, type Row } from '@/test/tables';
import { listImports } from '../queries/import-table-log';
import { getRecord } from './get';
import { undoTableImport } from './import-table-undo';

let catalogue: Awaited<ReturnType<typeof makeCatalogue>>;
let lab: Awaited<ReturnType<typeof makeLab>>;

beforeAll(async () => {
  catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
});

const mouse = (name: string, more: Row = {}): Row => ({
  project__name: String(lab.project.name),
  subject__name: name,
  subject__strain: String(catalogue.strain.name),
  ...more,
});
const subject = modelNamed('subject');
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : String(error)),
  );
const living = async (ids: readonly (string | null)[]) =>
  (await query<{ name: string }>(sql`SELECT name FROM subject WHERE live AND id = ANY(${ids}::uuid[]) ORDER BY 1`)).map(
    ({ name }) => name,
  );
const idsIn = (report: Awaited<ReturnType<typeof bring>>) => report.rows.map(({ id }) => id);

it('takes a mixed import back whole: new records go, changed ones are as they were', async () => {
  await bring(lab.pi, 'subjects', [mouse('Old', { subject__description: 'Before', subject__tags: 'a' })]);
  const report = await bring(
    lab.pi,
    'subjects',
    [mouse('New 1'), mouse('Old', { subject__description: 'After', subject__tags: 'a, b' }), mouse('New 2')],
    { onDifference: 'update' },
  );
  expect(countsOf(report)).toEqual({ create: 2, update: 1 });
  const heard: number[] = [];
  await undoTableImport(lab.pi, report.id ?? '', { onProgress: (done) => heard.push(done) });
  expect(await living(idsIn(report))).toEqual(['Old']);
  expect(await getRecord(lab.pi, subject, report.rows[1]?.id ?? '')).toMatchObject({
    description: '<p>Before</p>',
    tags: ['a'],
  });
  expect(await codeOf(undoTableImport(lab.pi, report.id ?? ''))).toBe('conflict: This import has been undone already.');
});

it('undoes nothing where one record was changed since, and says which', async () => {
  const report = await bring(lab.pi, 'subjects', [mouse('Still'), mouse('Touched')]);
  await change(lab.pi, 'subject', report.rows[1]?.id ?? '', { genotype: 'wt' });
  expect(await codeOf(undoTableImport(lab.pi, report.id ?? ''))).toBe(
    'conflict: Changed since the import: “Touched”. Nothing was undone.',
  );
  expect(await living(idsIn(report))).toEqual(['Still', 'Touched']);
});

it('deletes nothing that others have built upon it', async () => {
  const report = await bring(lab.pi, 'subjects', [mouse('Base'), mouse('Free')]);
  await make(lab.pi, 'procedure', {
    subject: report.rows[0]?.id,
    type: 'Injection',
    coordinates_system: 'Stereotaxic_BregmaAbsolute',
  });
  expect(await codeOf(undoTableImport(lab.pi, report.id ?? ''))).toMatch(/^conflict: .*1 procedure would be deleted/);
  expect(await living(idsIn(report))).toEqual(['Base', 'Free']);
});

it('undoes nothing where one deletion is refused', async () => {
  const report = await bring(lab.pi, 'subjects', [mouse('Unused'), mouse('Used')]);
  await make(lab.pi, 'sessionsubject', { session: lab.session.id, subject: report.rows[1]?.id });
  expect(await codeOf(undoTableImport(lab.pi, report.id ?? ''))).toMatch(/^in_use: /);
  expect(await living(idsIn(report))).toEqual(['Unused', 'Used']);
});

it('belongs to the importer and to administrators: for others there is no such import', async () => {
  const { viewer: colleague, email } = await makePerson();
  const { viewer: administrator } = await makePerson({ isSuperuser: true });
  await change(lab.pi, 'project', lab.project.id, { users: { [email]: { is_owner: true } } });
  const report = await bring(lab.pi, 'subjects', [mouse('Theirs')]);
  const id = report.id ?? '';
  const seen = async (viewer: typeof colleague) => (await listImports(viewer, 1000)).some((one) => one.id === id);
  expect(await seen(lab.pi)).toBe(true);
  expect(await seen(colleague)).toBe(false);
  expect(await seen(administrator)).toBe(true);
  expect(await codeOf(undoTableImport(colleague, id))).toMatch(/^not_found/);
  for (const odd of ['', 'x', '7', crypto.randomUUID()])
    expect(await codeOf(undoTableImport(lab.pi, odd))).toMatch(/^not_found/);
  expect(await codeOf(undoTableImport(administrator, id))).toBe('done');
  expect(await living(idsIn(report))).toEqual([]);
});

it('needs the rights that its parts need, when it is undone', async () => {
  const { viewer: guest, email } = await makePerson();
  await change(lab.pi, 'project', lab.project.id, { users: { [email]: { can_change: true } } });
  const report = await bring(guest, 'subjects', [mouse('Guest')]);
  await change(lab.pi, 'project', lab.project.id, { users: { [email]: {} } });
  expect(await codeOf(undoTableImport(guest, report.id ?? ''))).toMatch(/^forbidden/);
  await change(lab.pi, 'project', lab.project.id, { users: { [email]: { remove: true } } });
  // Nor does it tell those who have left what became of it.
  expect(await codeOf(undoTableImport(guest, report.id ?? ''))).toBe(
    'conflict: Changed since the import: a record. Nothing was undone.',
  );
  expect(await living(idsIn(report))).toEqual(['Guest']);
});

it('is listed with who, when, what and how many', async () => {
  const [latest] = await listImports(lab.pi, 1);
  const report = await bring(lab.pi, 'subjects', [mouse('Listed'), mouse('M1')]);
  const [one] = await listImports(lab.pi, 1);
  expect(one).toMatchObject({
    id: report.id,
    table: 'subjects',
    file: 'subjects.csv',
    by: 'Ana Santos',
    created: 1,
    changed: 0,
    unchanged: 1,
    undone_at: null,
  });
  expect(one?.created_at.localeCompare(latest?.created_at ?? '')).toBeGreaterThanOrEqual(0);
  await undoTableImport(lab.pi, report.id ?? '');
  expect((await listImports(lab.pi, 1))[0]?.undone_at).toMatch(/Z$/);
});
