'use client';

import { useMemo } from 'react';
import type { RoundSubject } from '@/lib/declare/log-round';
import type { MeasuredType } from '@/lib/vocabularies/measured-types';
import { textOf } from '../../fields/read-value';
import { draftKey, formPlace, type DraftContent } from '../../form/draft';
import { useDraft } from '../../form/use-draft';
import { isTyped, readLines, type RoundLines } from './round-lines';

interface DraftSettings {
  type: MeasuredType;
  subjects: readonly RoundSubject[];
  lines: RoundLines;
  time: string | null;
  isDirty: boolean;
  onRestore: (lines: RoundLines, time: string | null) => void;
}

const noBase = {};
const noTitles = () => ({});

/** Keeps the lines of a round as drafts of forms are kept: one for each type and list of subjects. */
export function useRoundDraft({ type, subjects, lines, time, isDirty, onRestore }: DraftSettings) {
  const slot = useMemo(
    () => ({
      key: draftKey('subjectlog', null, `round:${type.code}:${subjects.map(({ id }) => id).join(',')}`),
      place: formPlace('subjectlog', null),
      model: 'subjectlog',
      recordId: null,
    }),
    [type.code, subjects],
  );
  // The type is what lists of drafts call it.
  const values = useMemo(() => ({ type: `${type.label} of several subjects`, lines, time }), [type.label, lines, time]);
  return useDraft({
    slot,
    isDirty,
    values,
    base: noBase,
    version: null,
    titles: noTitles,
    onRestore({ values: kept }: DraftContent) {
      const back = readLines(kept.lines);
      onRestore(back, textOf(kept.time) || null);
      return Object.values(back).some(isTyped);
    },
    onDrop: () => onRestore({}, null),
  });
}
