'use client';

import { useEffect, useState } from 'react';
import type { Titles } from '../fields/field-parts';
import { clearDraft, dropOldDrafts, loadDraft, saveDraft, type Draft } from './draft';

const delayMilliseconds = 600;

type Settings = {
  storageKey: string;
  isDirty: boolean;
  values: Readonly<Record<string, unknown>>;
  base: Readonly<Record<string, unknown>>;
  version: number | null;
  titles: () => Titles;
  /** Puts a draft found on opening into the form. */
  onRestore: (draft: Draft) => void;
};

/** Keeps what is typed in the browser until it is saved, and brings it back. Answers when the restored draft was typed, or null. */
export function useDraft({ storageKey, isDirty, values, base, version, titles, onRestore }: Settings): {
  restoredAt: number | null;
  forget: () => void;
} {
  const [restoredAt, setRestoredAt] = useState<number | null>(null);

  useEffect(() => {
    dropOldDrafts(Date.now());
    const draft = loadDraft(storageKey);
    if (!draft) return;
    onRestore(draft);
    setRestoredAt(draft.at);
    // Once for a key: later renders hold what the person does with it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [storageKey]);

  useEffect(() => {
    if (!isDirty) return;
    const save = () => saveDraft(storageKey, { at: Date.now(), values, base, version, titles: titles() });
    const timer = setTimeout(save, delayMilliseconds);
    // A page that is closed in between keeps the last keys too.
    window.addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pagehide', save);
    };
  }, [isDirty, values, base, version, storageKey, titles]);

  return {
    restoredAt,
    forget() {
      clearDraft(storageKey);
      setRestoredAt(null);
    },
  };
}
