'use server';

import type { SavePartsResult } from '@/components/models/session/editor-actions';
import { AppError } from '@/lib/errors';
import { modelAtPath } from '@/lib/models';
import type { PartsChange } from '@/lib/declare/parts';
import { saveParts } from '@/lib/server/operations/save-parts';
import { answer } from '../[model]/answer';

/** Saves several parts of a session together, all or none. `path` is the first segment of their model's own pages. */
export async function saveSessionParts(path: string, session: string, changes: PartsChange): Promise<SavePartsResult> {
  return answer(async (viewer) => {
    const model = modelAtPath(String(path));
    if (!model || !Array.isArray(changes.write) || !Array.isArray(changes.remove)) throw new AppError('not_found');
    const result = await saveParts(viewer, model, String(session), changes);
    return result.saved ? { ok: true as const, ids: result.saved } : { ok: false as const, refused: result.refused };
  });
}
