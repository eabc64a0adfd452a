import 'server-only';
import type { AnyRecord } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import type { Table } from '@/lib/formats/tables/table';
import { createMany } from './create-many';
import { stable } from './stable-json';
import {
  changedOutcome,
  createdOutcome,
  inputOf,
  planChange,
  recordFor,
  type PlannedChange,
  type RowContext,
  type RowOutcome,
} from './import-table-row';
import type { RowValues } from './import-table-values';
import { updateMany } from './update-many';
import { writeTogether } from './write-together';

/** What came of a row of a batch. */
export type BatchResult = { readonly values: RowValues } & (
  { readonly outcome: RowOutcome } | { readonly error: AppError }
);

/** Whether rows add to records that other rows make: then their order counts. */
export const addsUp = (table: Table): boolean =>
  Object.values(table.columns).some(
    (column) => column.reads === 'entry' || (column.reads === 'look-up' && column.gains === 'always'),
  );

/**
 * The rows that make new records and nothing else, each of its own: they can be written together. Records whose numbers
 * people see take none in a trial, which is done one by one.
 */
export function plainNewRows(context: RowContext, rows: readonly RowValues[]): RowValues[] {
  const { table, isTrial } = context;
  if (addsUp(table) || (isTrial && modelNamed(table.model).number)) return [];
  const said = new Set<string>();
  return rows.filter((values) => {
    const words = stable(values.given);
    if (values.levels.length > 0 || said.has(words) || !isNew(context, values)) return false;
    said.add(words);
    return true;
  });
}

function isNew(context: RowContext, values: RowValues): boolean {
  try {
    return recordFor(context, values) === null;
  } catch (error) {
    // Its own turn tells what is wrong with it.
    if (error instanceof AppError) return false;
    throw error;
  }
}

/**
 * Creates the records of rows with a few statements. Those that are refused are answered with the reason and the others
 * written. Null where it can't be said which row is at fault: then nothing was written, and they go one by one.
 */
export async function createBatch(context: RowContext, rows: readonly RowValues[]): Promise<BatchResult[] | null> {
  const { tx, viewer, table, known } = context;
  const made = await writeTogether(tx, rows, (some) =>
    createMany(tx, viewer, modelNamed(table.model), some.map(inputOf)),
  );
  return (
    made &&
    rows.flatMap((values, index): BatchResult[] => {
      const one = made[index];
      if (!one || 'error' in one) return one ? [{ values, ...one }] : [];
      const record = JSON.parse(one.record) as AnyRecord; // built from the declaration
      known.put(record);
      return [{ values, outcome: createdOutcome(table, values, record) }];
    })
  );
}

type RowChange = { readonly values: RowValues; readonly planned: PlannedChange };

/** The rows about one record each that exists and is not another row's, with what they would change. */
export function plainChanges(context: RowContext, rows: readonly RowValues[]): RowChange[] {
  const { table } = context;
  if (addsUp(table) || !('key' in table.same)) return [];
  const taken = new Set<string>();
  return rows.flatMap((values): RowChange[] => {
    try {
      const record = values.levels.length > 0 ? null : recordFor(context, values);
      if (!record || taken.has(String(record.id))) return [];
      const planned = planChange(context, values, record);
      taken.add(String(record.id));
      return [{ values, planned }];
    } catch (error) {
      // Its own turn tells what is wrong with it.
      if (error instanceof AppError) return [];
      throw error;
    }
  });
}

/** The same for rows that change records, or leave them as they are. */
export async function changeBatch(context: RowContext, rows: readonly RowChange[]): Promise<BatchResult[] | null> {
  const { tx, viewer, table } = context;
  const changing = rows.filter(({ planned }) => planned.change !== null);
  const done = await writeTogether(tx, changing, (some) =>
    updateMany(
      tx,
      viewer,
      modelNamed(table.model),
      some.map(({ planned: { record, change } }) => ({
        id: record.id,
        version: record.version,
        input: change?.input,
      })),
    ),
  );
  if (!done) return null;
  const written = new Map(changing.map((one, index) => [one, done[index]]));
  return rows.map((one): BatchResult => {
    const { values, planned } = one;
    const result = written.get(one);
    if (!result) return { values, outcome: planned.outcome };
    if ('error' in result) return { values, ...result };
    return { values, outcome: changedOutcome(context, planned, JSON.parse(result.record) as AnyRecord) }; // built from the declaration
  });
}
