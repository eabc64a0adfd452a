import 'server-only';
import type { FoundLinks, GridProblem, GridResult, GridUndo, SentRow } from '@/lib/declare/grid';
import { gridRowsMax } from '@/lib/declare/grid';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { gridTableOf, throughOf } from '@/lib/formats/grid/table';
import type { CellProblem } from '@/lib/formats/tables/report';
import { isRelation } from '@/lib/formats/tables/table';
import { query, sql, transaction, type Executor } from '../db/sql';
import { isoInstant } from '../queries/record';
import { recordsById } from '../queries/records-by-id';
import type { Viewer } from '../viewer';
import { writeGridLinks, type LinksWritten, type WantedLinks } from './grid-links';
import { readGridRows, type GridContext, type GridMeaning, type GridValues } from './grid-read';
import { gridRowsOf, gridShape, gridTitles, linkedOf } from './grid-rows';
import { TakenBack } from './in-turn';
import { refuseUnlessAsked } from './list';
import { lockRows } from './lock';
import { writeMany, type BulkRow } from './write-many';

/**
 * Writes the rows of a grid: new records and changes of others, all in one transaction or none of it. A trial does the same
 * and takes it back. Every problem comes with its cell, and rows that somebody else has changed come as they are now.
 * @throws AppError not_found, invalid for too many rows.
 */
