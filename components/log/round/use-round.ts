'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { RoundSubject, RoundWritten } from '@/lib/declare/log-round';
import type { MeasuredType } from '@/lib/vocabularies/measured-types';
import { useDrafting } from '../../form/drafting';
import { useUnsavedGuard } from '../../form/use-unsaved-guard';
import { toast } from '../../ui/toast';
import { roundOffline, type RoundActions, type RoundAnswer } from './round-actions';
import { readAmount } from './round-amount';
import { entriesOf, isTyped, lineOf, without, type RoundLine, type RoundLines } from './round-lines';
import { useRoundDraft } from './use-round-draft';

export interface RoundProps {
  type: MeasuredType;
  subjects: readonly RoundSubject[];
  actions: RoundActions;
  /** The present minute, as an ISO instant. */
  now: string;
  zone: string;
}

const minute = 60_000;
const thisMinute = () => new Date(Math.floor(Date.now() / minute) * minute).toISOString();

/** The lines of a round, their draft, and saving them together. */
export function useRound({ type, subjects, actions, now }: RoundProps) {
  const [lines, setLines] = useState<RoundLines>({});
  const [time, setTime] = useState<string | null>(now);
  const typed = subjects.filter(({ id }) => isTyped(lineOf(lines, id))).map(({ id }) => id);
  const isDirty = typed.length > 0;
  const draft = useRoundDraft({
    type,
    subjects,
    lines,
    time,
    isDirty,
    onRestore(back, at) {
      setLines(back);
      if (at !== null) setTime(at);
    },
  });
  useUnsavedGuard(isDirty);
  const saving = useSaving(actions, (sent) => {
    // What was typed meanwhile is still to be saved, and noted then.
    setLines((current) => without(current, sent));
    setTime(thisMinute());
  });
  const wrong = typed.filter((id) => readAmount(lineOf(lines, id).amount, type.unit).value === null);
  const refusedOf = (id: string) => saving.failure?.problems.find(({ path }) => path === id)?.message ?? null;

  /** What is wrong with the line of a subject; a note without an amount is only spoken of once it is to be saved. */
  function problemOf(id: string): string | null {
    const { amount, notes } = lineOf(lines, id);
    const refused = refusedOf(id);
    if (refused) return refused;
    if (amount.trim() === '')
      return saving.isAsked && notes.trim() !== '' ? `Give the ${type.field.label.toLowerCase()} too.` : null;
    return readAmount(amount, type.unit).problem;
  }

  /** Saves what is typed; answers the subject whose line needs mending. */
  async function save(): Promise<string | null> {
    saving.ask();
    const [first] = wrong;
    if (first || time === null || !isDirty || saving.pending) return first ?? null;
    return saving.send({ type: type.code, time, entries: entriesOf(lines, typed, type.unit) }, lines);
  }

  return {
    lineOf: (id: string) => lineOf(lines, id),
    change(id: string, change: Partial<RoundLine>) {
      setLines((before) => ({ ...before, [id]: { ...lineOf(before, id), ...change } }));
      saving.forgive(id);
    },
    time,
    setTime,
    problemOf,
    count: typed.length,
    /** Those whose lines were refused or can't be read. */
    troubled: subjects.filter(({ id }) => refusedOf(id) !== null || (saving.isAsked && wrong.includes(id))),
    isDirty,
    pending: saving.pending,
    failure: saving.failure,
    draft,
    save,
    discard() {
      draft.forget();
      setLines({});
    },
  };
}

type Input = Parameters<RoundActions['save']>[0];

function useSaving(actions: RoundActions, onSaved: (sent: RoundLines) => void) {
  const router = useRouter();
  const { signInAgain } = useDrafting();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Exclude<RoundAnswer, { ok: true }> | null>(null);
  const [isAsked, setAsked] = useState(false);

  async function send(input: Input, lines: RoundLines): Promise<string | null> {
    setPending(true);
    setFailure(null);
    const answer = await actions.save(input).catch(() => roundOffline);
    setPending(false);
    if (answer.ok) {
      setAsked(false);
      onSaved(lines);
      announce(answer.written, () => void takeBack(answer.written));
      router.refresh();
      return null;
    }
    if (answer.code === 'not_signed_in' && (await signInAgain())) return send(input, lines);
    setFailure(answer);
    return answer.problems[0]?.path ?? null;
  }
  async function takeBack(written: RoundWritten) {
    const answer = await actions.undo(written).catch(() => roundOffline);
    if (answer.ok) toast({ tone: 'success', title: 'The entries are removed again' });
    else toast({ tone: 'danger', title: 'Not undone', description: answer.message });
    router.refresh();
  }

  return {
    pending,
    failure,
    isAsked,
    ask: () => setAsked(true),
    send,
    /** A line that is changed is no longer refused. */
    forgive: (id: string) =>
      setFailure((before) => before && { ...before, problems: before.problems.filter(({ path }) => path !== id) }),
  };
}

const undoMilliseconds = 60_000;

function announce({ logs }: RoundWritten, undo: () => void): void {
  toast({
    tone: 'success',
    title: `${logs.length} ${logs.length === 1 ? 'entry' : 'entries'} added`,
    action: { label: 'Undo', onClick: undo },
    durationMilliseconds: undoMilliseconds,
  });
}
