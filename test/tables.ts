import type { TableReport } from '@/lib/formats/tables/report';
import { importTable, type TableImportInput, type Watch } from '@/lib/server/operations/import-table';
import type { UserViewer } from '@/lib/server/viewer';

export type Row = Readonly<Record<string, string>>;

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A CSV file of rows by column; the header has every column that some row names. */
export function csvOf(rows: readonly Row[]): Uint8Array {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))];
  return new TextEncoder().encode(lines.map((cells) => cells.map(cell).join(',')).join('\n'));
}

type Options = Pick<TableImportInput, 'onDifference' | 'choices'>;

/** A dry run. */
export const check = (viewer: UserViewer, table: string, rows: readonly Row[], options: Options = {}) =>
  importTable(viewer, { table, file: { name: `${table}.csv`, bytes: csvOf(rows) }, dryRun: true, ...options });

/** A dry run and the import of what it has seen. Answers the report of the import. */
export async function bring(
  viewer: UserViewer,
  table: string,
  rows: readonly Row[],
  options: Options = {},
  watch: Watch = {},
): Promise<TableReport> {
  const file = { name: `${table}.csv`, bytes: csvOf(rows) };
  const { file: seen } = await importTable(viewer, { table, file, dryRun: true, ...options });
  return importTable(viewer, { table, file, dryRun: false, checked: seen.hash, ...options }, watch);
}

/** Counts without those that are zero. */
export const countsOf = ({ counts }: TableReport) =>
  Object.fromEntries(Object.entries(counts).filter(([name, count]) => count > 0 && name !== 'rows'));

/** Problems as short lists. */
export const problemsOf = ({ problems }: TableReport) =>
  problems.map(({ rows, column, code }) => [rows.join(), column, code]);
