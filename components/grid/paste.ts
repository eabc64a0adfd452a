import { leftOutOf, readHeadings, type Headings, type LeftOut, type Named } from './paste-headings';
import type { Bounds } from './range';
import type { Edit } from './sheet';

type Cells = readonly (readonly string[])[];

export type Pasted = {
  readonly edits: readonly Edit[];
  /** Columns whose headings name none of the sheet. */
  readonly leftOut: readonly LeftOut[];
  /** What a person should know of cells that lie beyond the last column; empty where none do. */
  readonly remark: string;
  /** The cells that were written, as far down as they go. */
  readonly bounds: Bounds;
};

/**
 * Cells from the clipboard, from the first cell of the selection on. A selection that is a multiple of them is filled with
 * them; a first row that names columns says where the others go.
 */
export function pasted(cells: Cells, columns: readonly Named[], selection: Bounds): Pasted {
  const headings = readHeadings(cells[0] ?? [], columns);
  return headings ? pastedByHeadings(cells, headings, columns, selection) : pastedByPlace(cells, columns, selection);
}

function pastedByHeadings(cells: Cells, headings: Headings, columns: readonly Named[], selection: Bounds): Pasted {
  const lines = cells.slice(1);
  const rows = repeats(selection.bottom - selection.top + 1, lines.length) * lines.length;
  const edits = Array.from({ length: rows }, (_, down) =>
    headings.flatMap((column, across): Edit[] => {
      const text = lines[down % lines.length]?.[across];
      return column === null || text === undefined ? [] : [{ row: selection.top + down, column, text }];
    }),
  ).flat();
  const places = headings.flatMap((name) => (name === null ? [] : columns.findIndex((column) => column.name === name)));
  const bounds = {
    top: selection.top,
    bottom: selection.top + Math.max(rows, 1) - 1,
    left: Math.min(...places),
    right: Math.max(...places),
  };
  const remark = rows === 0 ? 'Only headings were pasted, so nothing was filled in.' : '';
  return { edits, leftOut: leftOutOf(headings, cells, columns), remark, bounds };
}

function pastedByPlace(cells: Cells, columns: readonly Named[], selection: Bounds): Pasted {
  const { top, left } = selection;
  const width = Math.max(1, ...cells.map((line) => line.length));
  const rows = repeats(selection.bottom - top + 1, cells.length) * cells.length;
  const cols = repeats(selection.right - left + 1, width) * width;
  const edits: Edit[] = [];
  let beyond = 0;
  for (let down = 0; down < rows; down++)
    for (let across = 0; across < cols; across++) {
      const text = cells[down % cells.length]?.[across % width];
      if (text === undefined) continue;
      const column = columns[left + across]?.name;
      if (column) edits.push({ row: top + down, column, text });
      else if (text !== '') beyond += 1;
    }
  const right = Math.min(left + cols, columns.length) - 1;
  return {
    edits,
    leftOut: [],
    remark: beyondWords(beyond),
    bounds: { top, bottom: top + Math.max(rows, 1) - 1, left, right },
  };
}

const repeats = (room: number, size: number): number => (size > 0 && room % size === 0 ? room / size : 1);

const beyondWords = (count: number): string =>
  count === 0
    ? ''
    : `${count === 1 ? '1 cell lies beyond the last column and was' : `${count} cells lie beyond the last column and were`} left out.`;

/** Columns that are not shown, but that pasted headings name. */
export function hiddenColumns(cells: Cells, all: readonly Named[], shown: readonly Named[]): readonly string[] {
  const headings = readHeadings(cells[0] ?? [], all) ?? [];
  return headings.filter((name) => name !== null && !shown.some((column) => column.name === name)) as string[]; // no nulls
}
