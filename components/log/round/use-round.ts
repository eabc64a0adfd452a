'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { RoundInput, RoundSubject, RoundWritten } from '@/lib/declare/log-round';
import type { MeasuredType } from '@/lib/vocabularies/measured-types';
import { objectOf, textOf } from '../../fields/read-value';
import { draftKey, formPlace, type DraftContent } from '../../form/draft';
import { useDrafting } from '../../form/drafting';
import { useDraft } from '../../form/use-draft';
import { useUnsavedGuard } from '../../form/use-unsaved-guard';
import { parseNumber } from '../../ui/parse-number';
import { toast } from '../../ui/toast';
import { roundOffline, type RoundActions, type RoundAnswer } from './round-actions';

export interface RoundProps {
  type: MeasuredType;
  subjects: readonly RoundSubject[];
  actions: RoundActions;
  /** The present minute, as an ISO instant. */
  now: string;
  zone: string;
}

/** What stands in the line of a subject, as it was typed. */
type Line = { readonly amount: string; readonly notes: string };
const empty: Line = { amount: '', notes: '' };
const isEmpty = ({ amount, notes }: Line): boolean => amount.trim() === '' && notes.trim() === '';

/** The amount that was typed; null for anything else, and below zero. */
export const amountOf = (text: string): number | null => {
  const { value } = parseNumber(text);
  return value !== null && value >= 0 ? value : null;
};

const undoMilliseconds = 60_000;

/** The lines of a round, their draft, and saving them together. */
export function useRound({ type, subjects, actions, now }: RoundProps) {
  const router = useRouter();
  const { signInAgain } = useDrafting();
  const [lines, setLines] = useState<Readonly<Record<string, Line>>>({});
  const [time, setTime] = useState<string | null>(now);
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Exclude<RoundAnswer, { ok: true }> | null>(null);
  const [isStrict, setStrict] = useState(false);
  const typed = subjects.filter(({ id }) => !isEmpty(lines[id] ?? empty));
  const isDirty = typed.length > 0;
  const slot = useMemo(
    () => ({
      key: draftKey('subjectlog', null, `round:${type.code}:${subjects.map(({ id }) => id).join(',')}`),
      place: formPlace('subjectlog', null),
      model: 'subjectlog',
      recordId: null,
    }),
    [type.code, subjects],
  );
  const values = useMemo(() => ({ type: `${type.label} of several subjects`, lines, time }), [type.label, lines, time]);
  const draft = useDraft({
    slot,
    isDirty,
    values,
    base: noBase,
    version: null,
    titles: noTitles,
    onRestore({ values: kept }: DraftContent) {
      const back = linesOf(kept.lines);
      setLines(back);
      setTime(textOf(kept.time) || now);
      return Object.values(back).some((line) => !isEmpty(line));
    },
    onDrop: () => setLines({}),
  });
  useUnsavedGuard(isDirty);

  function problemOf(id: string): string | null {
    const line = lines[id] ?? empty;
    const refused = failure?.problems.find(({ path }) => path === id)?.message;
    if (refused) return refused;
    if (line.amount.trim() === '')
      return isStrict && line.notes.trim() !== '' ? `Give the ${type.field.label.toLowerCase()} too.` : null;
    return amountOf(line.amount) === null ? `Expected an amount in ${type.unit}, found “${line.amount.trim()}”.` : null;
  }
  const wrong = typed.filter(({ id }) => {
    const { amount } = lines[id] ?? empty;
    return amountOf(amount) === null;
  });

  async function save(): Promise<string | null> {
    setStrict(true);
    const [first] = wrong;
    if (first || time === null || !isDirty || pending) return first?.id ?? null;
    const input: RoundInput = {
      type: type.code,
      time,
      entries: typed.map(({ id }) => {
        const { amount, notes } = lines[id] ?? empty;
        return { subject: id, value: amountOf(amount) ?? 0, notes: notes.trim() };
      }),
    };
    setPending(true);
    setFailure(null);
    const answer = await actions.save(input).catch(() => roundOffline);
    setPending(false);
    if (answer.ok) {
      done(answer.written);
      return null;
    }
    if (answer.code === 'not_signed_in' && (await signInAgain())) return save();
    setFailure(answer);
    return answer.problems[0]?.path ?? null;
  }

  function done(written: RoundWritten) {
    const what = `${written.logs.length} ${written.logs.length === 1 ? 'entry' : 'entries'} added`;
    draft.forget();
    setLines({});
    setStrict(false);
    toast({
      tone: 'success',
      title: what,
      action: { label: 'Undo', onClick: () => void takeBack(written) },
      durationMilliseconds: undoMilliseconds,
    });
    router.refresh();
  }
  async function takeBack(written: RoundWritten) {
    const answer = await actions.undo(written).catch(() => roundOffline);
    if (answer.ok) toast({ tone: 'success', title: 'The entries are removed again' });
    else toast({ tone: 'danger', title: 'Not undone', description: answer.message });
    router.refresh();
  }

  return {
    lineOf: (id: string): Line => lines[id] ?? empty,
    change(id: string, change: Partial<Line>) {
      setLines((before) => ({ ...before, [id]: { ...(before[id] ?? empty), ...change } }));
      setFailure((before) => before && { ...before, problems: before.problems.filter(({ path }) => path !== id) });
    },
    time,
    setTime,
    problemOf,
    count: typed.length,
    isDirty,
    pending,
    failure,
    draft,
    save,
    discard() {
      draft.forget();
      setLines({});
    },
  };
}

const noBase = {};
const noTitles = () => ({});

function linesOf(kept: unknown): Record<string, Line> {
  return Object.fromEntries(
    Object.entries(objectOf(kept)).map(([id, line]) => {
      const { amount, notes } = objectOf(line);
      return [id, { amount: textOf(amount), notes: textOf(notes) }];
    }),
  );
}
