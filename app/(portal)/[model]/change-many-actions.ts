'use server';

import type { ManyChoicesAnswer, ManyPlanAnswer, ManyUndoAnswer, ManyWrittenAnswer } from '@/components/bulk/changes';
import type { BulkTarget } from '@/components/bulk/target';
import { inputSelector } from '@/components/models/input-selectors';
import type { ManyChange, WrittenRecords } from '@/lib/declare/many-changes';
import { getEnv } from '@/lib/server/env';
import { changeMany, planChangeOfMany } from '@/lib/server/operations/change-many';
import { changeChoices } from '@/lib/server/operations/change-many-choices';
import { undoChangeOfMany } from '@/lib/server/operations/change-many-undo';
import { answer } from './answer';
import { showingWith } from './load';
import { idsOfTarget, modelAt, refuseTooMany, textIn, textsIn } from './target';

/** What can be changed in several records of a list. */
export async function manyChoices(path: string): Promise<ManyChoicesAnswer> {
  return answer(async () => {
    const model = modelAt(path);
    const choices = changeChoices(model);
    // An input that reads another field of its record has none here.
    const fields = choices.fields.filter(({ name }) => !inputSelector(model.name, name));
    return { ok: true as const, choices: { ...choices, fields }, zone: getEnv().LAB_TIME_ZONE };
  });
}

/** What a change of these records would do, and who would see them then. */
export async function planMany(target: BulkTarget, change: ManyChange): Promise<ManyPlanAnswer> {
  return answer(async (viewer) => {
    const { model, ids } = await idsOfTarget(viewer, target);
    const { plan, titles } = await planChangeOfMany(viewer, model, ids, change);
    return { ok: true as const, plan, showing: showingWith(titles) };
  });
}

/** Makes the change that was looked at; the answer is what undoes it. */
export async function applyMany(
  path: string,
  ids: readonly string[],
  change: ManyChange,
  seal: string,
): Promise<ManyWrittenAnswer> {
  return answer(async (viewer) => {
    const model = modelAt(path);
    const chosen = textsIn(ids);
    refuseTooMany(chosen.length, model);
    const written = await changeMany(viewer, model, chosen, change, textIn(seal));
    return { ok: true as const, written };
  });
}

/** Sets back what a change of several records has written. */
export async function undoMany(written: readonly WrittenRecords[]): Promise<ManyUndoAnswer> {
  return answer(async (viewer) => {
    await undoChangeOfMany(viewer, written);
    return { ok: true as const };
  });
}
