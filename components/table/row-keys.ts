import type { KeyboardEvent } from 'react';

/** What keys do in the rows of a table besides moving; `row` is the row's id. */
export type RowKeys = {
  onSelect?: ((row: string, isRange: boolean) => void) | undefined;
  /** Shows the facts of the row. */
  onAsk?: ((row: string, element: HTMLElement) => void) | undefined;
};

const rowOf = (element: Element | null): HTMLElement | null => element?.closest<HTMLElement>('tr[data-row]') ?? null;

/** Arrows move from row to row; Space and x choose the row that has the focus, i tells its facts. */
export function pressInRows(event: KeyboardEvent<HTMLElement>, { onSelect, onAsk }: RowKeys): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const row = rowOf(document.activeElement);
  if (!row) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return move(event, row, event.key === 'ArrowDown' ? 1 : -1);
  // Buttons and boxes within the row have their own Space.
  if (!document.activeElement?.matches('[data-row-link]')) return;
  if ((event.key === ' ' || event.key.toLowerCase() === 'x') && onSelect) {
    event.preventDefault();
    onSelect(row.dataset.row ?? '', event.shiftKey);
  }
  if (event.key.toLowerCase() === 'i' && onAsk) {
    event.preventDefault();
    onAsk(row.dataset.row ?? '', row);
  }
}

function move(event: KeyboardEvent<HTMLElement>, row: HTMLElement, step: number): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = links.findIndex((link) => rowOf(link) === row);
  const next = links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
