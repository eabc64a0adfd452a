'use server';

import type { RemovalOfManyAnswer } from '@/components/bulk/actions';
import type { BulkTarget } from '@/components/bulk/target';
import type { RemoveAnswer } from '@/components/detail/removal';
import { removalPlanOfMany, removeMany } from '@/lib/server/operations/remove-many';
import { answer } from './answer';
import { idsOfTarget, modelAt, refuseTooMany, textsIn } from './target';

/** What deleting these records would take along and what stands in its way. */
export async function planRemovalOfMany(target: BulkTarget): Promise<RemovalOfManyAnswer> {
  return answer(async (viewer) => {
    const { model, ids } = await idsOfTarget(viewer, target);
    return { ok: true as const, plan: await removalPlanOfMany(viewer, model, ids) };
  });
}

/** Deletes the records that a plan named; the answer brings all of it back. */
export async function deleteMany(path: string, ids: readonly string[]): Promise<RemoveAnswer> {
  return answer(async (viewer) => {
    const model = modelAt(path);
    const chosen = textsIn(ids);
    refuseTooMany(chosen.length, model);
    return { ok: true as const, ...(await removeMany(viewer, model, chosen)) };
  });
}
