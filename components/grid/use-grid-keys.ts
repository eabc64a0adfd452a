'use client';

import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { GridColumn } from '@/lib/declare/grid';
import type { GridAction, GridState } from './grid-state';
import { stepOf, tabbed } from './range';
import { textAt } from './sheet';

type Act = (action: GridAction) => void;

/** What the keys of a spreadsheet do, while no cell is being typed in. */
export function useGridKeys(state: GridState, columns: readonly GridColumn[], act: Act, onLeave: () => void) {
  return (event: KeyboardEvent) => {
    if (state.editing !== null || event.nativeEvent.isComposing) return;
    // The first part of an accent or of a composed letter: the cell must take what follows, so it opens at once.
    if (event.key === 'Dead' || event.key === 'Process') return flushSync(() => act({ do: 'type', text: '' }));
    const action = actionOf(event, state, columns);
    if (!action) return;
    event.preventDefault();
    if (action === 'leave') onLeave();
    else act(action);
  };
}

function actionOf(event: KeyboardEvent, state: GridState, columns: readonly GridColumn[]): GridAction | 'leave' | null {
  const { key, shiftKey } = event;
  const { active } = state.selection;
  const isCommand = event.ctrlKey || event.metaKey;
  const step = stepOf(key, isCommand);
  if (step) return { do: 'move', step, extend: shiftKey };
  if (isCommand) return commandOf(key.toLowerCase(), shiftKey);
  if (event.altKey) return null;
  if (key === 'Tab') {
    const by = shiftKey ? -1 : 1;
    // At the ends of the sheet Tab goes on to what is around it.
    const size = { rows: state.sheet.rows.length, cols: columns.length };
    return tabbed(state.selection, by, size) ? { do: 'tab', step: by } : null;
  }
  if (key === 'Enter') return { do: 'commit', step: { row: shiftKey ? -1 : 1, col: 0 } };
  if (key === 'F2') return { do: 'type', text: textAt(state.sheet.rows[active.row], columns[active.col]?.name ?? '') };
  if (key === 'Delete' || key === 'Backspace') return { do: 'clear' };
  if (key === 'Escape') return 'leave';
  return key.length === 1 ? { do: 'type', text: key } : null;
}

function commandOf(key: string, isShifted: boolean): GridAction | null {
  if (key === 'z') return { do: isShifted ? 'redo' : 'undo' };
  if (key === 'y') return { do: 'redo' };
  if (key === 'd') return { do: 'fill', to: null };
  return key === 'a' ? { do: 'all' } : null;
}
