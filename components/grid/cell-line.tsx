'use client';

import { CircleAlert } from 'lucide-react';
import type { GridColumn } from '@/lib/declare/grid';
import { Button } from '../ui/button';
import type { CellProblem, RowState } from './cell-states';
import type { GridAction, GridState } from './grid-state';
import { textAt, whyLocked, type SheetRow } from './sheet';
import type { Verdicts } from './use-checks';

interface CellLineProps {
  state: GridState;
  all: readonly GridColumn[];
  /** Those shown. */
  columns: readonly GridColumn[];
  stateOf: (row: SheetRow) => RowState;
  /** What the cells of rows were read as. */
  verdicts: Verdicts;
  onStep: (action: GridAction) => void;
}

/** What there is to say of the active cell: what is wrong and what is expected there. As high as two lines, always. */
export function CellLine({ state, all, columns, stateOf, verdicts, onStep }: CellLineProps) {
  const { selection, sheet, filled, remark } = state;
  const row = sheet.rows[selection.active.row];
  const column = columns[selection.active.col];
  if (!row || !column) return null;
  const { cells, row: whole } = stateOf(row);
  const problem = cells[column.name] ?? whole ?? unseenProblem(cells, all, columns);
  const locked = whyLocked(row, column.name);
  const text = textAt(row, column.name);
  const isConflict = column.name in row.theirs;
  return (
    <div className="mt-2 flex min-h-12 flex-wrap items-start gap-x-3 gap-y-1 text-sm">
      <p className="min-w-0 flex-1 basis-64">
        <span className="font-medium">
          {selection.active.row + 1} · {column.label}
        </span>{' '}
        {problem ? (
          <span className="text-danger">
            <CircleAlert aria-hidden className="mb-0.5 inline size-3.5" /> {problem.message} {problem.suggestion}
          </span>
        ) : (
          <span className="text-muted-foreground">
            {locked ?? foundWords(verdicts, row, column) ?? hintOf(column, text)}
          </span>
        )}
        <span role="status" className="block text-muted-foreground">
          {remark}
        </span>
      </p>
      {isConflict ? (
        <span className="flex gap-2">
          <Button size="sm" onClick={() => onStep({ do: 'settle', keep: 'mine' })}>
            Keep mine
          </Button>
          <Button size="sm" onClick={() => onStep({ do: 'settle', keep: 'theirs' })}>
            Take theirs
          </Button>
        </span>
      ) : null}
      {filled ? (
        <Button size="sm" onClick={() => onStep({ do: 'refill' })}>
          {filled.isSeries ? 'Repeat instead' : 'Count up instead'}
        </Button>
      ) : null}
    </div>
  );
}

/** What is wrong in a column that is not shown. */
function unseenProblem(
  cells: RowState['cells'],
  all: readonly GridColumn[],
  columns: readonly GridColumn[],
): CellProblem | null {
  const unseen = all.find(({ name }) => name in cells && !columns.some((column) => column.name === name));
  const problem = unseen && cells[unseen.name];
  return problem ? { ...problem, message: `${unseen.label}: ${problem.message}` } : null;
}

/** The records that the names in a cell were found to be; null where nothing is known of the text as it is. */
function foundWords(verdicts: Verdicts, row: SheetRow, { name }: GridColumn): string | null {
  const verdict = verdicts.get(row.key);
  const found = verdict?.found.find(({ column }) => column === name);
  if (!found || found.names.length === 0 || textAt(verdict?.row, name) !== textAt(row, name)) return null;
  return `Found: ${found.names.join(', ')}`;
}

function hintOf({ expects, help, choices }: GridColumn, text: string): string {
  const choice = choices?.find(({ code }) => code === text);
  return choice ? choice.label : [expects, help].filter(Boolean).join(' ');
}
