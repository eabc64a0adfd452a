import { beforeAll, describe, expect, it } from 'vitest';
import { modelNamed } from '@/lib/models';
import { tableNamed, tables } from '@/lib/formats/tables';
import { queryOne, sql } from '@/lib/server/db/sql';
import { make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { bring, check, countsOf, problemsOf, type Row } from '@/test/tables';
import { systemViewer } from '../viewer';
import { getRecord } from './get';
import { undoTableImport } from './import-table-undo';

type Lab = Awaited<ReturnType<typeof makeLab>>;
let lab: Lab;
let names: { project: string; strain: string; procedure: string; mouse: string; region: string; supplier: string };

beforeAll(async () => {
  const catalogue = await makeCatalogue();
  lab = await makeLab(catalogue);
  const procedure = await make(lab.pi, 'procedure', {
    subject: lab.subject.id,
    type: 'SiliconProbeImplant',
    coordinates_system: 'Stereotaxic_BregmaAbsolute',
  });
  const system = systemViewer('test catalogue');
  const region = `Somewhere ${crypto.randomUUID().slice(0, 8)}`;
  for (const atlas of ['AIA', 'PF2001'])
    await make(system, 'brainregion', { atlas, name: region, acronym: `S${atlas}` });
  const supplier = await make(system, 'supplier', { name: `Breeder ${crypto.randomUUID().slice(0, 8)}` });
  names = {
    project: String(lab.project.name),
    strain: String(catalogue.strain.name),
    procedure: String(procedure.id),
    mouse: String(lab.subject.id),
    region,
    supplier: String(supplier.name),
  };
});

/** Records of a table's model that live. */
const countOf = async (table: string) => {
  const model = tableNamed(table)?.model ?? '';
  const row = await queryOne<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM ${sql.table(modelNamed(model).name)} WHERE live`,
  );
  return row?.count ?? 0;
};

/** For each table a row that makes a record, what is then stored, and the same row saying something else (null: none can). */
const cases: Readonly<Record<string, () => { row: Row; stored: object; other: Row | null }>> = {
  projects: () => ({
    row: {
      project__name: 'From a file',
      project__description: 'Plain & simple',
      project__is_public: 'no',
      project__tags: 'a, b',
      project__authenticated_groups: String(lab.group.name),
      project__users__is_owner: lab.pi.email,
    },
    stored: {
      name: 'From a file',
      description: '<p>Plain &amp; simple</p>',
      is_public: false,
      tags: ['a', 'b'],
      groups: { [String(lab.group.name)]: { can_change: true, is_manager: false, is_owner: false } },
    },
    other: { project__tags: 'a' },
  }),
  subjects: () => ({
    row: {
      project__name: names.project,
      subject__name: 'M2',
      subject__strain: names.strain,
      subject__supplier: names.supplier,
      subject__birth_date: '2026-01-15',
      subject__death_date: '2026-05-01',
    },
    stored: { name: 'M2', sex: 'U', birth_date: '2026-01-15', status: 'deceased', projects: [lab.project.id] },
    other: { subject__birth_date: '2026-01-16' },
  }),
  procedures: () => ({
    row: {
      subject__name: names.mouse,
      procedure__type: 'Injection',
      procedure__date_time: '2026-07-02 10:00',
      procedure__atlas: 'AIA',
      procedure__brain_region: names.region,
      procedure__equipment: 'Camera',
      procedure__details: '{"injectionVolume": 2}',
    },
    stored: {
      type: 'Injection',
      date_time: '2026-07-02T09:00:00.000Z',
      coordinates_system: 'Stereotaxic_BregmaAbsolute',
      details: { injectionVolume: { value: 2, unit: 'mL' } },
      equipment: [lab.equipment.id],
    },
    other: null,
  }),
  'subject-logs': () => ({
    row: {
      subject__name: names.mouse,
      subject_log__type: 'Weighing',
      subject_log__description: 'Daily',
      subject_log__entry_datetime: '2026-07-02 09:00',
      subject_log__entry_data: '{"weight": 24.5}',
    },
    stored: {
      type: 'Weighing',
      description: 'Daily',
      entries: [
        {
          date_time: '2026-07-02T08:00:00.000Z',
          notes: null,
          details: { weight: { value: 24.5, unit: 'g' } },
          performed_by: null,
        },
      ],
    },
    other: { subject_log__description: 'Weekly' },
  }),
  sessions: () => ({
    row: {
      project__name: names.project,
      session__name: 'S2',
      session__date_time: '2026-07-02T09:30:00Z',
      session__data_storage: 'NAS',
      session_name_in_data_storage: 's-2',
    },
    stored: {
      name: 'S2',
      date_time: '2026-07-02T09:30:00.000Z',
      datastorage: [lab.storage.id],
      name_used_in_storage: 's-2',
    },
    other: { session__tags: 'new' },
  }),
  behaviors: () => ({
    row: { session__name: 'S1', subject__name: 'M1', behavior__setup: 'Rig', behavior__behavioral_paradigm: 'Maze' },
    stored: {
      session: lab.session.id,
      subjects: [lab.subject.id],
      setup: lab.setup.id,
      behavioralassay: lab.assay.id,
    },
    other: null,
  }),
  'data-acquisitions': () => ({
    row: {
      session__name: 'S1',
      data_acquisition__type: 'ExtracellularEphys',
      data_acquisition__procedures: 'Silicon probe implant',
      data_acquisition__equipment: String(lab.equipment.id),
      data_acquisition__notes: 'Left',
      data_acquisition__details: '{"nChannels": 384}',
    },
    stored: { type: 'ExtracellularEphys', procedures: [names.procedure], notes: 'Left', equipment: [lab.equipment.id] },
    other: null,
  }),
  manipulations: () => ({
    row: {
      session__name: 'S1',
      manipulation__type: 'VisualStimulation',
      manipulation__procedures: names.procedure,
      manipulation__details: '[{"repetitions": 20}, {"repetitions": 30}]',
    },
    stored: { type: 'VisualStimulation', details: [{ repetitions: 20 }, { repetitions: 30 }] },
    other: null,
  }),
  epochs: () => ({
    row: {
      project__name: names.project,
      session__name: 'S1',
      epoch__name: 'Task',
      epoch__start: '00:05:00',
      epoch__end: 'PT1H5M',
    },
    stored: { session: lab.session.id, name: 'Task', start: 300_000, end: 3_900_000 },
    other: { epoch__end: '01:10:00' },
  }),
  cohorts: () => ({
    row: { project__name: names.project, cohort__name: 'Litter', cohort__subjects: 'M1', cohort__tags: 'spring' },
    stored: { name: 'Litter', subjects: [lab.subject.id], tags: ['spring'] },
    other: { cohort__tags: 'summer' },
  }),
  collections: () => ({
    row: { project__name: names.project, collection__name: 'Figure 2', collection__sessions: 'S1' },
    stored: { name: 'Figure 2', sessions: [lab.session.id] },
    other: { collection__description: 'Now described' },
  }),
};

it('every table has its case', () => {
  expect(Object.keys(cases).toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
});

describe.each(Object.keys(cases))('%s', (table) => {
  const given = () => cases[table]?.() ?? { row: {}, stored: {}, other: null };

  it('are created, found again, kept or updated, and undone', async () => {
    const { row, stored, other } = given();
    const model = modelNamed(tableNamed(table)?.model ?? '');
    const before = await countOf(table);
    const report = await bring(lab.pi, table, [row]);
    expect(report.problems).toEqual([]);
    expect(countsOf(report)).toEqual({ create: 1 });
    const id = report.rows[0]?.id ?? '';
    expect(await getRecord(lab.pi, model, id)).toMatchObject(stored);
    expect(countsOf(await bring(lab.pi, table, [row]))).toEqual({ unchanged: 1 });

    if (other) {
      const changed = [{ ...row, ...other }];
      expect(countsOf(await bring(lab.pi, table, changed))).toEqual({ keep: 1 });
      expect(await getRecord(lab.pi, model, id)).toMatchObject(stored);
      const updated = await bring(lab.pi, table, changed, { onDifference: 'update' });
      expect(countsOf(updated)).toEqual({ update: 1 });
      expect(countsOf(await bring(lab.pi, table, changed))).toEqual({ unchanged: 1 });
      await undoTableImport(lab.pi, updated.id ?? '');
      expect(await getRecord(lab.pi, model, id)).toMatchObject(stored);
    }
    // The record is as it was, so the import that made it can be undone as well.
    await undoTableImport(lab.pi, report.id ?? '');
    await expect(getRecord(lab.pi, model, id)).rejects.toThrow(/no such record/);
    expect(await countOf(table)).toBe(before);
  });

  it('of a laboratory that one does not see are unknown', async () => {
    const { viewer: stranger } = await makePerson();
    const before = await countOf(table);
    const report = await bring(stranger, table, [given().row]);
    if (table === 'projects') {
      // Everyone may make one; the group is in the directory. Its name is free for those who do not see the other.
      expect(report.problems).toEqual([]);
      return;
    }
    expect(report.problems.length).toBeGreaterThan(0);
    for (const { code } of report.problems) expect(code).toBe('unknown-name');
    expect(await countOf(table)).toBe(before);
  });
});

describe('procedures', () => {
  it('lie in a region of the atlas named, by its name or by its acronym', async () => {
    const row = { subject__name: names.mouse, procedure__type: 'Injection' };
    const regionOf = async (more: Row) => {
      const report = await bring(lab.pi, 'procedures', [{ ...row, ...more, procedure__notes: crypto.randomUUID() }]);
      if (report.problems.length > 0) return problemsOf(report);
      const { brain_region: id } = await getRecord(lab.pi, modelNamed('procedure'), report.rows[0]?.id ?? '');
      return (await queryOne<{ atlas: string }>(sql`SELECT atlas FROM brainregion WHERE id = ${String(id)}::uuid`))
        ?.atlas;
    };
    expect(await regionOf({ procedure__brain_region: names.region })).toEqual([
      ['2', 'procedure__brain_region', 'ambiguous-name'],
    ]);
    expect(await regionOf({ procedure__brain_region: names.region, procedure__atlas: 'PF2001' })).toBe('PF2001');
    expect(await regionOf({ procedure__brain_region_acronym: 'SAIA' })).toBe('AIA');
    expect(await regionOf({ procedure__brain_region_acronym: 'SAIA', procedure__atlas: 'PF2001' })).toEqual([
      ['2', 'procedure__brain_region_acronym', 'elsewhere-name'],
    ]);
  });

  it('are the same only with all that the row says, the time included', async () => {
    const row = {
      subject__name: names.mouse,
      procedure__type: 'VirusInjection',
      procedure__date_time: '2026-07-03 10:00',
    };
    expect(countsOf(await bring(lab.pi, 'procedures', [row]))).toEqual({ create: 1 });
    const rows = [row, { ...row, procedure__date_time: '' }, { ...row, procedure__notes: 'Other' }];
    expect(countsOf(await bring(lab.pi, 'procedures', rows))).toEqual({ create: 2, unchanged: 1 });
    expect(countsOf(await bring(lab.pi, 'procedures', [...rows, ...rows]))).toEqual({ unchanged: 6 });
  });

  it('tell what is wrong with details at their column', async () => {
    const row = { subject__name: names.mouse, procedure__type: 'Injection', procedure__details: '{"volume": 2}' };
    const report = await check(lab.pi, 'procedures', [row]);
    expect(problemsOf(report)).toEqual([['2', 'procedure__details', 'unknown-key']]);
    expect(report.problems[0]?.message).toContain('injectionVolume');
  });
});

describe('subject logs', () => {
  const log = (more: Row): Row => ({ subject__name: names.mouse, subject_log__type: 'WaterConsumption', ...more });
  const drink = (time: string, amount: string): Row =>
    log({ subject_log__entry_datetime: time, subject_log__entry_data: `{"waterAmount": ${amount}}` });
  const entriesOf = async (id: string) => (await getRecord(lab.pi, modelNamed('subjectlog'), id)).entries;

  it('gather the entries of all rows with one subject and type; a time that is there stays as it is', async () => {
    const first = await bring(lab.pi, 'subject-logs', [
      drink('2026-07-01 09:00', '1'),
      drink('2026-07-02 09:00', '1.5'),
      drink('2026-07-02 09:00', '1.5'),
    ]);
    expect(countsOf(first)).toEqual({ create: 2, unchanged: 1 });
    expect(new Set(first.rows.map(({ id }) => id)).size).toBe(1);
    const more = await bring(lab.pi, 'subject-logs', [drink('2026-07-02 09:00', '9'), drink('2026-07-03 09:00', '2')]);
    expect(countsOf(more)).toEqual({ create: 1, unchanged: 1 });
    expect(more.notices.map(({ message, rows }) => [message, rows])).toContainEqual([
      'The log has an entry at this time, with other values: it stays as it is.',
      [2],
    ]);
    const id = first.rows[0]?.id ?? '';
    expect(await entriesOf(id)).toHaveLength(3);
    // Undoing takes the entry out and leaves the others.
    await undoTableImport(lab.pi, more.id ?? '');
    expect(await entriesOf(id)).toMatchObject([
      { date_time: '2026-07-02T08:00:00.000Z', details: { waterAmount: { value: 1.5, unit: 'mL' } } },
      { date_time: '2026-07-01T08:00:00.000Z' },
    ]);
  });

  it('with an interval take start and end, one hour where nothing is said', async () => {
    const stay = { subject__name: names.mouse, subject_log__type: 'Housing' };
    const report = await bring(lab.pi, 'subject-logs', [
      { ...stay, subject_log__entry_start_datetime: '2026-07-01T09:00:00Z', subject_log__entry_notes: 'Cage 1' },
    ]);
    expect(await entriesOf(report.rows[0]?.id ?? '')).toMatchObject([
      { start_date_time: '2026-07-01T09:00:00.000Z', end_date_time: '2026-07-01T10:00:00.000Z', notes: 'Cage 1' },
    ]);
    const wrong = await check(lab.pi, 'subject-logs', [
      { ...stay, subject_log__entry_datetime: '2026-07-01T09:00:00Z' },
      { ...stay, subject_log__entry_notes: 'When?' },
      log({ subject_log__entry_start_datetime: '2026-07-01T09:00:00Z' }),
      {
        ...stay,
        subject_log__entry_start_datetime: '2026-07-02 09:00',
        subject_log__entry_end_datetime: '2026-07-01 09:00',
      },
    ]);
    expect(problemsOf(wrong)).toEqual([
      ['2', 'subject_log__entry_datetime', 'entry-shape'],
      ['3', 'subject_log__entry_start_datetime', 'required'],
      ['4', 'subject_log__entry_start_datetime', 'entry-shape'],
      ['5', 'subject_log__entry_end_datetime', 'order'],
    ]);
    expect(wrong.problems[0]?.message).toContain('put its time into the column subject_log__entry_start_datetime');
  });
});

describe('what hangs on a session', () => {
  it('is looked for in the session and project named, never elsewhere', async () => {
    const other = await make(lab.pi, 'project', { name: `Elsewhere ${crypto.randomUUID()}` });
    const report = await check(lab.pi, 'epochs', [
      { project__name: String(other.name), session__name: 'S1', epoch__name: 'Stray' },
    ]);
    expect(report.problems).toMatchObject([{ column: 'session__name', code: 'elsewhere-name', rows: [2] }]);
    expect(report.problems[0]?.message).toBe(`The session “S1” is not in the project “${String(other.name)}”.`);
    expect(report.problems[0]?.suggestion).toContain(names.project);
    const stray = await make(lab.pi, 'session', { name: 'Stray', projects: [other.id] });
    const wrong = await check(lab.pi, 'behaviors', [
      {
        session__name: String(stray.id),
        subject__name: names.mouse,
        behavior__setup: 'Rig',
        behavior__behavioral_paradigm: 'Maze',
      },
    ]);
    expect(problemsOf(wrong)[0]).toEqual(['2', 'subject__name', 'elsewhere-name']);
  });

  it('names the parts of an epoch by their types', async () => {
    const acquired = await bring(lab.pi, 'data-acquisitions', [
      { session__name: 'S1', data_acquisition__type: 'VideoTracking', data_acquisition__procedures: names.procedure },
    ]);
    expect(acquired.problems).toEqual([]);
    const report = await bring(lab.pi, 'epochs', [
      {
        project__name: names.project,
        session__name: 'S1',
        epoch__name: 'Filmed',
        epoch__dataacquisition: 'VideoTracking',
      },
    ]);
    expect(report.problems).toEqual([]);
    const { dataacquisition } = await getRecord(lab.pi, modelNamed('epoch'), report.rows[0]?.id ?? '');
    expect(dataacquisition).toBe(acquired.rows[0]?.id);
  });
});

describe('cohorts', () => {
  it('gain the subjects named, in one row or in several, and lose none', async () => {
    for (const name of ['C1', 'C2', 'C3'])
      await bring(lab.pi, 'subjects', [
        { project__name: names.project, subject__name: name, subject__strain: names.strain },
      ]);
    const row = (subjects: string): Row => ({
      project__name: names.project,
      cohort__name: 'Growing',
      cohort__subjects: subjects,
    });
    const made = await bring(lab.pi, 'cohorts', [row('C1'), row('C2')]);
    expect(countsOf(made)).toEqual({ create: 1, update: 1 });
    const grown = await bring(lab.pi, 'cohorts', [row('C3, C1')]);
    expect(countsOf(grown)).toEqual({ update: 1 });
    expect(grown.rows[0]).toMatchObject({ isChoice: false, changes: [{ before: 'C1, C2', after: 'C1, C2, C3' }] });
    expect(countsOf(await bring(lab.pi, 'cohorts', [row('C2')]))).toEqual({ unchanged: 1 });
    await undoTableImport(lab.pi, grown.id ?? '');
    const id = made.rows[0]?.id ?? '';
    expect((await getRecord(lab.pi, modelNamed('cohort'), id)).subjects).toHaveLength(2);
  });
});

describe('projects', () => {
  it('raise levels when one chooses so, and never take any away', async () => {
    const { email: first } = await makePerson();
    const { email: second } = await makePerson();
    const name = `Levels ${crypto.randomUUID()}`;
    const made = await bring(lab.pi, 'projects', [
      {
        project__name: name,
        project__users__can_change: `${first}, ${lab.pi.email}`,
        project__users__is_manager: first,
      },
    ]);
    expect(countsOf(made)).toEqual({ create: 1 });
    const usersOf = async () =>
      (await getRecord(lab.pi, modelNamed('project'), made.rows[0]?.id ?? '')).users as Record<string, object>;
    expect(await usersOf()).toMatchObject({
      [first]: { is_manager: true, is_owner: false },
      [lab.pi.email]: { is_owner: true },
    });
    const rows = [{ project__name: name, project__users__can_change: `${first}, ${second}` }];
    expect(countsOf(await check(lab.pi, 'projects', rows))).toEqual({ keep: 1 });
    const raised = await bring(lab.pi, 'projects', rows, { onDifference: 'update' });
    expect(raised.rows[0]?.changes).toEqual([
      {
        column: 'project__users__can_change',
        label: 'Users (contributor)',
        before: '',
        after: `${second}: contributor`,
      },
    ]);
    expect(Object.keys(await usersOf()).toSorted()).toEqual([first, second, lab.pi.email].toSorted());
    expect(countsOf(await check(lab.pi, 'projects', rows))).toEqual({ unchanged: 1 });
    await undoTableImport(lab.pi, raised.id ?? '');
    expect(Object.keys(await usersOf()).toSorted()).toEqual([first, lab.pi.email].toSorted());
  });
});
