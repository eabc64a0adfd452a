'use client';

import { Info } from 'lucide-react';

interface RowCardButtonProps {
  name: string;
  onAsk: (id: string, row: HTMLElement) => void;
}

/** Opens the card of a row; in sight where the mouse or the focus is. */
export function RowCardButton({ name, onAsk }: RowCardButtonProps) {
  return (
    <button
      type="button"
      aria-label={`Facts of ${name}`}
      aria-haspopup="dialog"
      className="row-card-button"
      onClick={({ currentTarget }) => {
        const row = currentTarget.closest<HTMLElement>('tr[data-row]');
        if (row) onAsk(row.dataset.row ?? '', row);
      }}
    >
      <Info aria-hidden />
    </button>
  );
}
