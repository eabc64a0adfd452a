'use client';

import { ArrowDownToLine, Plus, Redo2, Undo2 } from 'lucide-react';
import type { Dispatch } from 'react';
import type { GridColumn } from '@/lib/declare/grid';
import { ColumnsMenu } from '../table/columns-menu';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import type { GridAction, GridState } from './grid-state';

interface GridToolbarProps {
  state: GridState;
  dispatch: Dispatch<GridAction>;
  mayAdd: boolean;
  choosable: readonly GridColumn[];
  shown: readonly string[];
  onColumns: (names: readonly string[] | null) => void;
  isUsual: boolean;
}

const rowsAdded = 10;

/** What keys do in the sheet, for the mouse and for fingers. */
export function GridToolbar({ state, dispatch, mayAdd, choosable, shown, onColumns, isUsual }: GridToolbarProps) {
  return (
    <div className="mb-2 flex flex-wrap items-center gap-2">
      <IconButton label="Undo" disabled={state.past.length === 0} onClick={() => dispatch({ do: 'undo' })}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton label="Redo" disabled={state.future.length === 0} onClick={() => dispatch({ do: 'redo' })}>
        <Redo2 aria-hidden />
      </IconButton>
      <Button onClick={() => dispatch({ do: 'fill', to: null })}>
        <ArrowDownToLine aria-hidden />
        Fill down
      </Button>
      {mayAdd ? (
        <Button onClick={() => dispatch({ do: 'add', count: rowsAdded })}>
          <Plus aria-hidden />
          Add {rowsAdded} rows
        </Button>
      ) : null}
      <ColumnsMenu
        choosable={choosable.map(({ name, label }) => ({ name, label }))}
        shown={shown}
        onChange={onColumns}
        onReset={isUsual ? null : () => onColumns(null)}
      />
    </div>
  );
}
