'use server';

import { z } from 'zod';
import type { RoundAnswer, RoundUndoAnswer } from '@/components/log/round/round-actions';
import { isUuid } from '@/lib/declare/kinds/reference';
import type { RoundInput, RoundWritten } from '@/lib/declare/log-round';
import { AppError } from '@/lib/errors';
import { undoRound, writeRound } from '@/lib/server/operations/log-round';
import { measuredType } from '@/lib/vocabularies/measured-types';
import { answer } from '../[model]/answer';
import { roundMax } from './round-max';

const id = z.custom<string>(isUuid);
const input = z.object({
  type: z.string(),
  time: z.string(),
  entries: z
    .array(z.object({ subject: id, value: z.number(), notes: z.string() }))
    .min(1)
    .max(roundMax),
});
const written = z.object({
  time: z.string(),
  logs: z.array(z.object({ id, version: z.int(), isNew: z.boolean() })).max(roundMax),
});

/** Adds an entry to a log of each subject, all of them or none. */
export async function saveRound(given: RoundInput): Promise<RoundAnswer> {
  return answer(async (viewer) => {
    const parsed = input.safeParse(given);
    const type = measuredType(parsed.data?.type);
    if (!parsed.success || !type) throw new AppError('not_found');
    return { ok: true as const, written: await writeRound(viewer, type, parsed.data) };
  });
}

/** Takes the entries of a round out again. */
export async function takeBackRound(given: RoundWritten): Promise<RoundUndoAnswer> {
  return answer(async (viewer) => {
    const parsed = written.safeParse(given);
    if (!parsed.success) throw new AppError('not_found');
    await undoRound(viewer, parsed.data);
    return { ok: true as const };
  });
}
