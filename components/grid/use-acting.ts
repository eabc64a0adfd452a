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
  // Who opens a sheet begins to type.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) focusActive(root.current);
  }, [root]);
  useLayoutEffect(() => {
    if (!moving.current || !root.current || editing !== null) return;
    focusActive(root.current);
    showPlace(root.current, moving.current === 'corner' ? corner : active);
    moving.current = null;
  }, [root, active, corner, editing, sheet]);
  return (action: GridAction) => {
    moving.current = action.do === 'move' && action.extend ? 'corner' : 'active';
    dispatch(action);
  };
}

const focusActive = (box: HTMLElement | null) =>
  box?.querySelector<HTMLElement>('[data-active]')?.focus({ preventScroll: true });

/** Goes to the active cell of a sheet from outside it, once it is drawn. */
export function enterSheet(sheet: HTMLElement | null, place: Place): void {
  focusActive(sheet);
  if (sheet) showPlace(sheet, place);
}

function showPlace(box: HTMLElement, { row, col }: Place) {
  const cell = box.querySelector(`[data-row="${row}"] [data-col="${col}"]`);
  if (cell) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  // It is drawn once it is near.
  else box.scrollTop = row * rowHeight;
}
