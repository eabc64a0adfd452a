'use client';

import { Pencil, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, type ButtonProps } from '../ui/button';
import { entrySlot, newDraft, type EntryDraft } from './entry-draft';
import { EntryDialog } from './entry-dialog';
import type { LogContext } from './log-actions';
import { useEntryDrafts } from './use-entry-drafts';

interface AddEntryProps extends Pick<ButtonProps, 'size' | 'variant'> {
  context: LogContext;
  /** Pressed by the key `n`. */
  hasShortcut?: boolean;
}

/** Names the animal: several are written of in a row. */
export const entryTitle = ({ of }: LogContext): string => (of === null ? 'Add entry' : `Add entry for ${of}`);

/** The button that opens a new entry of a log, or one that was begun and not saved; nothing for who may not add one. */
export function AddEntry({ context, hasShortcut = false, ...look }: AddEntryProps) {
  const [initial, setInitial] = useState<EntryDraft | null>(null);
  const { actions } = context;
  const { key } = entrySlot(context, null);
  const drafts = useEntryDrafts(context, hasShortcut);
  const isBegun = drafts.keys.includes(key);
  const word = isBegun ? 'Continue' : 'Add';
  const open = () => setInitial(newDraft(context.me, Date.now()));
  // On the page of the log what an earlier visit left unsaved comes back open.
  const isLeft = hasShortcut && drafts.isSettled && isBegun;
  useEffect(() => {
    if (isLeft) setInitial((before) => before ?? newDraft(context.me, Date.now()));
    // Once: who closes it then has closed it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [isLeft]);
  if (!actions) return null;
  return (
    <>
      <Button
        {...look}
        {...(hasShortcut
          ? { 'data-shortcut': 'n' }
          : { 'aria-label': `${word} entry ${isBegun ? 'of' : 'to'} ${context.title}` })}
        onClick={open}
      >
        {isBegun ? <Pencil aria-hidden /> : <Plus aria-hidden />}
        {word} entry
      </Button>
      {initial ? (
        <EntryDialog
          context={context}
          findPeople={actions.findPeople}
          title={entryTitle(context)}
          time={null}
          initial={initial}
          send={actions.add}
          done="Entry added"
          onClose={() => {
            setInitial(null);
            drafts.look(key);
          }}
        />
      ) : null}
    </>
  );
}
