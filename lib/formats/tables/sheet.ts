import { invalid } from '@/lib/errors';

/** A row of a file as it was read: `row` counts from 1, which is the header; cells are trimmed texts, "" for nothing. */
export type SheetRow = { readonly row: number; readonly cells: readonly string[] };

/** What a file holds, whatever its format. */
export type Sheet = {
  readonly header: readonly string[];
  /** Rows with something in them. */
  readonly rows: readonly SheetRow[];
  /** What the reader took for granted, to be shown: an encoding, a delimiter, a sheet. */
  readonly remarks: readonly string[];
};

/** Most rows of a file, its header not counted. */
export const rowsMax = 10_000;
/** Largest file, in bytes. */
export const fileBytesMax = 20 * 1024 * 1024;
/** Most columns of a file; all tables have far fewer. */
export const columnsMax = 200;

/**
 * The header and the rows with something in them, from all rows of a file in their order.
 * @throws AppError invalid, at `file`, for more rows or columns than can be imported at once.
 */
export function toSheet(lines: readonly (readonly string[])[], remarks: readonly string[]): Sheet {
  const [header = [], ...rest] = lines.map((cells) => cells.map((cell) => cell.trim()));
  while (header.at(-1) === '') header.pop();
  if (header.length > columnsMax)
    throw invalid('file', 'too-many-columns', `At most ${columnsMax} columns, found ${header.length}.`);
  if (rest.length > rowsMax)
    throw invalid(
      'file',
      'too-many-rows',
      `At most ${rowsMax.toLocaleString('en')} rows at once: split the file, and give each part the header.`,
    );
  const rows = rest
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { header, rows, remarks };
}
