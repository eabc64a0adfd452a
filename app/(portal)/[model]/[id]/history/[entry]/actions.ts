'use server';

import type { UndoAnswer } from '@/components/history/undo-form';
import { AppError } from '@/lib/errors';
import { modelAtPath } from '@/lib/models';
import { undoChange } from '@/lib/server/operations/history';
import { answer } from '../../../answer';

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
    const model = modelAtPath(String(path));
    if (!model) throw new AppError('not_found');
    await undoChange(viewer, model, String(id), String(entry), {
      mode: mode === 'restore' ? 'restore' : 'undo',
      names: [names].flat().map(String),
      version: Number(version),
    });
    return { ok: true as const };
  });
}
