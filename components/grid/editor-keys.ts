import type { KeyboardEvent } from 'react';
import type { CellEditorProps } from './cell-editor';

type EditorKeys = Pick<CellEditorProps, 'column' | 'text' | 'onCommit' | 'onTab' | 'onCancel'> & {
  /** How many completions are offered, and which one Enter takes; -1 for none. */
  readonly count: number;
  readonly cursor: number;
  /** The only one that the text can mean, which goes into the cell when it is left; -1 for none. */
  readonly sole: number;
  readonly setCursor: (cursor: number) => void;
  readonly choose: (index: number) => void;
  readonly type: (text: string) => void;
};

/** What keys do while a cell is typed in. */
export function editorKeys({ column, text, count, cursor, sole, ...on }: EditorKeys) {
  return (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // Keys in here are for the text; those of the grid around it would move away.
    event.stopPropagation();
    const { key, shiftKey } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) {
      if (count === 0 || column.isLong) return;
      on.setCursor(Math.max(-1, Math.min(count - 1, cursor + step)));
    } else if (key === 'Enter' && event.altKey && column.isLong) {
      const { selectionStart: from, selectionEnd: to } = event.target as HTMLTextAreaElement; // of a long column
      on.type(`${text.slice(0, from)}\n${text.slice(to)}`);
    } else if (key === 'Enter') {
      if (cursor >= 0) on.choose(cursor);
      else {
        if (sole >= 0) on.choose(sole);
        on.onCommit({ row: shiftKey ? -1 : 1, col: 0 });
      }
    } else if (key === 'Tab') {
      const taken = cursor >= 0 ? cursor : sole;
      if (taken >= 0) on.choose(taken);
      on.onTab(shiftKey ? -1 : 1);
    } else if (key === 'Escape') on.onCancel();
    else return;
    event.preventDefault();
  };
}
