'use client';

import type { ClipboardEvent } from 'react';
import type { GridColumn } from '@/lib/declare/grid';
import { selectedTexts, type GridAction, type GridState } from './grid-state';
import { parseTsv, writeTsv } from './tsv';

type Act = (action: GridAction) => void;

/** Copies and pastes as spreadsheets do, so that cells go from one to the other. */
export function useClipboard(state: GridState, columns: readonly GridColumn[], act: Act) {
  function onCopy(event: ClipboardEvent) {
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeTsv(selectedTexts(state, columns)));
  }
  return {
    onCopy,
    onCut(event: ClipboardEvent) {
      onCopy(event);
      act({ do: 'clear' });
    },
    onPaste(event: ClipboardEvent) {
      const text = event.clipboardData.getData('text/plain');
      if (text === '') return;
      event.preventDefault();
      act({ do: 'paste', cells: parseTsv(text) });
    },
  };
}
