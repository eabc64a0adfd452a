'use client';

import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { GridResult } from '@/lib/declare/grid';
import { useDrafting } from '../form/drafting';
import { gridOffline, type GridActions, type GridRefusal } from './grid-actions';
import { isRowChanged, sentRow, type Sheet, type SheetRow } from './sheet';

type Saved = NonNullable<GridResult['saved']>;

interface SaveSettings {
  save: GridActions['save'];
  /** What the server says of the rows that were sent. */
  onResult: (rows: readonly SheetRow[], result: GridResult) => void;
  onSaved: (saved: Saved) => void;
}

/** Sends all changed rows; they are saved together or not at all. */
export function useGridSave({ save, onResult, onSaved }: SaveSettings) {
  const { signInAgain } = useDrafting();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<GridRefusal | null>(null);

  async function send(sheet: Sheet): Promise<void> {
    const rows = sheet.rows.filter(isRowChanged);
    setPending(true);
    setFailure(null);
    const answer = await save(rows.map(sentRow)).catch(() => gridOffline);
    setPending(false);
    if (answer.ok) {
      // Whoever waits for it finds it in the sheet.
      flushSync(() => onResult(rows, answer.result));
      if (answer.result.saved) onSaved(answer.result.saved);
      return;
    }
    if (answer.code === 'not_signed_in' && (await signInAgain())) return send(sheet);
    setFailure(answer);
  }

  return { pending, failure, send };
}
