'use client';

import { X } from 'lucide-react';
import { BulkActions, type BulkActionsProps } from '../bulk/bulk-actions';
import { Button } from '../ui/button';
import { IconButton } from '../ui/icon-button';
import type { Selection } from './selection';

interface SelectionBarProps extends Omit<BulkActionsProps, 'onDone'> {
  selection: Selection;
  /** How many the list finds, as it reads: "240", "10,000+". */
  total: string;
  /** Everything that the list finds is in sight or chosen. */
  isWhole: boolean;
  onSelectAll: () => void;
  onClear: () => void;
}

/** What can be done with the chosen rows. It stays at the foot of the window while one scrolls. */
export function SelectionBar({ selection, total, isWhole, onSelectAll, onClear, ...actions }: SelectionBarProps) {
  const { nouns } = actions;
  const count = selection.isAll ? total : selection.ids.size.toLocaleString('en');
  return (
    <section
      aria-label="Selection"
      className="sticky bottom-0 z-20 -mx-1 flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t bg-background px-1 py-2"
    >
      <p role="status" className="font-medium tabular-nums">
        {selection.isAll ? `All ${count}` : count} {count === '1' ? nouns.one : nouns.many} selected
      </p>
      {isWhole ? null : (
        <Button variant="link" onClick={onSelectAll}>
          Select all {total} <span className="max-sm:sr-only">that match</span>
        </Button>
      )}
      {/* On a phone beside the count, so that the actions have a line of their own. */}
      <IconButton label="Clear selection" onClick={onClear} className="max-sm:ml-auto">
        <X aria-hidden />
      </IconButton>
      <div className="flex flex-wrap items-center gap-2 sm:ml-auto">
        <BulkActions {...actions} onDone={onClear} />
      </div>
    </section>
  );
}
