'use client';

import { useMemo, useState } from 'react';
import type { GridRow } from '@/lib/declare/grid';
import type { ModelView } from '@/lib/declare/view';
import { draftKey, formPlace, type DraftContent } from '../form/draft';
import { useDraft } from '../form/use-draft';
import { toast } from '../ui/toast';
import { gridOffline, type GridActions } from './grid-actions';
import { draftRows, withDraft, type DraftRow } from './sheet-draft';
import { isDirty as isSheetDirty, isRowChanged, withEdits, type Edit, type Sheet } from './sheet';

interface DraftSettings {
  view: ModelView;
  /** Tells the drafts of several sheets of a model apart. */
  name: string;
  /** The sheet as it was loaded. */
  loaded: Sheet;
  sheet: Sheet;
  /** What is being typed and not yet in the sheet. */
  typing: Edit | null;
  /** It was saved, or is on its way out. */
  isDone: boolean;
  load: GridActions['load'];
  onSheet: (sheet: Sheet) => void;
  /** Rows that the sheet did not have: a list may find others today. */
  onJoin: (records: readonly GridRow[], drafts: readonly DraftRow[]) => void;
}

const noBase = {};

/** Keeps the changed cells of a sheet as drafts of forms are kept: in this browser at once, and on the server soon after. */
export function useGridDraft({ view, name, loaded, sheet, typing, isDone, ...on }: DraftSettings) {
  const slot = useMemo(() => {
    const key = draftKey(view.name, null, `grid:${name}`);
    return { key, place: formPlace(view.name, null), model: view.name, recordId: null };
  }, [view.name, name]);
  const { missing, setMissing, join } = useMissing(on.load, on.onJoin);
  const now = useMemo(() => (typing ? withEdits(sheet, [typing]) : sheet), [sheet, typing]);
  const isDirty = !isDone && (isSheetDirty(now) || missing.length > 0);
  const values = useMemo(
    // The title is what lists of drafts call it.
    () => (isDirty ? { [view.title]: titleOf(view, now), rows: [...draftRows(now), ...missing] } : {}),
    [isDirty, now, missing, view],
  );
  const draft = useDraft({
    slot,
    isDirty,
    values,
    base: noBase,
    version: null,
    titles: noTitles,
    onRestore(content) {
      const restored = withDraft(loaded, rowsOf(content));
      on.onSheet(restored.sheet);
      setMissing(restored.missing);
      if (restored.missing.length > 0) void join(restored.missing);
      return isSheetDirty(restored.sheet) || restored.missing.length > 0;
    },
    onDrop() {
      setMissing([]);
      on.onSheet(loaded);
    },
  });
  return {
    ...draft,
    isDirty,
    /** Whether rows of the draft are still to come; asks for them again. */
    isAwaited() {
      if (missing.length > 0) void join(missing);
      return missing.length > 0;
    },
    forget() {
      setMissing([]);
      return draft.forget();
    },
  };
}

/** Rows of a draft whose records are not in the sheet: they stay in the draft until they are there, or known to be gone. */
function useMissing(load: DraftSettings['load'], onJoin: DraftSettings['onJoin']) {
  const [missing, setMissing] = useState<readonly DraftRow[]>([]);
  async function join(drafts: readonly DraftRow[]) {
    const answer = await load(drafts.flatMap(({ id }) => id ?? [])).catch(() => gridOffline);
    if (!answer.ok)
      return toast({ tone: 'danger', title: 'Some rows of your draft are not here yet', description: answer.message });
    const gone = drafts.filter(({ id }) => !answer.rows.some((row) => row.id === id)).length;
    if (gone > 0)
      toast({
        title: `${gone} of the rows typed in are gone`,
        description: 'Their records were deleted, or are no longer yours to see.',
      });
    onJoin(answer.rows, drafts);
    setMissing([]);
  }
  return { missing, setMissing, join };
}

const noTitles = () => ({});

const rowsOf = ({ values }: DraftContent): DraftRow[] =>
  Array.isArray(values.rows) ? (values.rows as DraftRow[]) : []; // written above

function titleOf({ label, labelPlural }: ModelView, { rows }: Sheet): string {
  const count = rows.filter(isRowChanged).length;
  return `${count} ${(count === 1 ? label : labelPlural).toLowerCase()} in a grid`;
}
