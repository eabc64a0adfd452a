'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import { entryTime } from '@/lib/vocabularies/check-entry';
import type { Titles } from '../fields/field-parts';
import { useConfirm } from '../ui/confirm';
import { toast } from '../ui/toast';
import { writeInstant } from '../ui/zoned-time';
import { EntriesTable } from './entries-table';
import { draftOf, inputOfEntry, timeKeyOf, type EntryDraft } from './entry-draft';
import { EntryDialog } from './entry-dialog';
import type { FoldedMonth } from './fold-entries';
import type { EntryAnswer, LogActions, LogContext, ReadMonth } from './log-actions';
import { OlderEntries } from './older-entries';

export interface LogEntriesProps {
  context: LogContext;
  /** The newest. */
  entries: readonly LogEntry[];
  /** Where the older ones are. */
  months: readonly FoldedMonth[];
  titles: Titles;
  readMonth: ReadMonth;
}

const noAnswer: EntryAnswer = { ok: false, code: 'offline', message: 'The server did not answer.', problems: [] };

/** The entries of a log, each with what may be done to it. */
export default function LogEntries({ context, entries, months, titles, readMonth }: LogEntriesProps) {
  const { actions, zone, version, family, type } = context;
  const router = useRouter();
  const confirm = useConfirm();
  const [changed, setChanged] = useState<{ time: string; draft: EntryDraft } | null>(null);

  function tell(answer: EntryAnswer, title: string, undo?: () => Promise<EntryAnswer>) {
    const failed = { tone: 'danger', title: 'Nothing was changed' } as const;
    if (!answer.ok) {
      const isStale = answer.code === 'stale';
      toast({
        ...failed,
        description: isStale ? 'Somebody has changed this log; it is shown as it is now.' : answer.message,
      });
      return router.refresh();
    }
    const action = undo && {
      label: 'Undo',
      onClick: () =>
        void undo()
          .catch(() => noAnswer)
          .then((undone) => tell(undone, 'Entry is back')),
    };
    toast({ tone: 'success', title, ...(action ? { action } : {}) });
    router.refresh();
  }

  async function remove(entry: LogEntry, { remove: take, add }: LogActions) {
    const time = entryTime(entry);
    const isSure = await confirm({
      title: `Remove the entry of ${writeInstant(Date.parse(time), zone)}?`,
      description: 'You can undo it right afterwards.',
      confirmLabel: 'Remove entry',
      danger: true,
    });
    if (!isSure) return;
    tell(await take(version, time).catch(() => noAnswer), 'Entry removed', () => add(inputOfEntry(entry)));
  }

  const tableOf = (some: readonly LogEntry[], named: Titles, label: string) => (
    <EntriesTable
      label={label}
      family={family}
      type={type}
      entries={some}
      zone={zone}
      titles={named}
      onChange={
        actions
          ? (entry) => setChanged({ time: entryTime(entry), draft: draftOf(entry, (id) => named.user?.[id]) })
          : undefined
      }
      onRemove={actions ? (entry) => void remove(entry, actions) : undefined}
    />
  );

  return (
    <>
      {tableOf(entries, titles, 'Entries')}
      {months.length > 0 ? (
        <OlderEntries months={months} version={version} read={readMonth}>
          {tableOf}
        </OlderEntries>
      ) : null}
      {actions && changed ? (
        <EntryDialog
          context={context}
          findPeople={actions.findPeople}
          title="Change entry"
          initial={changed.draft}
          send={({ [timeKeyOf(context)]: moved, ...rest }) =>
            actions.change(version, changed.time, { ...rest, new_date_time: moved })
          }
          done="Entry changed"
          onClose={() => setChanged(null)}
        />
      ) : null}
    </>
  );
}
