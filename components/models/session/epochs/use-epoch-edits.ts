'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useRef, useState, useTransition } from 'react';
import { textOf } from '@/components/fields/read-value';
import { toast } from '@/components/ui/toast';
import type { AnyRecord } from '@/lib/declare/model';
import type { EditorActions } from '../editor-actions';
import { historyOf, mapHistory, push, redo, undo } from './history';
import {
  conflictsOf,
  countPending,
  differing,
  nothing,
  settled,
  toChanges,
  withAdded,
  withChange,
  without,
  withRemoved,
  workingEpochs,
  type Pending,
  type PendingConflict,
} from './pending';
import { useTimelineDraft } from './use-timeline-draft';

type Values = Readonly<Record<string, unknown>>;
/** Why the last save wrote nothing, by epoch. */
export type EpochRefusal = { readonly id: string; readonly name: string; readonly message: string };
/** How forms of single epochs treat what is pending. */
export type Unsaved = {
  readonly isNew: (id: string) => boolean;
  /** The values of an epoch that its own form saves along. */
  readonly valuesOf: (id: string) => Values;
  /** It has been saved, or deleted, by its own form. */
  readonly forget: (id: string) => void;
};
export type EpochEdits = ReturnType<typeof useEpochEdits>;

/** Changes to the epochs of a session that are kept as a draft until they are saved together, and can be undone step by step. */
export function useEpochEdits(
  sessionId: string,
  records: readonly AnyRecord[],
  save: (changes: Parameters<EditorActions['saveParts']>[2]) => ReturnType<EditorActions['saveParts']>,
) {
  const router = useRouter();
  const [history, setHistory] = useState(() => historyOf(nothing));
  const [refused, setRefused] = useState<readonly EpochRefusal[]>([]);
  const [isSending, setSending] = useState(false);
  const [isComing, startComing] = useTransition();
  const pending = history.present;
  const epochs = useMemo(() => workingEpochs(records, pending), [records, pending]);
  const counts = useMemo(() => countPending(records, pending), [records, pending]);
  const nextKey = useRef(0);
  const draft = useTimelineDraft(sessionId, records, pending, counts.total > 0, (found) =>
    setHistory(historyOf(found)),
  );

  const apply = useCallback((change: (before: Pending) => Pending) => {
    setRefused([]);
    setHistory((before) => push(before, change(before.present)));
  }, []);

  /** Answers whether all is saved. */
  async function saveAll(): Promise<boolean> {
    if (isSending || counts.total === 0) return false;
    setSending(true);
    const { changes, keys } = toChanges(records, pending);
    const answer = await save(changes).catch(() => null);
    setSending(false);
    if (answer?.ok) {
      // At once: a page that is closed now must not draw again what is saved.
      draft.forget();
      toast({ tone: 'success', title: counts.total === 1 ? 'Epoch saved' : `${counts.total} epochs saved` });
      // Until the saved epochs are here, the page shows them as they were drawn.
      startComing(() => {
        router.refresh();
        setHistory(historyOf(nothing));
      });
      return true;
    }
    const nameOf = (id: string) => textOf(epochs.find((epoch) => String(epoch.id) === id)?.name) || 'An epoch';
    if (answer && 'refused' in answer) {
      setRefused(
        answer.refused.map(({ row, code, message, problems }) => {
          const id = keys[row] ?? '';
          return { id, name: nameOf(id), message: code === 'stale' ? stale : (problems[0]?.message ?? message) };
        }),
      );
      // What others have done is put beneath what was done here.
      if (answer.refused.some(({ code }) => code === 'stale' || code === 'not_found')) router.refresh();
    } else {
      const message =
        answer?.message ?? 'The server did not answer. Your changes are kept here; try again in a moment.';
      setRefused([{ id: '', name: 'Nothing was saved', message }]);
    }
    return false;
  }

  const unsaved: Unsaved = {
    isNew: (id) => pending.added.some(({ key }) => key === id),
    valuesOf(id) {
      const record = records.find((one) => String(one.id) === id);
      return record ? differing(record, pending) : {};
    },
    forget: (id) => setHistory((before) => mapHistory(before, (one) => without(one, id))),
  };
  const latest = useRef({ save: saveAll });
  latest.current = { save: saveAll };
  return {
    epochs,
    counts,
    unsaved,
    /** For what runs after the next render. */
    latest,
    draft,
    conflicts: useMemo(() => conflictsOf(records, pending), [records, pending]),
    refused,
    isSaving: isSending || isComing,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    change: (id: string, values: Values) => apply((before) => withChange(before, records, id, values)),
    /** Adds epochs; answers the key of the first. */
    add(...added: readonly Values[]): string {
      const keyed = added.map((values) => ({ key: `new-${Date.now()}-${nextKey.current++}`, values }));
      apply((before) => withAdded(before, ...keyed));
      return keyed[0]?.key ?? '';
    },
    /** Changes one and adds another as a single step; answers the key of the new one. */
    split(id: string, left: Values, right: Values): string {
      const key = `new-${Date.now()}-${nextKey.current++}`;
      apply((before) => withAdded(withChange(before, records, id, left), { key, values: right }));
      return key;
    },
    remove: (id: string) => apply((before) => withRemoved(before, id)),
    settle: (conflict: PendingConflict, side: 'mine' | 'theirs') => apply((before) => settled(before, conflict, side)),
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    discard: () => apply(() => nothing),
    save: saveAll,
  };
}

const stale = 'Someone else saved this in the meantime. Their changes are now here beside yours: look, and save again.';
