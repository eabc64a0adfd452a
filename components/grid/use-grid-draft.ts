'use client';

import { useMemo, useState } from 'react';
import type { ModelView } from '@/lib/declare/view';
import { draftKey, formPlace, type DraftContent } from '../form/draft';
import { useDraft } from '../form/use-draft';
import { toast } from '../ui/toast';
import { draftRows, withDraft, type DraftRow } from './sheet-draft';
import { isDirty as isSheetDirty, isRowChanged, withEdits, type Edit, type Sheet } from './sheet';

interface DraftSettings {
  view: ModelView;
  /** The sheet as it was loaded. */
  loaded: Sheet;
  sheet: Sheet;
  /** What is being typed and not yet in the sheet. */
  typing: Edit | null;
  /** It was saved, or is on its way out. */
  isDone: boolean;
  onSheet: (sheet: Sheet) => void;
}

const noBase = {};

/** Keeps the changed cells of a sheet as drafts of forms are kept: in this browser at once, and on the server soon after. */
export function useGridDraft({ view, loaded, sheet, typing, isDone, onSheet }: DraftSettings) {
  const [key] = useState(() => {
    const ids = loaded.rows.flatMap(({ record }) => record?.id ?? []).toSorted();
    return draftKey(view.name, null, `grid:${ids.join(',')}`);
  });
  const slot = useMemo(
    () => ({ key, place: formPlace(view.name, null), model: view.name, recordId: null }),
    [key, view.name],
  );
  const now = useMemo(() => (typing ? withEdits(sheet, [typing]) : sheet), [sheet, typing]);
  const isDirty = !isDone && isSheetDirty(now);
  const values = useMemo(
    // The title is what lists of drafts call it.
    () => (isDirty ? { [view.title]: titleOf(view, now), rows: draftRows(now) } : {}),
    [isDirty, now, view],
  );
  const draft = useDraft({
    slot,
    isDirty,
    values,
    base: noBase,
    version: null,
    titles: noTitles,
    onRestore(content) {
      const { sheet: restored, gone } = withDraft(loaded, rowsOf(content));
      if (gone > 0)
        toast({ title: `${gone} of the rows typed in are gone`, description: 'Their records were deleted.' });
      onSheet(restored);
      return isSheetDirty(restored);
    },
    onDrop: () => onSheet(loaded),
  });
  return { ...draft, isDirty };
}

const noTitles = () => ({});

const rowsOf = ({ values }: DraftContent): DraftRow[] =>
  Array.isArray(values.rows) ? (values.rows as DraftRow[]) : []; // written above

function titleOf({ label, labelPlural }: ModelView, { rows }: Sheet): string {
  const count = rows.filter(isRowChanged).length;
  return `${count} ${(count === 1 ? label : labelPlural).toLowerCase()} in a grid`;
}
