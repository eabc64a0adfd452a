'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import { entryTime } from '@/lib/vocabularies/entry-time';
import type { Titles } from '../fields/field-parts';
import { loadDraft } from '../form/draft';
import { useDrafting } from '../form/drafting';
import { useConfirm } from '../ui/confirm';
import { toast } from '../ui/toast';
import { writeInstant } from '../ui/zoned-time';
import { EntriesTable } from './entries-table';
import { draftOf, entrySlot, inputOfEntry, readEntryDraft, timeKeyOf, timeOfKey, type EntryDraft } from './entry-draft';
import { EntryDialog } from './entry-dialog';
import type { FoldedMonth } from './fold-entries';
import type { EntryAnswer, LogActions, LogContext, ReadMonth } from './log-actions';
import { OlderEntries } from './older-entries';
import { useEntryDrafts } from './use-entry-drafts';

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
  const drafts = useEntryDrafts(context, true);
  const { owner } = useDrafting();
  useEffect(() => {
    if (!drafts.isSettled || !actions || owner === null) return;
    const left = entryLeft(owner, context, drafts.keys);
    if (!left) return;
    const entry = entries.find((one) => entryTime(one) === left.time);
    setChanged(
      (before) => before ?? (entry ? { time: left.time, draft: draftOf(entry, (id) => titles.user?.[id]) } : left),
    );
    // Once: who closes it then has closed it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [drafts.isSettled]);

  function tell(answer: EntryAnswer, title: string, undo?: () => Promise<EntryAnswer>) {
    const failed = { tone: 'danger', title: 'Nothing was changed' } as const;
    if (!answer.ok) {
      const isStale = answer.code === 'stale';
      toast({
        ...failed,
        description: isStale ? 'This log has been changed since; it is shown as it is now.' : answer.message,
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
          time={changed.time}
          initial={changed.draft}
          send={({ [timeKeyOf(context)]: moved, ...rest }) =>
            actions.change(version, changed.time, { ...rest, new_date_time: moved })
          }
          done="Entry changed"
          onClose={() => {
            setChanged(null);
            drafts.look(entrySlot(context, changed.time).key);
          }}
        />
      ) : null}
    </>
  );
}

/** The changed entry that an earlier visit left unsaved, as it was then; null while a new one is open. */
function entryLeft(owner: string, context: LogContext, keys: readonly string[]) {
  const { key: fresh } = entrySlot(context, null);
  if (keys.includes(fresh)) return null;
  for (const key of keys) {
    const time = timeOfKey(context, key);
    const kept = time === null ? null : loadDraft(owner, key);
    if (time !== null && kept) return { time, draft: readEntryDraft(kept.base) };
  }
  return null;
}
