import 'server-only';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { needsApproval } from '../access';
import { query, sql, transaction, type Executor } from '../db/sql';
import { hooksOf } from '../hooks';
import type { Viewer } from '../viewer';
import { createMany } from './create-many';
import { createText, type CreateOptions } from './create';
import { getText } from './get';
import { refuseUnlessAsked } from './list';
import { updateText } from './update';

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
  const attempt = (isCareful: boolean) => async (tx: Executor) => {
    const rows: BulkRow[] = [];
    for (const [index, record] of records.entries()) {
      if (isCareful) await query(sql`SAVEPOINT bulk_row`, tx);
      const row = await writeOne({ tx, isTrial }, viewer, model, record, index + 1);
      rows.push(row);
      if (!row.error) continue;
      if (isCareful) await query(sql`ROLLBACK TO SAVEPOINT bulk_row`, tx);
      // What the database itself refused ends the transaction: to find all that is wrong, another one goes step by step.
      else if (row.error.cause !== undefined) throw new Refused(rows);
    }
    if (rows.some(({ error }) => error)) throw new Refused(rows);
    return rows;
  };
  const run: Run = outer ? (work) => withinSavepoint(outer, work) : transaction;
  if (!hooksOf(model).writes && records.every((record) => partsOf(record).id === undefined)) {
    const made = await allAtOnce(run, viewer, model, records, isTrial);
    if (made) return made;
  }
  const rows = await run(attempt(false)).catch(refusedRows);
  return rows.some(({ error }) => error?.cause !== undefined) ? run(attempt(true)).catch(refusedRows) : rows;
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

/** New records only: together. Null when a unique key was broken, which one by one will say of its row. */
async function allAtOnce(
  run: Run,
  viewer: Viewer,
  model: Model,
  records: readonly unknown[],
  isTrial: boolean,
): Promise<BulkRow[] | null> {
  const status = needsApproval(viewer, model) ? 'proposed' : 'created';
  try {
    return await run(async (tx) => {
      const made = await createMany(tx, viewer, model, records, { isTrial });
      const rows = made.map((one, index): BulkRow =>
        'error' in one
          ? { row: index + 1, status: 'refused', error: one.error }
          : { row: index + 1, status, ...(one.record === '' ? {} : written(one.record)) },
      );
      if (rows.some(({ error }) => error)) throw new Refused(rows);
      return rows;
    });
  } catch (error) {
    if (error instanceof Refused) return error.rows;
    if (error instanceof AppError && error.code === 'invalid') return null;
    throw error;
  }
}

async function writeOne(
  { tx, isTrial }: { readonly tx: Executor; readonly isTrial: boolean },
  viewer: Viewer,
  model: Model,
  record: unknown,
  row: number,
): Promise<BulkRow> {
  const { id, version: given, input } = partsOf(record);
  try {
    if (id === undefined) {
      const made = written(await createText(viewer, model, input, { tx, isTrial }));
      return { row, status: needsApproval(viewer, model) ? 'proposed' : 'created', ...made };
    }
    // Where it isn't the version of the record, the change is refused.
    const before = given ?? (await versionOf(tx, viewer, model, id));
    const after = written(
      await updateText(viewer, model, id, input, { tx, ...(given === undefined ? {} : { version: given }) }),
    );
    const isProposal = needsApproval(viewer, model);
    return { row, status: after.version !== before ? 'changed' : isProposal ? 'proposed' : 'unchanged', ...after };
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    return { row, status: 'refused', ...(id === undefined ? {} : { id }), error };
  }
}

function partsOf(record: unknown): { id?: string | number; version?: number; input: unknown } {
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

async function versionOf(tx: Executor, viewer: Viewer, model: Model, id: string | number): Promise<number> {
  return written(await getText(viewer, model, id, { exclude: Object.keys(model.fields) }, tx)).version;
}
