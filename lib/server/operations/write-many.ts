import 'server-only';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { needsApproval } from '../access';
import { query, sql, transaction, type Executor } from '../db/sql';
import { hooksOf } from '../hooks';
import type { Viewer } from '../viewer';
import { createMany, type Created } from './create-many';
import { createText, refuseUnlessCreatable, type CreateOptions } from './create';
import { refuseUnlessAsked } from './list';
import { updateMany } from './update-many';
import { writeInTurn, writeTogether, type AllOrWhyNot, type Refusal } from './write-together';

/** Most records in one request. */
export const bulkRowsMax = 1000;

/** What became of one row, counted from 1. With an `error` nothing of any row was written. */
export type BulkRow = {
  readonly row: number;
  readonly status: 'created' | 'changed' | 'unchanged' | 'proposed' | 'refused';
  readonly id?: string | number;
  readonly version?: number;
  readonly error?: AppError;
};

type Written = { readonly id: string | number; readonly version: number };
class Refused extends Error {
  constructor(readonly rows: BulkRow[]) {
    super('Some rows were refused.');
  }
}

/**
 * Creates the records without an `id` and changes those with one, in their order and in one transaction. A `version` beside
 * an `id` is the one that the change is based on. Either all is written, or every row that can't be says why.
 */
export async function writeMany(
  viewer: Viewer,
  model: Model,
  records: readonly unknown[],
  { tx: outer, isTrial = false }: Pick<CreateOptions, 'tx' | 'isTrial'> = {},
): Promise<BulkRow[]> {
  refuseUnlessAsked(viewer, model);
  const areNew = records.every((record) => partsOf(record).id === undefined);
  if (areNew) refuseUnlessCreatable(viewer, model);
  const run: Run = outer ? (work) => withinSavepoint(outer, work) : transaction;
  const rows = records.map(partsOf);
  return run(async (tx) => {
    const write = (some: readonly Given[]) =>
      some[0]?.id === undefined ? createRows(tx, viewer, model, some, isTrial) : changeRows(tx, viewer, model, some);
    const done = (await inRuns(tx, rows, write)) ?? (await writeInTurn(tx, rows, write));
    const answer = done.map((one, index): BulkRow => {
      const { id } = rows[index] ?? {};
      if (!('error' in one)) return { row: index + 1, ...one };
      return { row: index + 1, status: 'refused', ...(id === undefined ? {} : { id }), error: one.error };
    });
    if (answer.some(({ error }) => error)) throw new Refused(answer);
    return answer;
  }).catch(refusedRows);
}

type Given = { readonly id?: string | number; readonly version?: number; readonly input: unknown };
type Done = Pick<BulkRow, 'status' | 'id' | 'version'>;

/** Rows that follow each other and are all new, or all changes, go together; null where each needs a turn of its own. */
async function inRuns(
  tx: Executor,
  rows: readonly Given[],
  write: (rows: readonly Given[]) => Promise<AllOrWhyNot<Done>>,
): Promise<(Done | Refusal)[] | null> {
  const done: (Done | Refusal)[] = [];
  await query(sql`SAVEPOINT in_runs`, tx);
  for (const part of runsOf(rows)) {
    const written = await writeTogether(tx, part, write);
    if (!written) {
      await query(sql`ROLLBACK TO SAVEPOINT in_runs`, tx);
      return null;
    }
    done.push(...written);
  }
  return done;
}

/** The longest pieces in which all rows are new, or none is. */
function runsOf(rows: readonly Given[]): Given[][] {
  const runs: Given[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && (last[0]?.id === undefined) === (row.id === undefined)) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

async function createRows(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly Given[],
  isTrial: boolean,
): Promise<AllOrWhyNot<Done>> {
  const status = needsApproval(viewer, model) ? 'proposed' : 'created';
  const doneOf = ({ record }: Created): Done => ({ status, ...written(record) });
  if (hooksOf(model).writes) {
    const done: Done[] = [];
    for (const { input } of rows)
      done.push(doneOf({ record: await createText(viewer, model, input, { tx, isTrial }) }));
    return { done };
  }
  const inputs = rows.map(({ input }) => input);
  const made = await createMany(tx, viewer, model, inputs, { isTrial });
  return 'refused' in made ? made : { done: made.done.map(doneOf) };
}

async function changeRows(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly Given[],
): Promise<AllOrWhyNot<Done>> {
  const otherwise = needsApproval(viewer, model) ? 'proposed' : 'unchanged';
  const changes = rows.map(({ id = '', ...rest }) => ({ id, ...rest }));
  const made = await updateMany(tx, viewer, model, changes);
  if ('refused' in made) return made;
  return {
    done: made.done.map(({ record, before }): Done => {
      const after = written(record);
      return { status: after.version !== before ? 'changed' : otherwise, ...after };
    }),
  };
}

type Run = <T>(work: (tx: Executor) => Promise<T>) => Promise<T>;

/** A part of a larger transaction that can fail without it. */
async function withinSavepoint<T>(tx: Executor, work: (tx: Executor) => Promise<T>): Promise<T> {
  await query(sql`SAVEPOINT bulk`, tx);
  try {
    return await work(tx);
  } catch (error) {
    await query(sql`ROLLBACK TO SAVEPOINT bulk`, tx);
    throw error;
  }
}

function refusedRows(error: unknown): BulkRow[] {
  if (error instanceof Refused) return error.rows;
  throw error;
}

function partsOf(record: unknown): Given {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return { input: record };
  const { id, version } = record as { id?: unknown; version?: unknown }; // looked at next
  const isId = typeof id === 'string' || typeof id === 'number';
  return {
    ...(isId ? { id } : {}),
    ...(isId && typeof version === 'number' ? { version } : {}),
    input: record,
  };
}

const written = (text: string): Written => {
  const { id, version } = JSON.parse(text) as Written; // built from the declaration
  return { id, version };
};
