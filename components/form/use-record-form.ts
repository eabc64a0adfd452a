'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AnyRecord } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import type { ModelView } from '@/lib/declare/view';
import type { Titles } from '../fields/field-parts';
import { fetchWhenIdle } from '../ui/on-demand';
import type { DraftContent } from './draft';
import { followUp } from '../models/follow-ups';
import { formSections } from './form-model';
import { bringBack, changedFields, isSame, mergeChanges, type Merge } from './merge';
import { controlIdsOf } from './paths';
import type { SaveAction, SaveResult } from './save-result';
import { findUnreadable } from './unreadable';
import { useLookupSource, type FormLookups } from './use-lookup-source';
import { useProblems } from './use-problems';

type Values = Readonly<Record<string, unknown>>;

export type Failure = { readonly code: string; readonly message: string };
export type Conflict = { readonly current: AnyRecord; readonly merge: Merge; readonly titles: Titles };

type Settings = {
  view: ModelView;
  /** Fields of the view that the page asks for in its own way, beside those of the layout. */
  extra?: readonly string[];
  /** What the form starts with: the record, or defaults. */
  initial: Values;
  /** The version loaded; null for a new record. */
  version: number | null;
  titles: Titles;
  action: SaveAction;
  lookups: FormLookups;
};

const offline: Extract<SaveResult, { ok: false }> = {
  ok: false,
  code: 'offline',
  message: 'The server did not answer. What you typed is kept here; try again in a moment.',
  problems: [],
};

// The rules are large: the page opens without them, and they are here soon after, also when the network is gone by the first save.
const importRules = () => import('@/lib/declare/parse');
const loadRules = () => importRules().catch(() => null);
fetchWhenIdle(importRules);

/** The state of a record's form: values, problems, saving and what a save can run into. Nothing typed is ever dropped. */
export function useRecordForm({ view, extra, initial, version: firstVersion, titles, action, lookups }: Settings) {
  const isNew = firstVersion === null;
  const sections = useMemo(() => formSections(view, isNew), [view, isNew]);
  const names = useMemo(() => [...sections.flatMap((section) => section.names), ...(extra ?? [])], [sections, extra]);
  const [base, setBase] = useState(initial);
  const [version, setVersion] = useState(firstVersion);
  const [values, setValues] = useState(initial);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const latest = useRef(values);
  latest.current = values;
  const start = useRef(base);
  start.current = base;
  const { source, learn, learnedTitles } = useLookupSource({ view, lookups, titles, latest });
  const { problems, summary, answer, show, clear } = useProblems(view, names);

  const change = useCallback(
    (name: string, value: unknown) => {
      answer(name, latest.current[name], value);
      const more = followUp(view.name, name, value, latest.current, start.current);
      for (const [other, next] of Object.entries(more)) answer(other, latest.current[other], next);
      setValues((all) => ({ ...all, [name]: value, ...more }));
    },
    [answer, view.name],
  );

  /** Sends the values; answers the result, or null when the browser already found problems. */
  async function send(current: Values, from: Values, at: number | null): Promise<SaveResult | null> {
    flushSync(() => {
      clear();
      setFailure(null);
    });
    const unreadable = form.current ? findUnreadable(form.current) : [];
    const input = isNew ? filled(names, current) : changedFields(names, from, current);
    setPending(true);
    try {
      const rules = await loadRules();
      if (!rules) {
        receive(offline, current, from);
        return offline;
      }
      const checked = rules.parseInput(view, input, isNew ? 'create' : 'update', from);
      const isUnread = ({ path }: Problem) =>
        unreadable.some(({ id }) => id !== null && controlIdsOf(path).includes(id));
      const found = checked.problems.filter((problem) => !isUnread(problem));
      if (found.length + unreadable.length > 0) {
        show(found, unreadable);
        return null;
      }
      const result = await action(input, at).catch((): SaveResult => offline);
      if (!result.ok) receive(result, current, from);
      return result;
    } finally {
      setPending(false);
    }
  }

  function receive(result: Extract<SaveResult, { ok: false }>, current: Values, from: Values) {
    if (result.code === 'stale' && result.current)
      setConflict({
        current: result.current,
        titles: result.titles ?? {},
        merge: mergeChanges(names, from, current, result.current),
      });
    else if (result.problems.length > 0) show(result.problems);
    else setFailure(result);
  }

  return {
    form,
    sections,
    values,
    problems,
    summary,
    failure,
    conflict,
    pending,
    source,
    change,
    isDirty: names.some((name) => !isSame(base[name], values[name])),
    learnedTitles,
    learn,
    base,
    version,
    /** Puts a draft on top of the record as it was loaded; answers the fields that others changed too, and whether anything differs. */
    restore(draft: DraftContent): { overlaps: readonly string[]; isChange: boolean } {
      const brought = bringBack(names, draft, { values: initial, version: firstVersion });
      setValues(brought.values);
      setBase(brought.base);
      setVersion(brought.version);
      const isChange = names.some((name) => !isSame(brought.base[name], brought.values[name]));
      return { overlaps: brought.overlaps, isChange };
    },
    save: () => send(latest.current, base, version),
    /** Saves the outcome of a merge on top of what the others saved. */
    saveMerged(merged: Values) {
      if (!conflict) return Promise.resolve(null);
      setConflict(null);
      setValues(merged);
      setBase(conflict.current);
      setVersion(conflict.current.version);
      return send(merged, conflict.current, conflict.current.version);
    },
    closeConflict: () => setConflict(null),
    /** Counts what is in the form as saved; with other values, starts again from these. */
    settle(next?: Values) {
      setBase(next ?? latest.current);
      if (next) {
        setValues(next);
        setVersion(firstVersion);
      }
      clear();
    },
  };
}

/** A new record sends what was filled in; the rest gets its defaults on the server. */
const filled = (names: readonly string[], values: Values) =>
  Object.fromEntries(names.filter((name) => !isSame(values[name], null)).map((name) => [name, values[name]]));
