'use client';

import { startTransition, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Problem } from '@/lib/declare/problem';
import { checkEntry } from '@/lib/vocabularies/check-entry';
import { findType } from '@/lib/vocabularies/types';
import { objectOf } from '../fields/read-value';
import { useDrafting } from '../form/drafting';
import { isSame } from '../form/merge';
import { controlIdsOf, fieldOfPath } from '../form/paths';
import { findUnreadable } from '../form/unreadable';
import { useDraft } from '../form/use-draft';
import type { Failure } from '../form/use-record-form';
import type { SummaryError } from '../ui/error-summary';
import { bringBackEntry, entrySlot, inputOf, readEntryDraft, timeKeyOf, type EntryDraft } from './entry-draft';
import type { EntryAnswer, EntryInput, LogContext } from './log-actions';

const offline: EntryAnswer = {
  ok: false,
  code: 'offline',
  message: 'The server did not answer. What you typed is kept here; try again in a moment.',
  problems: [],
};

/** The paths of what an entry holds, by the part of the draft that they are about. */
const partOf: Readonly<Record<string, keyof EntryDraft>> = {
  date_time: 'start',
  start_date_time: 'start',
  end_date_time: 'end',
  details: 'details',
  notes: 'notes',
  performed_by: 'person',
};

/** The instants of messages are in UTC; the form shows the time itself. */
const inOwnWords = (problem: Problem): Problem =>
  problem.code === 'not-unique'
    ? { ...problem, message: 'The log has an entry at this time already: change that one, or choose another time.' }
    : problem;

type Settings = {
  context: LogContext;
  /** By which the entry is known; null for a new one. */
  time: string | null;
  initial: EntryDraft;
  send: (input: EntryInput) => Promise<EntryAnswer>;
  /** Asks for the log as it is now. */
  onStale: () => void;
};

const noTitles = () => ({});
const sameEntry = (one: EntryDraft, other: EntryDraft): boolean =>
  isSame({ ...one, details: objectOf(one.details) }, { ...other, details: objectOf(other.details) });

/** The state of the form of an entry. What is typed is kept as a draft until it is saved; `save` answers whether it was. */
export function useEntryForm({ context, time, initial, send, onStale }: Settings) {
  const [base, setBase] = useState(initial);
  const [entry, setEntry] = useState(initial);
  // Remounts the inputs where values come from outside.
  const [round, setRound] = useState(0);
  /** What others have changed too since a restored draft began. */
  const [overlaps, setOverlaps] = useState<readonly string[]>([]);
  const [isPending, setPending] = useState(false);
  const { signInAgain } = useDrafting();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [summary, setSummary] = useState<readonly SummaryError[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const fields = findType(context.family, context.type)?.fields ?? [];

  function put(next: EntryDraft, over: readonly string[] = []) {
    setEntry(next);
    setOverlaps(over);
    setRound((before) => before + 1);
  }
  function startAgain() {
    setBase(initial);
    put(initial);
  }
  const isDirty = !sameEntry(entry, base);
  const { family, id, href, version } = context;
  const draft = useDraft({
    slot: useMemo(() => entrySlot({ family, id }, time), [family, id, time]),
    href,
    isDirty,
    values: entry,
    base,
    version: time === null ? null : version,
    titles: noTitles,
    onRestore(found) {
      const [values, began] = [readEntryDraft(found.values), readEntryDraft(found.base)];
      // A new one began at another time, which is nothing that others have changed.
      if (time === null) {
        setBase(began);
        put(values);
        return !sameEntry(values, began);
      }
      const brought = bringBackEntry({ values, base: began }, base);
      put(brought.values, brought.overlaps);
      return !sameEntry(brought.values, base);
    },
    onDrop: startAgain,
  });

  function change(part: Partial<EntryDraft>) {
    setEntry((before) => ({ ...before, ...part }));
    const isOver = ({ path }: Problem) => (partOf[fieldOfPath(path)] ?? 'start') in part;
    setProblems((before) => before.filter((problem) => !isOver(problem)));
  }

  function labelOf(path: string): string {
    const [field = '', key = ''] = path.split('.');
    if (field === 'details') return fields.find((one) => one.key === key)?.label ?? 'Details';
    const labels = {
      [timeKeyOf(context)]: context.isInterval ? 'Start' : 'When',
      end_date_time: 'End',
      notes: 'Notes',
    };
    return labels[field] ?? 'Performed by';
  }

  function show(found: readonly Problem[], unreadable: readonly SummaryError[]) {
    setProblems(found);
    const lines = found.map(({ path, message }): SummaryError => {
      const id = controlIdsOf(path).find((one) => document.getElementById(one)) ?? null;
      return { id, label: labelOf(path), message };
    });
    setSummary([...unreadable, ...lines]);
  }

  async function save(): Promise<boolean> {
    flushSync(() => {
      setProblems([]);
      setSummary([]);
      setFailure(null);
      setPending(true);
    });
    const isSaved = await saveNow().finally(() => setPending(false));
    if (isSaved) draft.forget();
    return isSaved;
  }

  async function saveNow(): Promise<boolean> {
    const unreadable = form.current ? findUnreadable(form.current) : [];
    const input = inputOf(entry, context);
    const isUnread = ({ path }: Problem) => unreadable.some(({ id }) => id !== null && controlIdsOf(path).includes(id));
    const found = checkEntry(context.family, context.type, input).problems.filter((problem) => !isUnread(problem));
    if (found.length + unreadable.length > 0) {
      show(found, unreadable);
      return false;
    }
    const answer = await send(input).catch(() => offline);
    if (answer.ok) return true;
    if (answer.code === 'not_signed_in' && (await signInAgain())) return saveNow();
    if (answer.problems.length > 0) show(answer.problems.map(inOwnWords), []);
    else if (answer.code === 'stale')
      // It is told once the page shows the log as it is now: saving again goes by that.
      startTransition(() => {
        onStale();
        setFailure(answer);
      });
    else setFailure(answer);
    return false;
  }

  return {
    form,
    fields,
    entry,
    change,
    problems,
    summary,
    failure,
    save,
    isPending,
    isDirty,
    draft,
    overlaps,
    round,
    /** Forgets what was typed; the form stays. */
    discard() {
      draft.forget();
      startAgain();
    },
  };
}
