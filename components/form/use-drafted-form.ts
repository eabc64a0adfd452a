'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { setLaboratoryZone } from '@/lib/declare/time';
import type { ModelView } from '@/lib/declare/view';
import type { Showing, Titles } from '../fields/field-parts';
import { toast } from '../ui/toast';
import { draftKey, formPlace } from './draft';
import { useDrafting } from './drafting';
import type { SaveAction, SaveResult } from './save-result';
import { useDraft } from './use-draft';
import type { FormLookups } from './use-lookup-source';
import { useRecordForm } from './use-record-form';
import { useUnsavedGuard } from './use-unsaved-guard';

type Saved = Extract<SaveResult, { ok: true }>;

export type DraftedFormSettings = {
  view: ModelView;
  /** Fields of the view that the page asks for in its own way, beside those of the layout. Keep it the same between renders. */
  extra?: readonly string[];
  /** What the form starts with: the record, or defaults. */
  initial: Readonly<Record<string, unknown>>;
  record: { readonly id: string; readonly version: number } | null;
  /** Tells the drafts of several forms apart: those of one record, and those of new ones. */
  variant: string;
  /** The page that the form is part of; that of its own record by default. */
  place?: string;
  /** There is one such record at its place: what was typed before somebody made it is for it, too. */
  isOnly?: boolean;
  showing: Showing;
  action: SaveAction;
  lookups: FormLookups;
};

export type DraftedForm = ReturnType<typeof useDraftedForm>;

/**
 * A record's form that loses nothing: what is typed is kept as a draft here and on the server, a sign-in that has ended is
 * asked for again, and what others saved meanwhile is merged. `onSaved` hears of every save that came through.
 */
export function useDraftedForm(settings: DraftedFormSettings, onSaved: (result: Saved) => void) {
  const { view, extra, initial, record, variant, isOnly = false, showing, action, lookups } = settings;
  const id = record?.id ?? null;
  const place = settings.place ?? formPlace(view.name, id);
  // Rules that know of today, and times without a zone, go by the clocks of the laboratory here too.
  useEffect(() => setLaboratoryZone(showing.zone), [showing.zone]);
  const { signInAgain } = useDrafting();
  const state = useRecordForm({
    view,
    ...(extra ? { extra } : {}),
    initial,
    version: record?.version ?? null,
    titles: showing.titles,
    action,
    lookups,
  });
  // Remounts the inputs where values come from outside: a restored draft, another new record.
  const [round, setRound] = useState(0);
  /** Fields of a restored draft that others have changed too since. */
  const [overlaps, setOverlaps] = useState<readonly string[]>([]);
  const isDone = useRef(false);
  const isDirty = state.isDirty && !isDone.current;
  const key = draftKey(view.name, isOnly ? null : id, variant);
  const slot = useMemo(() => ({ key, place, model: view.name, recordId: id }), [key, place, view.name, id]);

  function startAgain(kept: Readonly<Record<string, unknown>> = {}) {
    state.settle({ ...initial, ...kept });
    setOverlaps([]);
    setRound((before) => before + 1);
  }
  const draft = useDraft({
    slot,
    isDirty,
    values: state.values,
    base: state.base,
    version: state.version,
    titles: state.learnedTitles,
    onRestore(found) {
      state.learn(found.titles);
      const restored = state.restore(found);
      setOverlaps(restored.overlaps);
      setRound((before) => before + 1);
      return restored.isChange;
    },
    onDrop: () => startAgain(),
  });
  const save = () => (state.pending ? Promise.resolve(false) : finish(state.save()));
  useUnsavedGuard(isDirty, save);

  const now = { state, draft, onSaved, view };
  const latest = useRef(now);
  latest.current = now;

  /** Waits for a save, and for a sign-in where that is missing; answers whether it came through. */
  async function finish(saving: Promise<SaveResult | null>): Promise<boolean> {
    const result = await saving;
    if (result?.ok) {
      latest.current.draft.forget();
      latest.current.onSaved(result);
      return true;
    }
    const isSignedIn = result?.code === 'not_signed_in' && (await signInAgain());
    return isSignedIn ? finish(latest.current.state.save()) : false;
  }
  const finishNow = useRef(finish);
  finishNow.current = finish;

  // Different fields changed by two people need no question.
  const { conflict } = state;
  const mustChoose = conflict !== null && conflict.merge.conflicts.length > 0;
  const merge = conflict && !mustChoose ? conflict.merge : null;
  useEffect(() => {
    if (!merge) return;
    const labels = merge.taken.map((name) => latest.current.view.fields[name]?.label ?? name);
    void finishNow.current(latest.current.state.saveMerged(merge.values)).then((isSaved) => {
      if (isSaved && labels.length > 0)
        toast({ tone: 'success', title: 'Saved, with what others changed', description: labels.join(', ') });
    });
  }, [merge]);

  return {
    ...state,
    isDirty,
    round,
    place,
    draft,
    overlaps,
    question: mustChoose ? conflict : null,
    save,
    saveChosen: (values: Readonly<Record<string, unknown>>) => finish(state.saveMerged(values)),
    startAgain,
    /** The form is on its way out: what is in it is no longer unsaved. */
    leave() {
      isDone.current = true;
    },
    stay() {
      isDone.current = false;
    },
    /** Forgets what was typed; that can be undone. */
    discard() {
      const gone = draft.forget();
      startAgain();
      if (gone)
        toast({
          title: 'Draft discarded',
          action: { label: 'Undo', onClick: () => latest.current.draft.putBack(gone) },
        });
    },
  };
}

/** Titles from several sources, the later ones first to be believed. */
export function joinTitles(...all: readonly Titles[]): Titles {
  const joined: Record<string, Record<string, string>> = {};
  for (const titles of all)
    for (const [model, byId] of Object.entries(titles)) joined[model] = { ...joined[model], ...byId };
  return joined;
}
