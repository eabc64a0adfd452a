import type { GridColumn } from '@/lib/declare/grid';
import type { Bounds } from './range';
import type { Edit } from './sheet';

type Named = Pick<GridColumn, 'name' | 'label'>;
export type Pasted = {
  readonly edits: readonly Edit[];
  /** Cells for which there is no column. */
  readonly dropped: number;
  /** How large the pasted part is. */
  readonly rows: number;
  readonly cols: number;
};

/**
 * Cells from the clipboard, from the first cell of the selection on. A selection that is a multiple of them is filled with
 * them; a first row that names columns says where the others go.
 */
export function pasted(cells: readonly (readonly string[])[], columns: readonly Named[], selection: Bounds): Pasted {
  const named = headerOf(cells[0] ?? [], columns);
  const lines = named ? cells.slice(1) : cells;
  const width = Math.max(0, ...lines.map((line) => line.length));
  const rows = repeats(selection.bottom - selection.top + 1, lines.length);
  const cols = named ? 1 : repeats(selection.right - selection.left + 1, width);
  const edits: Edit[] = [];
  let dropped = 0;
  for (let down = 0; down < rows * lines.length; down++)
    for (let across = 0; across < cols * width; across++) {
      const text = lines[down % lines.length]?.[across % width];
      if (text === undefined) continue;
      const column = named ? named[across] : columns[selection.left + across]?.name;
      if (column) edits.push({ row: selection.top + down, column, text });
      else if (text !== '') dropped += 1;
    }
  return { edits, dropped, rows: rows * lines.length, cols: cols * width };
}

const repeats = (room: number, size: number): number => (size > 0 && room % size === 0 ? room / size : 1);

/** The columns that a row of headings names; null where it is no such row. */
function headerOf(line: readonly string[], columns: readonly Named[]): (string | null)[] | null {
  const named = line.map(
    (cell) =>
      columns.find(({ name, label }) => [name, label].some((word) => word.toLowerCase() === cell.trim().toLowerCase()))
        ?.name ?? null,
  );
  const count = named.filter(Boolean).length;
  return count >= 2 && count === line.filter((cell) => cell.trim() !== '').length ? named : null;
}
