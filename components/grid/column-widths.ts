import type { GridColumn } from '@/lib/declare/grid';

/** How wide the column of row numbers is. */
export const numbersWidth = 48;
export const rowHeight = 32;

/** How wide a column is, in pixels: after what its cells hold. */
export function widthOf({ isLong, isList, isNumeric, choices, label }: GridColumn): number {
  const usual = isLong ? 260 : isList ? 190 : isNumeric ? 96 : choices ? 104 : 168;
  return Math.max(usual, label.length * 8 + 28);
}

export const totalWidth = (columns: readonly GridColumn[]): number =>
  numbersWidth + columns.reduce((sum, column) => sum + widthOf(column), 0);
