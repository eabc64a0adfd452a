'use client';

import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '../ui/button';
import { DropdownMenu, MenuItem, MenuSeparator } from '../ui/dropdown-menu';
import { entryTitle } from './add-entry';
import { newDraft, type EntryDraft } from './entry-draft';
import { EntryDialog } from './entry-dialog';
import type { LogContext } from './log-actions';

interface LogEntryButtonProps {
  /** The logs of the record that the viewer may add to. */
  logs: readonly LogContext[];
  /** Begins another log; null for who may not. */
  addHref: string | null;
}

const label = (
  <>
    <Plus aria-hidden />
    Log entry
  </>
);

/** Writes an entry of one of a record's logs: at once where there is one, else after asking of which. */
export function LogEntryButton({ logs, addHref }: LogEntryButtonProps) {
  const [open, setOpen] = useState<{ context: LogContext; initial: EntryDraft } | null>(null);
  const begin = (context: LogContext) => setOpen({ context, initial: newDraft(context.me, Date.now()) });
  const [only, ...others] = logs;
  if (!only)
    return addHref === null ? null : (
      <Button asChild>
        <Link href={addHref}>{label}</Link>
      </Button>
    );
  return (
    <>
      {others.length === 0 ? (
        <Button onClick={() => begin(only)}>{label}</Button>
      ) : (
        <DropdownMenu trigger={<Button>{label}</Button>}>
          {logs.map((context) => (
            <MenuItem key={context.id} onSelect={() => begin(context)}>
              {context.title}
            </MenuItem>
          ))}
          {addHref ? (
            <>
              <MenuSeparator />
              <MenuItem href={addHref}>New log</MenuItem>
            </>
          ) : null}
        </DropdownMenu>
      )}
      {open?.context.actions ? (
        <EntryDialog
          context={open.context}
          findPeople={open.context.actions.findPeople}
          title={entryTitle(open.context)}
          time={null}
          initial={open.initial}
          send={open.context.actions.add}
          done="Entry added"
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
