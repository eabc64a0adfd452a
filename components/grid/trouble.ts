import type { GridColumn } from '@/lib/declare/grid';
import type { RowState } from './cell-states';
import type { GridState } from './grid-state';
import type { Place } from './range';
import { isBlank, isRowChanged, type SheetRow } from './sheet';

export type Trouble = {
  readonly count: number;
  /** The first place after the active cell, around the end of the sheet. */
  readonly next: Place | null;
  /** The first from the top. */
  readonly first: Place | null;
};

/** Where rows need mending. A trouble of a row as a whole, or of a column that is not shown, stands in its first cell. */
export function placeOfTrouble(
  { sheet, selection }: GridState,
  columns: readonly GridColumn[],
  stateOf: (row: SheetRow) => RowState,
): Trouble {
  const places: Place[] = [];
  for (const [row, one] of sheet.rows.entries()) {
    if (isBlank(one) || !isRowChanged(one)) continue;
    const { cells, row: whole } = stateOf(one);
    const cols = Object.keys(cells).map((name) =>
      Math.max(
        0,
        columns.findIndex((column) => column.name === name),
      ),
    );
    if (whole) cols.push(0);
    places.push(...[...new Set(cols)].toSorted((a, b) => a - b).map((col) => ({ row, col })));
  }
  const { row, col } = selection.active;
  const isAfter = (place: Place) => place.row > row || (place.row === row && place.col > col);
  return {
    count: places.length,
    next: places.find(isAfter) ?? places[0] ?? null,
    first: places[0] ?? null,
  };
}
