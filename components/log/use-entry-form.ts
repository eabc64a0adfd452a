'use client';

import { startTransition, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Problem } from '@/lib/declare/problem';
import { checkEntry } from '@/lib/vocabularies/check-entry';
import { findType } from '@/lib/vocabularies/types';
import { objectOf } from '../fields/read-value';
import { isSame } from '../form/merge';
import { controlIdsOf, fieldOfPath } from '../form/paths';
import { findUnreadable } from '../form/unreadable';
import type { Failure } from '../form/use-record-form';
import type { SummaryError } from '../ui/error-summary';
import { inputOf, timeKeyOf, type EntryDraft } from './entry-draft';
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

/** The state of the form of an entry. What is typed stays until it is saved; `save` answers whether it was. */
export function useEntryForm(
  context: LogContext,
  initial: EntryDraft,
  send: (input: EntryInput) => Promise<EntryAnswer>,
  onStale: () => void,
) {
  const [draft, setDraft] = useState(initial);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [summary, setSummary] = useState<readonly SummaryError[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const fields = findType(context.family, context.type)?.fields ?? [];

  function change(part: Partial<EntryDraft>) {
    setDraft((before) => ({ ...before, ...part }));
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
    });
    const unreadable = form.current ? findUnreadable(form.current) : [];
    const input = inputOf(draft, context);
    const isUnread = ({ path }: Problem) => unreadable.some(({ id }) => id !== null && controlIdsOf(path).includes(id));
    const found = checkEntry(context.family, context.type, input).problems.filter((problem) => !isUnread(problem));
    if (found.length + unreadable.length > 0) {
      show(found, unreadable);
      return false;
    }
    const answer = await send(input).catch(() => offline);
    if (answer.ok) return true;
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
    draft,
    change,
    problems,
    summary,
    failure,
    save,
    isDirty: !isSame(
      { ...draft, details: objectOf(draft.details) },
      { ...initial, details: objectOf(initial.details) },
    ),
  };
}
