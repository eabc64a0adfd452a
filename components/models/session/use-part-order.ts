'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useRef, useState, useTransition } from 'react';
import { draftKey, formPlace } from '@/components/form/draft';
import { useDraft } from '@/components/form/use-draft';
import { moved } from '@/components/ui/reorder';
import { dismissToast, toast } from '@/components/ui/toast';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { EditorActions } from './editor-actions';
import { nextOrder, orderToTake, type Ids, type KeptOrder } from './kept-order';
import type { PartSpec } from './part-specs';
import { editHref } from './tabs';

type Settings = {
  spec: PartSpec;
  view: ModelView;
  records: readonly AnyRecord[];
  sessionId: string;
  save: (changes: Parameters<EditorActions['saveParts']>[2]) => ReturnType<EditorActions['saveParts']>;
};

/** What passes, by the code of the answer; anything else is a refusal. */
const troubles: Readonly<Record<string, string>> = {
  not_signed_in: 'You were signed out.',
  internal: 'Something went wrong on our side.',
};
const noBase = {};
const noTitles = () => ({});
const idsOf = (records: readonly AnyRecord[]): Ids => records.map(({ id }) => String(id));

/**
 * The order of a session's parts, shown at once and saved behind it: of several moves in a row the last one counts.
 * Until it is saved it is kept as a draft, and a page that is opened again saves it. Answers the records in that order,
 * and what has just been moved where, for those who do not see it.
 */
export function usePartOrder({ spec, view, records, sessionId, save }: Settings) {
  const router = useRouter();
  const [kept, setKept] = useState<KeptOrder | null>(null);
  const [said, setSaid] = useState('');
  const [, startRefresh] = useTransition();
  const isSaving = useRef(false);
  const wanted = useRef<Ids | null>(null);
  const name = `Order of the ${view.labelPlural.toLowerCase()}`;

  const place = (record: AnyRecord) => {
    const at = kept?.ids.indexOf(String(record.id)) ?? -1;
    return at === -1 ? records.length : at;
  };
  const shown = kept ? records.toSorted((a, b) => place(a) - place(b)) : records;

  const slot = useMemo(
    () => ({
      key: draftKey(view.name, null, `order:${sessionId}`),
      place: formPlace('session', sessionId),
      model: view.name,
      recordId: null,
    }),
    [view.name, sessionId],
  );
  useDraft({
    slot,
    href: editHref(sessionId, spec.tab),
    isDirty: kept !== null,
    values: useMemo(() => ({ name, ...kept }), [name, kept]),
    base: noBase,
    version: null,
    titles: noTitles,
    onRestore({ values }) {
      const found = orderToTake(values, idsOf(records));
      if (found) take(found);
      return found !== null;
    },
    onDrop: () => setKept(null),
  });

  function take(next: KeptOrder) {
    setKept(next);
    wanted.current = next.ids;
    void saveWanted();
  }

  function undo(message: string) {
    wanted.current = null;
    setKept(null);
    toast({ tone: 'danger', title: 'Not moved', description: message });
  }

  function keepFor(ids: Ids, why: string) {
    const again = () => {
      window.removeEventListener('online', again);
      dismissToast(message);
      wanted.current ??= ids;
      void saveWanted();
    };
    window.addEventListener('online', again);
    const message = toast({
      tone: 'danger',
      title: `${name} not saved yet`,
      description: `${why} It is kept, and saved when you come back.`,
      action: { label: 'Try again', onClick: again },
    });
  }

  /** Answers whether the order is settled: saved, or refused. */
  async function saveOne(ids: Ids): Promise<boolean> {
    // Without versions: of a part only its place is written, whatever else others have changed on it.
    const write = ids.map((id, index) => ({ id, order: index }));
    const answer = await save({ write, remove: [] }).catch(() => null);
    const trouble = answer ? ('code' in answer ? troubles[answer.code] : undefined) : 'The server did not answer.';
    if (trouble) keepFor(ids, trouble);
    else if (answer && !answer.ok) undo('message' in answer ? answer.message : (answer.refused[0]?.message ?? ''));
    return trouble === undefined;
  }

  async function saveWanted() {
    if (isSaving.current) return;
    isSaving.current = true;
    let isSettled = true;
    while (wanted.current) {
      const ids: Ids = wanted.current;
      wanted.current = null;
      isSettled = await saveOne(ids);
    }
    isSaving.current = false;
    if (!isSettled) return;
    startRefresh(() => {
      router.refresh();
      setKept(null);
    });
  }

  return {
    shown,
    said,
    move(from: number, to: number, partName: string) {
      const before = idsOf(shown);
      const ids = moved(before, from, to);
      setSaid(`${partName} is now ${to + 1} of ${ids.length}.`);
      take(nextOrder(kept, before, ids));
    },
  };
}
