'use client';

import { Lock, Pencil, Plus, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { GridColumn } from '@/lib/declare/grid';
import { cn } from '../ui/cn';
import type { RowState } from './cell-states';
import { widthOf } from './column-widths';
import { isWithin, type Bounds } from './range';
import { isChanged, isRowChanged, textAt, whyLocked, type SheetRow } from './sheet';

interface GridRowLineProps {
  index: number;
  /** From the top of the sheet, in pixels. */
  top: number;
  row: SheetRow;
  columns: readonly GridColumn[];
  state: RowState;
  /** What is selected; null where this row has no part in it. */
  selected: Bounds | null;
  /** The column of the active cell, where it is in this row. */
  active: number | null;
  /** The row in which the handle for filling stands. */
  hasHandle: boolean;
  isFillTarget: boolean;
  /** Takes the place of the active cell's text. */
  editor: ReactNode;
  shownText: (column: GridColumn, text: string) => string;
}

/** One row of the sheet. */
export const GridRowLine = memo(function GridRowLine(props: GridRowLineProps) {
  const { index, top, row, columns, state, selected, active, editor } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-row={index}
      className="absolute left-0 flex h-8"
      style={{ transform: `translateY(${top}px)`, zIndex: editor ? 1 : undefined }}
    >
      <RowNumber index={index} row={row} state={state} isSelected={selected !== null} />
      {columns.map((column, col) => (
        <Cell
          key={column.name}
          {...props}
          column={column}
          col={col}
          isSelected={selected !== null && isWithin(selected, { row: index, col })}
          editor={active === col ? editor : null}
          hasHandle={props.hasHandle && selected?.right === col && !editor}
          isFillTarget={props.isFillTarget && selected === null}
        />
      ))}
    </div>
  );
});

function RowNumber({
  index,
  row,
  state,
  isSelected,
}: {
  index: number;
  row: SheetRow;
  state: RowState;
  isSelected: boolean;
}) {
  const isWrong = state.row !== null || Object.keys(state.cells).length > 0;
  const why = row.record?.whyNot;
  const [Icon, word] = isWrong
    ? ([TriangleAlert, 'needs mending'] as const)
    : why
      ? ([Lock, 'can’t be changed'] as const)
      : isRowChanged(row)
        ? row.record
          ? ([Pencil, 'changed'] as const)
          : ([Plus, 'new'] as const)
        : [null, ''];
  return (
    <div
      role="rowheader"
      data-number
      title={state.row?.message ?? why ?? undefined}
      className={cn(
        'sticky left-0 z-10 flex w-12 shrink-0 items-center justify-end gap-1 border-r border-b bg-muted px-1.5 text-xs tabular-nums select-none',
        isSelected ? 'font-semibold text-foreground' : 'text-muted-foreground',
      )}
    >
      {Icon ? <Icon aria-hidden className={cn('size-3 shrink-0', isWrong && 'text-danger')} /> : null}
      {index + 1}
      {word ? <span className="sr-only">, {word}</span> : null}
    </div>
  );
}

// Opaque: cells scroll under those of the first column.
const tints = {
  changed: 'bg-[color-mix(in_oklab,var(--info)_10%,var(--surface))]',
  wrong: 'bg-[color-mix(in_oklab,var(--danger)_10%,var(--surface))]',
  selected: 'bg-[color-mix(in_oklab,var(--accent)_14%,var(--surface))]',
} as const;

interface CellProps extends GridRowLineProps {
  column: GridColumn;
  col: number;
  isSelected: boolean;
}

function Cell({
  index,
  row,
  column,
  col,
  state,
  active,
  isSelected,
  hasHandle,
  isFillTarget,
  editor,
  shownText,
}: CellProps) {
  const problem = state.cells[column.name];
  const locked = whyLocked(row, column.name);
  const text = shownText(column, textAt(row, column.name));
  const isActive = active === col;
  const note = problem?.message ?? locked;
  const noteId = note ? `cell-${index}-${column.name}` : undefined;
  // Of all that is so, what matters most.
  const grounds: readonly (readonly [isSo: unknown, ground: string])[] = [
    [isSelected || isFillTarget, tints.selected],
    [problem, tints.wrong],
    [row.record && isChanged(row, column.name), tints.changed],
    [locked, 'bg-muted'],
  ];
  const ground = grounds.find(([isSo]) => isSo)?.[1] ?? 'bg-surface';
  return (
    <div
      role="gridcell"
      aria-colindex={col + 2}
      aria-selected={isSelected}
      aria-invalid={problem ? true : undefined}
      {...(locked ? { 'aria-readonly': true } : {})}
      aria-describedby={noteId}
      data-col={col}
      data-active={isActive ? '' : undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ width: widthOf(column) }}
      className={cn(
        'relative flex shrink-0 scroll-mt-9 scroll-ml-13 items-center border-r border-b px-2 text-sm select-none',
        // The names stay in sight, as in a sheet whose first column is frozen.
        col === 0 ? 'sm:sticky sm:left-12 sm:z-[5] sm:scroll-ml-13' : 'sm:scroll-ml-54',
        column.isNumeric && 'justify-end tabular-nums',
        ground,
        locked && 'text-muted-foreground',
        problem && 'shadow-[inset_0_-2px_0_var(--danger)]',
        isActive ? 'outline-2 -outline-offset-2 outline-ring' : 'outline-none',
      )}
    >
      {editor ?? <span className="truncate">{text.includes('\n') ? text.replaceAll(/\s*\n\s*/g, ' ⏎ ') : text}</span>}
      {note ? (
        <span id={noteId} hidden>
          {note}
        </span>
      ) : null}
      {hasHandle ? (
        <span
          aria-hidden
          data-fill
          title="Drag to fill downwards"
          className="absolute -right-1 -bottom-1 z-10 size-2.5 cursor-crosshair touch-none border border-surface bg-accent pointer-coarse:right-0 pointer-coarse:bottom-0 pointer-coarse:size-6 pointer-coarse:rounded-tl-full"
        />
      ) : null}
    </div>
  );
}