export async function writeGrid(
  viewer: Viewer,
  model: Model,
  sent: readonly SentRow[],
  { isTrial = false }: { readonly isTrial?: boolean } = {},
): Promise<GridResult> {
  refuseUnlessAsked(viewer, model);
  const table = gridTableOf(model);
  if (!table) throw new AppError('not_found');
  if (sent.length > gridRowsMax)
    throw new AppError('invalid', { message: `At most ${gridRowsMax.toLocaleString('en')} rows at once.` });
  try {
    return await transaction(async (tx) => {
      const result = await writeRows({ tx, viewer, model, table }, sent, isTrial);
      if (isTrial || result.saved === null) throw new TakenBack({ ...result, saved: null });
      return result;
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result as GridResult; // thrown in the lines above
    throw error;
  }
}

async function writeRows(context: GridContext, sent: readonly SentRow[], isTrial: boolean): Promise<GridResult> {
  const { tx, viewer, model, table } = context;
  const ids = sent.flatMap(({ id }) => id ?? []);
  // Always in the same order, so that two grids never wait for each other.
  if (ids.length > 0) await lockRows(tx, viewer, model, ids);
  const current = await recordsById(tx, viewer, model, ids, gridShape(table, model));
  const titleOf = await gridTitles(viewer, table, model, [...current.values()], tx);
  const meaning = await readGridRows(context, sent, current, titleOf);
  const problems: CellProblem[] = [...meaning.problems, ...goneProblems(model, sent, current)];
  const staleRows = sent.filter((row) => isStale(context, row, current.get(row.id ?? '')));
  const bad = new Set(problems.map(({ row }) => row));
  const good = meaning.rows.filter(({ row }) => !bad.has(row) && !staleRows.includes(sent[row] as SentRow)); // `row` is a place in it
  const written = await writeGood(context, sent, good, current, isTrial);
  problems.push(...written.problems);
  const stale = await gridRowsOf(
    viewer,
    table,
    model,
    staleRows.flatMap(({ id }) => current.get(id ?? '') ?? []),
    tx,
  );
  return {
    problems: problems.map((problem) => placed(sent, problem)),
    stale: staleRows.flatMap(({ key }, index) => (stale[index] ? [{ key, row: stale[index] }] : [])),
    found: foundLinks(context, sent, meaning),
    saved: problems.length + stale.length > 0 ? null : written.saved,
  };
}

/** Whether somebody has changed the record, or what it links, since the row was read. */
function isStale({ table, model }: GridContext, row: SentRow, record: AnyRecord | undefined): boolean {
  if (!record) return false;
  if (row.version !== record.version) return true;
  const now = linkedOf(table, model, record);
  return Object.keys(now).some((name) => name in row.cells && String(row.linked[name] ?? '') !== String(now[name]));
}

const goneProblems = (model: Model, sent: readonly SentRow[], current: ReadonlyMap<string, AnyRecord>): CellProblem[] =>
  sent.flatMap(({ id }, row) =>
    id === null || current.has(id)
      ? []
      : [
          {
            row,
            column: null,
            code: 'not_found',
            message: `This ${model.label.toLowerCase()} is gone, or you may no longer see it.`,
            suggestion: 'Take its changes back.',
          },
        ],
  );

const placed = (sent: readonly SentRow[], { row, column, message, suggestion }: CellProblem): GridProblem => ({
  key: sent[row]?.key ?? -1,
  column,
  message,
  suggestion,
});

function foundLinks({ table }: GridContext, sent: readonly SentRow[], { found }: GridMeaning): FoundLinks[] {
  return sent.flatMap(({ key }, row) =>
    [...(found.get(row) ?? [])].flatMap(([column, records]) => {
      const declared = table.columns[column];
      if (!declared || !isRelation(declared)) return [];
      return [
        { key, column, ids: records.map(({ id }) => id), names: records.map(({ names: [name], id }) => name ?? id) },
      ];
    }),
  );
}

type Written = { readonly problems: readonly CellProblem[]; readonly saved: GridResult['saved'] };

async function writeGood(
  context: GridContext,
  sent: readonly SentRow[],
  good: readonly GridValues[],
  current: ReadonlyMap<string, AnyRecord>,
  isTrial: boolean,
): Promise<Written> {
  const { tx, viewer, model } = context;
  const parted = good.map((one) => ({ ...one, ...apart(model, one.values), sent: sent[one.row] as SentRow })); // a place in it
  const results = new Map<number, BulkRow>();
  // What is changed makes room for the names of what is new.
  for (const isNew of [false, true]) {
    const some = parted.filter((one) => (one.sent.id === null) === isNew);
    if (some.length === 0) continue;
    const records = some.map(({ own, sent: { id, version } }) => (id === null ? own : { ...own, id, version }));
    const rows = await writeMany(viewer, model, records, { tx, isTrial });
    // With a refused one the others are not there either, so nothing can be linked to them.
    const isThere = !isNew || rows.every(({ error }) => !error);
    for (const [index, result] of rows.entries()) {
      const place = some[index]?.row;
      const { row, status, error } = result;
      if (place !== undefined) results.set(place, isThere || error ? result : { row, status });
    }
  }
  const problems = [...results].flatMap(([row, result]) => refusals(context, row, result));
  const wanted = parted.flatMap(({ row, through, sent: { id } }): WantedLinks[] => {
    const record = results.get(row);
    if (record?.error || record?.id === undefined) return [];
    const between = (column: string) => (current.get(id ?? '')?.[column] ?? []) as readonly AnyRecord[]; // included
    return Object.entries(through).map(([column, ids]) => ({
      row,
      column,
      id: String(record.id),
      ids: [ids].flat().map(String),
      between: between(column),
    }));
  });
  const linked = await writeGridLinks(context, wanted);
  const saved = savedOf(parted, results, linked, current);
  const createdAt = saved.created > 0 ? await instantOf(tx) : null;
  return { problems: [...problems, ...linked.problems], saved: { ...saved, createdAt } };
}

/** What a transaction writes has its time. */
async function instantOf(tx: Executor): Promise<string | null> {
  const [row] = await query<{ at: string }>(sql`SELECT ${isoInstant(sql`now()::timestamptz(3)`)} AS at`, tx);
  return row?.at ?? null;
}

type Parted = GridValues & {
  readonly own: Readonly<Record<string, unknown>>;
  readonly through: Readonly<Record<string, unknown>>;
  readonly sent: SentRow;
};

/** The values of the record itself, and those of links that are records of their own. */
function apart(model: Model, values: Readonly<Record<string, unknown>>): Pick<Parted, 'own' | 'through'> {
  const isThrough = ([name]: [string, unknown]) => {
    const field = model.fields[name];
    return field !== undefined && throughOf(field) !== null;
  };
  const entries = Object.entries(values);
  return {
    own: Object.fromEntries(entries.filter((entry) => !isThrough(entry))),
    through: Object.fromEntries(entries.filter(isThrough)),
  };
}

/** What the portal says of a row, at the cells it is about. */
function refusals({ table }: GridContext, row: number, { error }: BulkRow): CellProblem[] {
  if (!error) return [];
  const problem = (column: string | null, code: string, message: string): CellProblem => ({
    row,
    column: column !== null && column in table.columns ? column : null,
    code,
    message,
    suggestion: null,
  });
  if (error.problems.length === 0) return [problem(null, error.code, error.message)];
  return error.problems.map(({ path, code, message }) => problem(path.split(/[.[]/)[0] ?? '', code, message));
}

function savedOf(
  rows: readonly Parted[],
  results: ReadonlyMap<number, BulkRow>,
  { links, deletions }: LinksWritten,
  current: ReadonlyMap<string, AnyRecord>,
): Omit<NonNullable<GridResult['saved']>, 'createdAt'> {
  const status = (row: Parted) => results.get(row.row)?.status;
  const proposed = rows.filter((row) => status(row) === 'proposed').length;
  const created = rows.filter((row) => status(row) === 'created');
  const changed = rows.filter((row) => status(row) === 'changed');
  const undo: GridUndo = {
    created: created.map(({ row }) => ({ id: String(results.get(row)?.id), version: results.get(row)?.version ?? 0 })),
    changed: changed.map(({ row, own, sent: { id } }) => ({
      id: String(id),
      version: results.get(row)?.version ?? 0,
      values: Object.fromEntries(Object.keys(own).map((name) => [name, current.get(id ?? '')?.[name] ?? null])),
    })),
    links,
    deletions,
  };
  const relinked = rows.filter((row) => status(row) === 'unchanged' && Object.keys(row.through).length > 0);
  return {
    created: created.length,
    changed: changed.length + relinked.length,
    proposed,
    undo: proposed > 0 ? null : undo,
  };
}
