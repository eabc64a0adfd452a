import type { GridColumn } from '@/lib/declare/grid';
import type { ModelView } from '@/lib/declare/view';
import { localProblems } from './local-problems';
import { isBlank, textAt, type SheetRow } from './sheet';
import type { Verdicts } from './use-checks';

export type CellProblem = { readonly message: string; readonly suggestion: string | null };
/** What is wrong in a row: at its cells, and as a whole. */
export type RowState = { readonly cells: Readonly<Record<string, CellProblem>>; readonly row: CellProblem | null };

const sound: RowState = { cells: {}, row: null };

type Knowledge = {
  readonly columns: readonly GridColumn[];
  readonly view: ModelView;
  readonly verdicts: Verdicts;
  readonly isStrict: boolean;
};

// Rows that stay as they are keep their state, so that they are not drawn again.
const known = new WeakMap<
  SheetRow,
  { readonly verdict: unknown; readonly isStrict: boolean; readonly state: RowState }
>();

/**
 * What is wrong in a row, by what the browser knows and the server has said. `isStrict` counts what is missing too: while
 * somebody is still filling the row it is no mistake.
 */
export function rowStateOf(row: SheetRow, knowledge: Knowledge): RowState {
  if (isBlank(row)) return sound;
  const verdict = knowledge.verdicts.get(row.key);
  const { isStrict } = knowledge;
  const before = known.get(row);
  if (before && before.verdict === verdict && before.isStrict === isStrict) return before.state;
  const state = stateFrom(row, knowledge);
  known.set(row, { verdict, isStrict, state });
  return state;
}

function stateFrom(row: SheetRow, { columns, view, verdicts, isStrict }: Knowledge): RowState {
  const cells: Record<string, CellProblem> = {};
  for (const [column, message] of Object.entries(localProblems(row, columns, view)))
    cells[column] = { message, suggestion: null };
  const verdict = verdicts.get(row.key);
  let whole: CellProblem | null = null;
  for (const { column, message, suggestion } of verdict?.problems ?? []) {
    if (column === null) whole = verdict?.row === row ? { message, suggestion } : whole;
    // Of a cell that was changed since nothing is known.
    else if (textAt(row, column) === textAt(verdict?.row, column)) cells[column] = { message, suggestion };
  }
  for (const column of Object.keys(cells))
    if (!isStrict && textAt(row, column) === '' && row.record === null) delete cells[column];
  for (const column of Object.keys(row.theirs))
    cells[column] = { message: conflictWords(row, column), suggestion: null };
  return { cells, row: whole };
}

const conflictWords = (row: SheetRow, column: string): string =>
  `Someone else has made this “${row.theirs[column] ?? ''}” meanwhile. Keep yours, or take theirs.`;
