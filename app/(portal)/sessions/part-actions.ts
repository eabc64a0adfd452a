'use server';

import { z } from 'zod';
import type { SavePartsResult } from '@/components/models/session/editor-actions';
import { AppError } from '@/lib/errors';
import type { PartsChange } from '@/lib/declare/parts';
import { saveParts } from '@/lib/server/operations/save-parts';
import { answer } from '../[model]/answer';
import { modelAt, textIn } from '../[model]/target';

// It comes from a browser, so it may be anything.
const change = z.object({
  write: z.array(z.record(z.string(), z.unknown())),
  remove: z.array(z.object({ id: z.string(), version: z.int().exactOptional() })),
});

/** Saves several parts of a session together, all or none. `path` is the first segment of their model's own pages. */
export async function saveSessionParts(path: string, session: string, changes: PartsChange): Promise<SavePartsResult> {
  return answer(async (viewer) => {
    const { data } = change.safeParse(changes);
    if (!data) throw new AppError('not_found');
    const result = await saveParts(viewer, modelAt(path), textIn(session), data);
    return result.saved ? { ok: true as const, ids: result.saved } : { ok: false as const, refused: result.refused };
  });
}
