'use server';

import type { UndoAnswer } from '@/components/history/undo-form';
import { undoChange } from '@/lib/server/operations/history';
import { answer } from '../../../answer';
import { modelAt, textIn, textsIn, versionIn } from '../../../target';

/** Sets the chosen fields of a record back: to before a write, or to the version that it made. */
export async function applyUndo(
  path: string,
  id: string,
  entry: string,
  mode: 'undo' | 'restore',
  version: number,
  names: readonly string[],
): Promise<UndoAnswer> {
  return answer(async (viewer) => {
    await undoChange(viewer, modelAt(path), textIn(id), textIn(entry), {
      mode: mode === 'restore' ? 'restore' : 'undo',
      names: textsIn(names),
      version: versionIn(version),
    });
    return { ok: true as const };
  });
}
