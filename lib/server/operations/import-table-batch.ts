import 'server-only';
import type { AnyRecord } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import type { Table } from '@/lib/formats/tables/table';
import { createMany } from './create-many';
import { stable } from './stable-json';
import { createdOutcome, inputOf, recordFor, type RowContext, type RowOutcome } from './import-table-row';
import type { RowValues } from './import-table-values';

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
  const model = modelNamed(table.model);
  const refused: BatchResult[] = [];
  await tx.query('SAVEPOINT import_batch');
  try {
    for (let rest = rows; rest.length > 0;) {
      const made = await createMany(tx, viewer, model, rest.map(inputOf));
      const bad = made.flatMap((one, index) => ('error' in one ? [{ ...one, index }] : []));
      if (bad.length === 0) {
        await tx.query('RELEASE SAVEPOINT import_batch');
        const created = rest.map((values, index): BatchResult => {
          const one = made[index];
          const record = JSON.parse(one && 'record' in one ? one.record : '{}') as AnyRecord; // built from the declaration
          known.put(record);
          return { values, outcome: createdOutcome(table, values, record) };
        });
        return [...created, ...refused];
      }
      for (const { index, error } of bad) {
        const values = rest[index];
        if (values) refused.push({ values, error });
      }
      rest = rest.filter((_, index) => !bad.some((one) => one.index === index));
    }
    await tx.query('RELEASE SAVEPOINT import_batch');
    return refused;
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT import_batch');
    return null;
  }
}
