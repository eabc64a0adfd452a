import pg from 'pg';
import { gridTableOf } from '@/lib/formats/grid/table';
import type { SentRow } from '@/lib/declare/grid';
import { modelNamed, type ModelName } from '@/lib/models';
import { closePools, getPool } from '@/lib/server/db/pool';
import { changeMany, planChangeOfMany } from '@/lib/server/operations/change-many';
import { undoChangeOfMany } from '@/lib/server/operations/change-many-undo';
import { createRecord } from '@/lib/server/operations/create';
import { gridRowsOf, gridShape } from '@/lib/server/operations/grid-rows';
import { undoGrid } from '@/lib/server/operations/grid-undo';
import { writeGrid } from '@/lib/server/operations/grid-write';
import { importTable } from '@/lib/server/operations/import-table';
import { undoTableImport } from '@/lib/server/operations/import-table-undo';
import { recordsById } from '@/lib/server/queries/records-by-id';
import type { UserViewer } from '@/lib/server/viewer';
import type { ManyRows } from './report.ts';
import { idOf } from './seed.ts';

/** Rows of one save. */
const rowsAtOnce = 1000;
/** How often each is measured; the middle one counts. */
const rounds = 3;

const viewer: UserViewer = {
  kind: 'user',
  id: idOf('user', 0),
  number: 1,
  email: 'user0@example.org',
  name: 'Person No 0',
  isSuperuser: false,
  via: 'cookie',
  tokenId: null,
  portal: 'private',
};
const session = modelNamed('session');
const make = (model: ModelName, input: Record<string, unknown>) => createRecord(viewer, modelNamed(model), input);

let statements = 0;
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  statements += 1;
  return Reflect.apply(query, this, args) as unknown;
} as typeof query; // with the arguments and the answer of what it counts

const measured = new Map<string, { ms: number[]; statements: number }>();
async function measure<T>(label: string, work: () => Promise<T>): Promise<T> {
  statements = 0;
  const from = performance.now();
  const result = await work();
  const known = measured.get(label) ?? { ms: [], statements };
  known.ms.push(performance.now() - from);
  measured.set(label, known);
  return result;
}

type Cells = (place: number) => Record<string, string>;

async function changedRows(ids: readonly string[], cells: Cells): Promise<SentRow[]> {
  const table = gridTableOf(session);
  if (!table) throw new Error('Sessions have no grid.');
  const records = await recordsById(getPool(), viewer, session, ids, gridShape(table, session));
  const rows = await gridRowsOf(viewer, table, session, [...records.values()]);
  return rows.map(({ id, version, linked }, key) => ({ key, id, version, linked, cells: cells(key) }));
}

async function saveGrid(label: string, rows: readonly SentRow[]) {
  const { saved, problems } = await measure(label, () => writeGrid(viewer, session, rows));
  if (!saved?.undo) throw new Error(`A grid was not saved: ${problems[0]?.message}`);
  return saved.undo;
}

async function changeGrid(label: string, ids: readonly string[], cells: Cells): Promise<void> {
  const undo = await saveGrid(label, await changedRows(ids, cells));
  await measure(`${label}, undone`, () => undoGrid(viewer, session, undo));
}

async function changeAll(ids: readonly string[], round: number): Promise<void> {
  const input = { steps: [{ field: 'tags', operation: 'add', value: [`round ${round}`] }] };
  const { plan } = await measure('bulk change: preview', () => planChangeOfMany(viewer, session, ids, input));
  const written = await measure('bulk change', () => changeMany(viewer, session, plan.ids, input, plan.seal));
  await measure('bulk change, undone', () => undoChangeOfMany(viewer, written));
}

async function importAll(project: string, round: number): Promise<void> {
  const bring = async (label: string, tag: string) => {
    const lines = Array.from({ length: rowsAtOnce }, (_, n) => `${project},T${round}-${n},C57BL/6J,${tag}`);
    const header = 'project__name,subject__name,subject__strain,subject__tags';
    const file = { name: 'subjects.csv', bytes: new TextEncoder().encode([header, ...lines].join('\n')) };
    const input = { table: 'subjects', file, onDifference: 'update' } as const;
    const { file: seen } = await importTable(viewer, { ...input, dryRun: true });
    const run = () => importTable(viewer, { ...input, dryRun: false, checked: seen.hash });
    const { id } = await measure(label, run);
    return () => measure(`${label}, undone`, () => undoTableImport(viewer, String(id)));
  };
  const undoNew = await bring('table: new subjects', 'a');
  const undoChanged = await bring('table: changed subjects', 'b');
  await undoChanged();
  await undoNew();
}

async function run(): Promise<ManyRows[]> {
  const project = `Many rows ${process.pid}`;
  const { id } = await make('project', { name: project });
  const { id: secondId } = await make('project', { name: `Second of ${project}` });
  const subject = {
    strain: idOf('session', 0).replace(/^.{8}/, '0000000a').replace(/0$/, '2'),
    sex: 'F',
    projects: [id],
  };
  for (const name of ['Many M1', 'Many M2']) await make('subject', { name, ...subject });
  for (let round = 0; round < rounds; round += 1) {
    const fresh = Array.from({ length: rowsAtOnce }, (_, key): SentRow => {
      const cells = {
        name: `Many ${round}-${key}`,
        projects: String(id),
        subjects: 'Many M1',
        experimenter: 'Person No 0',
      };
      return { key, id: null, version: null, linked: {}, cells };
    });
    const { created } = await saveGrid('grid: new rows with a subject each', fresh);
    const ids = created.map((one) => one.id);
    await changeGrid('grid: changed names, tags and times', ids, (n) => ({
      name: `Other ${round}-${n}`,
      tags: `a, b${n}`,
      date_time: '2026-07-01 09:30',
    }));
    await changeGrid('grid: changed projects', ids, () => ({ projects: `${String(id)}, ${String(secondId)}` }));
    await changeGrid('grid: changed subjects', ids, () => ({ subjects: 'Many M2' }));
    await changeAll(ids, round);
    await importAll(project, round);
  }
  return [...measured].map(([label, { ms, statements: count }]) => ({
    label,
    ms: ms.toSorted((a, b) => a - b)[Math.floor(ms.length / 2)] ?? 0,
    statements: count,
  }));
}

const rows = await run();
await closePools();
process.send?.(rows);
process.on('disconnect', () => process.exit());
