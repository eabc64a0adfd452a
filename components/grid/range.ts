/** A cell of what is shown: row from the top, column from the left. */
export type Place = { readonly row: number; readonly col: number };
/** The cell that one is in, and the corner to which the selection goes from there. */
export type Selection = { readonly active: Place; readonly corner: Place };
export type Bounds = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

export const at = (place: Place): Selection => ({ active: place, corner: place });

export const boundsOf = ({ active, corner }: Selection): Bounds => ({
  top: Math.min(active.row, corner.row),
  bottom: Math.max(active.row, corner.row),
  left: Math.min(active.col, corner.col),
  right: Math.max(active.col, corner.col),
});

export const isWithin = ({ top, bottom, left, right }: Bounds, { row, col }: Place): boolean =>
  row >= top && row <= bottom && col >= left && col <= right;

export type Size = { readonly rows: number; readonly cols: number };

const clamp = (value: number, max: number) => Math.max(0, Math.min(max, value));
const inside = ({ row, col }: Place, { rows, cols }: Size): Place => ({
  row: clamp(row, rows - 1),
  col: clamp(col, cols - 1),
});

/** The selection after a step; `extend` moves its corner only. */
export function moved(selection: Selection, step: Place, size: Size, extend = false): Selection {
  const from = extend ? selection.corner : selection.active;
  const to = inside({ row: from.row + step.row, col: from.col + step.col }, size);
  return extend ? { ...selection, corner: to } : at(to);
}

/** The next cell in reading order; null beyond the ends of the sheet. */
export function tabbed({ active }: Selection, step: 1 | -1, { rows, cols }: Size): Selection | null {
  const index = active.row * cols + active.col + step;
  if (index < 0 || index >= rows * cols) return null;
  return at({ row: Math.floor(index / cols), col: index % cols });
}

const far = 1_000_000;
const pageRows = 15;

/** The step that a key stands for; null for keys that go nowhere. */
export function stepOf(key: string, isFar: boolean): Place | null {
  const by = isFar ? far : 1;
  const steps: Readonly<Record<string, Place>> = {
    ArrowUp: { row: -by, col: 0 },
    ArrowDown: { row: by, col: 0 },
    ArrowLeft: { row: 0, col: -by },
    ArrowRight: { row: 0, col: by },
    PageUp: { row: -pageRows, col: 0 },
    PageDown: { row: pageRows, col: 0 },
    Home: { row: isFar ? -far : 0, col: -far },
    End: { row: isFar ? far : 0, col: far },
  };
  return steps[key] ?? null;
}
