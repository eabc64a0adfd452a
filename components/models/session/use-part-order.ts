'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { moved } from '@/components/ui/reorder';
import { toast } from '@/components/ui/toast';
import type { AnyRecord } from '@/lib/declare/model';
import type { EditorActions } from './editor-actions';

type Ids = readonly string[];

/**
 * The order of a session's parts, shown at once and saved behind it: of several moves in a row the last one counts.
 * Answers the records in that order, and what has just been moved where, for those who do not see it.
 */
export function usePartOrder(
  records: readonly AnyRecord[],
  save: (changes: Parameters<EditorActions['saveParts']>[2]) => ReturnType<EditorActions['saveParts']>,
) {
  const router = useRouter();
  const [order, setOrder] = useState<Ids | null>(null);
  const [said, setSaid] = useState('');
  const [, startRefresh] = useTransition();
  const isSaving = useRef(false);
  const wanted = useRef<Ids | null>(null);

  const place = (record: AnyRecord) => {
    const at = order?.indexOf(String(record.id)) ?? -1;
    return at === -1 ? records.length : at;
  };
  const shown = order ? records.toSorted((a, b) => place(a) - place(b)) : records;

  function undo(message: string) {
    wanted.current = null;
    setOrder(null);
    toast({ tone: 'danger', title: 'Not moved', description: message });
  }

  async function saveWanted() {
    if (isSaving.current) return;
    isSaving.current = true;
    while (wanted.current) {
      const ids: Ids = wanted.current;
      wanted.current = null;
      // Without versions: of a part only its place is written, whatever else others have changed on it.
      const write = ids.map((id, index) => ({ id, order: index }));
      const answer = await save({ write, remove: [] }).catch(() => null);
      if (!answer) undo('The server did not answer. Try again in a moment.');
      else if (!answer.ok) undo('message' in answer ? answer.message : (answer.refused[0]?.message ?? ''));
    }
    isSaving.current = false;
    startRefresh(() => {
      router.refresh();
      setOrder(null);
    });
  }

  return {
    shown,
    said,
    move(from: number, to: number, name: string) {
      const ids = moved(
        shown.map(({ id }) => String(id)),
        from,
        to,
      );
      setOrder(ids);
      setSaid(`${name} is now ${to + 1} of ${ids.length}.`);
      wanted.current = ids;
      void saveWanted();
    },
  };
}
