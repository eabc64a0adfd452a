import type { GridResult, GridRow, GridUndo, SentRow } from '@/lib/declare/grid';
import type { Option } from '../ui/option';

export type GridRefusal = { readonly ok: false; readonly code: string; readonly message: string };
export type GridAnswer = { readonly ok: true; readonly result: GridResult } | GridRefusal;
export type GridRowsAnswer = { readonly ok: true; readonly rows: readonly GridRow[] } | GridRefusal;
export type GridUndoAnswer = { readonly ok: true } | GridRefusal;

/** The server actions behind a grid, bound to its model; they stay the same while it is open. */
export type GridActions = {
  /** The records with these ids as rows, those that are still there. */
  load(ids: readonly string[]): Promise<GridRowsAnswer>;
  check(rows: readonly SentRow[]): Promise<GridAnswer>;
  save(rows: readonly SentRow[]): Promise<GridAnswer>;
  undo(undo: GridUndo): Promise<GridUndoAnswer>;
  /** What may complete a name, in a field of the records at a path. */
  candidates(
    path: string,
    field: string,
    query: string,
    draft: Readonly<Record<string, unknown>>,
  ): Promise<readonly Option[]>;
  words(field: string, query: string): Promise<readonly string[]>;
};

export const gridOffline: GridRefusal = {
  ok: false,
  code: 'offline',
  message: 'The server did not answer. What you typed is kept here; try again in a moment.',
};
