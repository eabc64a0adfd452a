'use server';

import type { RecordCardAnswer } from '@/components/table/row-card-types';
import { AppError } from '@/lib/errors';
import { modelAtPath } from '@/lib/models';
import { answer } from './answer';
import { recordCard } from './record-card';

/** The main facts of one record for the card of its row. */
export async function loadCard(path: string, id: string): Promise<RecordCardAnswer> {
  return answer(async (viewer) => {
    const model = modelAtPath(String(path));
    if (!model) throw new AppError('not_found');
    return { ok: true as const, card: await recordCard(viewer, model, String(id)) };
  });
}
