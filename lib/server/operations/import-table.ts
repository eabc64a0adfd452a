import 'server-only';
import type pg from 'pg';
import { AppError, invalid } from '@/lib/errors';
import { tableNamed } from '@/lib/formats/tables';
import { readRows, type GivenRow } from '@/lib/formats/tables/read-rows';
import type { Choice, TableReport } from '@/lib/formats/tables/report';
import type { Table } from '@/lib/formats/tables/table';
import { lockImportsOf } from '../queries/import-table-existing';
import type { UserViewer } from '../viewer';
import { addsUp, changeBatch, createBatch, plainChanges, plainNewRows, type BatchResult } from './import-table-batch';
import { readTableFile, type ReadFile, type TableFile } from './import-table-file';
import { KnownRecords, keysOf } from './import-table-known';
import { keepImport } from './import-table-log';
import { lookUpAll, type LookedUp } from './import-table-look-ups';
import { ReportBuilder } from './import-table-report';
import { importRow, titleOf, type RowContext } from './import-table-row';
import { valuesOf, type RowValues } from './import-table-values';
import { Busy, inTurn, TakenBack } from './in-turn';

export type TableImportInput = {
  /** Name of the table. */
  readonly table: string;
  readonly file: TableFile;
  /** The sheet of a workbook; null takes the first that fits. */
  readonly sheet?: string | null;
  readonly dryRun: boolean;
  /** The hash of the file that was checked: an import writes what somebody has seen. */
  readonly checked?: string | null;
  /** What to do with rows that differ from the record that exists, one by one and for all others. */
  readonly choices?: Readonly<Record<number, Choice>>;
  readonly onDifference?: Choice;
};

export type Watch = {
  readonly onProgress?: (done: number, total: number) => void;
  /** Ends the import between two rows; nothing is written then. */
  readonly signal?: AbortSignal;
};

/** Records that rows may be the same as are loaded for so many rows at once. */
const chunkRows = 500;
/** Rows from one word of progress to the next, and written together where they are new. */
const progressRows = 50;

/**
 * Imports the rows of a table, all of them in one transaction or none. A dry run does the same and takes it back, so its
 * report is what an import does. With any problem nothing is written and the report says what is wrong. Importing a file
 * again changes nothing.
 * @throws AppError invalid (a file that can't be read), too_large, conflict (not the file that was checked),
 * too_many_requests; the signal's reason where it was ended.
 */
export async function importTable(
  viewer: UserViewer,
  input: TableImportInput,
  watch: Watch = {},
): Promise<TableReport> {
  const table = tableNamed(input.table);
  if (!table) throw new AppError('not_found', { message: 'There is no such table.' });
  const file = await readTableFile(table, input.file, input.sheet ?? null);
  refuseUnlessChecked(input, file);
  const limit = table.rowsMax;
  if (limit !== undefined && file.content.rows.length > limit)
    throw invalid('file', 'too-many-rows', `At most ${limit.toLocaleString('en')} rows of this table at once.`);
  const read = readRows(table, file.content);
  return inTurn(
    async (tx) => {
      if (!(await lockImportsOf(tx, viewer))) throw new Busy();
      const report = new ReportBuilder(table, input.file.name, file, read);
      const looked = await lookUpAll({ tx, viewer, table }, read.rows);
      for (const problem of looked.problems) report.addProblem(problem);
      // Without all columns every row would only fail in the same way.
      if (read.isWhole) await importRows({ tx, viewer, table, input, report, watch }, read.rows, looked.found);
      if (input.dryRun || !report.isSound) throw new TakenBack(report.build(input.dryRun, null));
      return report.build(false, await keepImport(tx, viewer, table, input.file.name, report));
    },
    'Another import of yours is running: try again when it has ended.',
    watch.signal,
  );
}

function refuseUnlessChecked({ dryRun, checked }: TableImportInput, { hash }: ReadFile): void {
  if (dryRun) return;
  if (!checked) throw invalid('checked', 'required', 'Check the file first, and name the hash that the report gives.');
  if (checked !== hash)
    throw new AppError('conflict', { message: 'The file has changed since it was checked: check it again.' });
}

