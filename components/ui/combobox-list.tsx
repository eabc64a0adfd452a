'use client';

import { useState } from 'react';
import type { ComboboxWindowProps } from './combobox-window';
import { onDemand } from './on-demand';

const ComboboxWindow = onDemand(async () => (await import('./combobox-window')).ComboboxWindow);

interface ComboboxListProps extends Omit<ComboboxWindowProps, 'note'> {
  emptyText: string;
}

/** The list under a combobox, which comes when it is first opened, and what is read aloud of it. */
export function ComboboxList({ emptyText, ...props }: ComboboxListProps) {
  const { entries, status, failure, open } = props.state;
  const [isWanted, setIsWanted] = useState(false);
  if (open && !isWanted) setIsWanted(true);

  const note =
    status === 'failed' ? (failure ?? null) : entries.length > 0 ? null : status === 'loading' ? 'Loading…' : emptyText;
  return (
    <>
      <span role="status" className="sr-only">
        {open ? (note ?? `${entries.length} ${entries.length === 1 ? 'choice' : 'choices'}`) : ''}
      </span>
      {isWanted ? <ComboboxWindow {...props} note={note} /> : null}
    </>
  );
}
