'use server';

import { z } from 'zod';
import type { PupsAnswer } from '@/components/models/breeding/pups-actions';
import type { PupsInput } from '@/lib/declare/pups';
import { AppError } from '@/lib/errors';
import { addPups } from '@/lib/server/operations/add-pups';
import { answer } from '../../../[model]/answer';
import { textIn } from '../../../[model]/target';

const input = z.object({
  count: z.number(),
  firstName: z.string().max(200),
  born: z.string().nullable(),
  strain: z.string(),
});

/** Adds the pups of a breeding, all of them or none. */
export async function savePups(id: string, given: PupsInput): Promise<PupsAnswer> {
  return answer(async (viewer) => {
    const parsed = input.safeParse(given);
    if (!parsed.success) {
      const { issues } = parsed.error;
      const problems = issues.map(({ path, message }) => ({ path: path.join('.'), code: 'format', message }));
      throw new AppError('invalid', { problems });
    }
    return { ok: true as const, ...(await addPups(viewer, textIn(id), parsed.data)) };
  });
}
