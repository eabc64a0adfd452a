'use server';

import type { RecordCardAnswer } from '@/components/table/row-card-types';
import { answer } from './answer';
import { recordCard } from './record-card';
import { modelAt, textIn } from './target';

/** The main facts of one record for the card of its row. */
export async function loadCard(path: string, id: string): Promise<RecordCardAnswer> {
  return answer(async (viewer) => ({
    ok: true as const,
    card: await recordCard(viewer, modelAt(path), textIn(id)),
  }));
}
