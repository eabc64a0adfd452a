'use client';

import { useEffect, useRef, useState } from 'react';
import type { Titles } from '../fields/field-parts';
import { dropOldDrafts, loadDraft, storeDraft, type Draft, type DraftContent, type DraftSlot } from './draft';
import { backoff, type DraftMark, type DraftSync } from './draft-sync';
import { fetchDrafts } from './draft-transport';
import { useDrafting } from './drafting';
import { openSync, registerSync, settleDraft } from './open-drafts';
import { contentOf, type Picked } from './pick-draft';

type Settings = {
  slot: DraftSlot;
  /** Where the form is found again; the page that is open, by default. */
  href?: string;
  isDirty: boolean;
  values: Readonly<Record<string, unknown>>;
  base: Readonly<Record<string, unknown>>;
  version: number | null;
  titles: () => Titles;
  /** Puts a draft into the form; answers whether anything in it differs from what is saved. */
  onRestore: (draft: DraftContent) => boolean;
  /** The draft that was put into the form was saved or discarded elsewhere. */
  onDrop: () => void;
};

/** A draft that stands in the form. */
export type Restored = {
  /** When it was typed; null for what was typed since the form opened. */
  readonly at: number | null;
  readonly from: Exclude<Picked['from'], 'nowhere'>;
  /** What was typed meanwhile in another browser. */
  readonly other: DraftContent | null;
};

const nothing: DraftMark = { kind: 'none' };

/** Keeps what is typed in this browser and on the server until it is saved, and brings it back. */
export function useDraft(settings: Settings) {
  const { slot, isDirty, values, base, version, titles } = settings;
  const { owner } = useDrafting();
  const [mark, setMark] = useState(nothing);
  const [restored, setRestored] = useState<Restored | null>(null);
  const sync = useRef<DraftSync | null>(null);
  const latest = useRef(settings);
  latest.current = settings;

  function show(draft: Draft, from: Restored['from']) {
    const isChange = latest.current.onRestore(draft);
    if (isChange) setRestored({ at: draft.at, from, other: draft.other });
    else forget();
  }
  /** Answers what was forgotten, to be put back. */
  function forget(): Draft | null {
    sync.current?.storeNow();
    const gone = sync.current?.current() ?? null;
    void sync.current?.forget();
    setRestored(null);
    return gone;
  }
  function keep(draft: Draft): Draft {
    const back = { ...draft, at: Date.now(), server: null };
    if (owner !== null) storeDraft(owner, back);
    return back;
  }
  const showNow = useRef(show);
  showNow.current = show;

  useEffect(() => {
    if (owner === null) return;
    const { slot: own } = latest.current;
    const opened = openSync(owner, own, setMark, latest.current.href);
    sync.current = opened;
    dropOldDrafts(Date.now());
    const found = loadDraft(owner, own.key);
    opened.begin(found);
    if (found) showNow.current(found, 'browser');

    function apply(picked: Picked) {
      if (picked.from === 'nowhere') return;
      if (picked.from === 'browser' && picked.isDropped) {
        opened.begin(null);
        setRestored(null);
        return latest.current.onDrop();
      }
      opened.begin(picked.draft);
      if (picked.from === 'server') return showNow.current(picked.draft, 'server');
      const { other } = picked.draft;
      if (other) setRestored((before) => ({ at: before?.at ?? null, from: 'browser', other }));
    }
    const settling = settleWhenReached(owner, own, opened, apply);
    const unregister = registerSync(own.key, opened, settling.wake);
    const stopListening = listen(settling.wake, opened.flush);
    return () => {
      stopListening();
      unregister();
      settling.stop();
      // Another tab of the page takes this form's place at once: the last keys go into the draft.
      opened.flush();
      opened.close();
    };
  }, [owner, slot.key]);

  const wasDirty = useRef(false);
  useEffect(() => {
    if (isDirty) sync.current?.note({ values, base, version, titles: titles() });
    // Typed back to what is saved.
    else if (wasDirty.current) {
      void sync.current?.forget();
      setRestored(null);
    }
    wasDirty.current = isDirty;
  }, [isDirty, values, base, version, titles]);

  return {
    mark,
    restored,
    forget,
    /** Keeps again what was forgotten, for a form that opens later. */
    keep,
    /** Keeps again what was forgotten, and puts it into this form. */
    putBack(draft: Draft) {
      const back = keep(draft);
      sync.current?.begin(back);
      show(back, 'browser');
      sync.current?.wake();
    },
    /** Puts what was typed in another browser into the form; what stands there is kept beside it. */
    takeOther() {
      sync.current?.storeNow();
      const current = owner === null ? null : loadDraft(owner, slot.key);
      if (owner === null || !current?.other) return;
      const next = { ...current, ...current.other, at: Date.now(), other: contentOf(current) };
      storeDraft(owner, next);
      sync.current?.begin(next);
      show(next, 'browser');
      sync.current?.wake();
    },
  };
}

/** Asks the server once what it has of a form's draft, however long that takes; sends nothing before. */
function settleWhenReached(owner: string, slot: DraftSlot, sync: DraftSync, apply: (picked: Picked) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSettled = false;
  let isStopped = false;
  let tries = 0;
  async function settle() {
    clearTimeout(timer);
    const answer = await fetchDrafts(owner, slot.place);
    if (isStopped || isSettled) return;
    if (!answer.ok) {
      sync.storeNow();
      sync.trouble(answer);
      timer = setTimeout(() => void settle(), backoff(++tries));
      return;
    }
    isSettled = true;
    sync.storeNow();
    apply(settleDraft(owner, slot.key, answer.drafts));
    sync.release();
  }
  void settle();
  return {
    wake: () => (isSettled ? sync.wake() : void settle()),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Hears when the connection may be back, and when the page may be gone in a moment. */
function listen(wake: () => void, flush: () => void): () => void {
  const onVisibility = () => (document.visibilityState === 'hidden' ? flush() : wake());
  window.addEventListener('online', wake);
  window.addEventListener('focus', wake);
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('online', wake);
    window.removeEventListener('focus', wake);
    window.removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
