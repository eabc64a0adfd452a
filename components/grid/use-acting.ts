'use client';

import { useLayoutEffect, useRef, type Dispatch, type RefObject } from 'react';
import { rowHeight } from './column-widths';
import type { GridAction, GridState } from './grid-state';
import type { Place } from './range';

/** Takes steps in the sheet: the focus follows them to the active cell, and what moves stays in sight. */
export function useActing(
  root: RefObject<HTMLDivElement | null>,
  { selection, editing, sheet }: GridState,
  dispatch: Dispatch<GridAction>,
) {
  /** What the last step moved; null after the sheet has followed it. */
  const moving = useRef<'active' | 'corner' | null>(null);
  const { active, corner } = selection;
  useLayoutEffect(() => {
    if (!moving.current || !root.current || editing !== null) return;
    root.current.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });
    showPlace(root.current, moving.current === 'corner' ? corner : active);
    moving.current = null;
  }, [root, active, corner, editing, sheet]);
  return (action: GridAction) => {
    moving.current = action.do === 'move' && action.extend ? 'corner' : 'active';
    dispatch(action);
  };
}

function showPlace(box: HTMLElement, { row, col }: Place) {
  const cell = box.querySelector(`[data-row="${row}"] [data-col="${col}"]`);
  if (cell) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  // It is drawn once it is near.
  else box.scrollTop = row * rowHeight;
}
