'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, type ButtonProps } from '../ui/button';
import { newDraft, type EntryDraft } from './entry-draft';
import { EntryDialog } from './entry-dialog';
import type { LogContext } from './log-actions';

interface AddEntryProps extends Pick<ButtonProps, 'size' | 'variant'> {
  context: LogContext;
  /** Pressed by the key `n`. */
  hasShortcut?: boolean;
}

/** The button that opens a new entry of a log; nothing for who may not add one. */
export function AddEntry({ context, hasShortcut = false, ...look }: AddEntryProps) {
  const [initial, setInitial] = useState<EntryDraft | null>(null);
  const { actions } = context;
  if (!actions) return null;
  return (
    <>
      <Button
        {...look}
        {...(hasShortcut ? { 'data-shortcut': 'n' } : { 'aria-label': `Add entry to ${context.title}` })}
        onClick={() => setInitial(newDraft(context.me, Date.now()))}
      >
        <Plus aria-hidden />
        Add entry
      </Button>
      {initial ? (
        <EntryDialog
          context={context}
          findPeople={actions.findPeople}
          title="Add entry"
          initial={initial}
          send={actions.add}
          done="Entry added"
          onClose={() => setInitial(null)}
        />
      ) : null}
    </>
  );
}