type Run = {
  readonly tx: pg.PoolClient;
  readonly viewer: UserViewer;
  readonly table: Table;
  readonly input: TableImportInput;
  readonly report: ReportBuilder;
  readonly watch: Watch;
};

async function importRows(run: Run, rows: readonly GivenRow[], found: LookedUp['found']): Promise<void> {
  const { tx, viewer, table, input, report, watch } = run;
  const choiceFor = (row: number): Choice => input.choices?.[row] ?? input.onDifference ?? 'keep';
  const firstRows = new Map<string, number>();
  for (let start = 0; start < rows.length; start += chunkRows) {
    const good = rows
      .slice(start, start + chunkRows)
      .filter(report.isGood)
      .map((row) => valuesOf(table, row, found.get(row.row) ?? new Map()))
      .filter((values) => isFirst(run, firstRows, values));
    const known = await KnownRecords.load(tx, viewer, table, good);
    await importChunk({ tx, viewer, table, known, isTrial: input.dryRun, choiceFor }, report, good, (done) => {
      watch.signal?.throwIfAborted();
      if (done % progressRows === 0) watch.onProgress?.(start + done, rows.length);
    });
    watch.onProgress?.(Math.min(rows.length, start + chunkRows), rows.length);
  }
}

/**
 * New records are written together, and so are changes; all else goes row by row. `onStep` hears how many are done, and may end
 * it by throwing.
 */
async function importChunk(
  context: RowContext,
  report: ReportBuilder,
  rows: readonly RowValues[],
  onStep: (done: number) => void,
): Promise<void> {
  const single = new Set(rows);
  let done = 0;
  const inBatches = async <Row>(
    some: readonly Row[],
    write: (batch: readonly Row[]) => Promise<BatchResult[] | null>,
  ) => {
    for (let start = 0; start < some.length; start += progressRows) {
      onStep(done);
      for (const result of (await write(some.slice(start, start + progressRows))) ?? []) {
        single.delete(result.values);
        done += 1;
        if ('outcome' in result) report.addOutcome(result.values.row, result.outcome);
        else addRefusal(report, result.values, result.error);
      }
    }
  };
  await inBatches(plainNewRows(context, rows), (batch) => createBatch(context, batch));
  await inBatches(plainChanges(context, [...single]), (batch) => changeBatch(context, batch));
  for (const values of single) {
    onStep(done);
    await importOrReport(context, report, values);
    done += 1;
  }
}

/** Two rows about the same record would depend on their order, except where rows add to one. */
function isFirst({ table, report }: Run, firstRows: Map<string, number>, values: RowValues): boolean {
  if (!('key' in table.same) || addsUp(table)) return true;
  const keys = keysOf(table.same.key, values.given);
  const first = keys.map((key) => firstRows.get(key)).find((row) => row !== undefined);
  for (const key of keys) firstRows.set(key, first ?? values.row);
  if (first === undefined) return true;
  report.addProblem({
    row: values.row,
    column: values.columns[table.same.key.at(-1) ?? ''] ?? null,
    code: 'same-row',
    message: `Row ${first} is about “${titleOf(table, values)}” too.`,
    suggestion: 'Put both into one row.',
  });
  return false;
}

/** Imports one row; what the portal refuses is taken back alone, so that the rows after it are checked too. */
async function importOrReport(context: RowContext, report: ReportBuilder, values: RowValues): Promise<void> {
  const tx = context.tx;
  await tx.query('SAVEPOINT import_row');
  try {
    report.addOutcome(values.row, await importRow(context, values));
    await tx.query('RELEASE SAVEPOINT import_row');
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT import_row');
    addRefusal(report, values, error);
  }
}

/** What the portal says of a row, at the columns it is about. */
function addRefusal(report: ReportBuilder, { row, columns }: RowValues, error: AppError): void {
  const problems = error.code === 'invalid' ? error.problems : [];
  for (const { path, code, message } of problems)
    report.addProblem({ row, column: columns[path.split(/[.[]/)[0] ?? ''] ?? null, code, message, suggestion: null });
  if (problems.length === 0)
    report.addProblem({ row, column: null, code: error.code, message: error.message, suggestion: null });
}
