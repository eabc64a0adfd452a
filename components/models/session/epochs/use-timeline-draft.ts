import { useMemo } from 'react';
import { draftKey, formPlace } from '@/components/form/draft';
import { useDraft } from '@/components/form/use-draft';
import type { AnyRecord } from '@/lib/declare/model';
import { editHref } from '../tabs';
import { countPending, nothing, readPending, type Pending } from './pending';

/** What lists of drafts call it. */
const name = 'Timeline of the epochs';
/** Every change of an epoch keeps its own base. */
const noBase = {};
const noTitles = () => ({});

/** Keeps what is pending on a timeline as forms keep what is typed, and brings it back. */
export function useTimelineDraft(
  sessionId: string,
  records: readonly AnyRecord[],
  pending: Pending,
  isAny: boolean,
  onFound: (pending: Pending) => void,
) {
  const slot = useMemo(
    () => ({
      key: draftKey('epoch', null, `timeline:${sessionId}`),
      place: formPlace('session', sessionId),
      model: 'epoch',
      recordId: null,
    }),
    [sessionId],
  );
  return useDraft({
    slot,
    href: editHref(sessionId, 'epochs'),
    isDirty: isAny,
    values: useMemo(() => ({ name, ...pending }), [pending]),
    base: noBase,
    version: null,
    titles: noTitles,
    onRestore({ values }) {
      const found = readPending(values) ?? nothing;
      onFound(found);
      return countPending(records, found).total > 0;
    },
    onDrop: () => onFound(nothing),
  });
}
