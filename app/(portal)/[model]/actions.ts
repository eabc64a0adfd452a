'use server';

import type { RemovalAnswer, RemoveAnswer, RestoreAnswer } from '@/components/detail/removal';
import type { SaveResult } from '@/components/form/save-result';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { modelAtPath, modelNamed } from '@/lib/models';
import { needsApproval } from '@/lib/server/access';
import { createRecord } from '@/lib/server/operations/create';
import { rightsOn } from '@/lib/server/operations/get';
import { removalPlan, removeRecord } from '@/lib/server/operations/remove';
import { restoreRecords } from '@/lib/server/operations/restore';
import { updateRecord } from '@/lib/server/operations/update';
import { TitleQuestions } from '@/lib/server/queries/titles';
import { withCleanText } from '@/lib/server/rich-text';
import type { UserViewer } from '@/lib/server/viewer';
import { answer, type Refusal } from './answer';
import { modelAt, textIn } from './target';

/** Creates a record, or changes the one with that id. */
export async function saveRecord(
  path: string,
  id: string | null,
  input: Readonly<Record<string, unknown>>,
  version: number | null,
): Promise<SaveResult> {
  const result = await answer(async (viewer): Promise<SaveResult> => {
    const model = modelAt(path);
    const known = id === null ? null : textIn(id);
    const isProposal = await isProposed(viewer, model, known);
    const record =
      known === null
        ? await createRecord(viewer, model, input)
        : await updateRecord(viewer, model, known, input, version === null ? {} : { version });
    const titles = await new TitleQuestions().add(model.name, record.id).answer(viewer);
    const key = String(record.id);
    return { ok: true, id: key, title: titles[model.name]?.[key] ?? model.label, isProposal };
  });
  return result.ok || !('data' in result) ? result : staleAware(path, result);
}

/** Whether a save will wait for a reviewer. */
async function isProposed(viewer: UserViewer, model: Model, id: string | null): Promise<boolean> {
  if (!needsApproval(viewer, model)) return false;
  return id === null || !(await rightsOn(viewer, model, [id])).get(id)?.update;
}

/** A refusal for the form; a stale one brings what others saved, ready to be shown. */
async function staleAware(path: string, { ok, code, message, problems, data }: Refusal): Promise<SaveResult> {
  const refusal = { ok, code, message, problems };
  const model = modelAtPath(textIn(path));
  if (code !== 'stale' || !model) return refusal;
  const current = withCleanText(model, data.current as AnyRecord); // put there by updateRecord
  const titles = await answer(async (viewer) => ({
    ok: true as const,
    titles: await new TitleQuestions().addRecords(model, [current]).answer(viewer),
  }));
  return { ...refusal, current, titles: titles.ok ? titles.titles : {} };
}

/** What deleting would take along and what stands in its way. */
export async function planRemoval(path: string, id: string): Promise<RemovalAnswer> {
  return answer(async (viewer) => ({ ok: true as const, plan: await removalPlan(viewer, modelAt(path), textIn(id)) }));
}

/** Deletes a record with what hangs on it; the answer brings it back. */
export async function deleteRecord(path: string, id: string, version: number): Promise<RemoveAnswer> {
  return answer(async (viewer) => ({
    ok: true as const,
    ...(await removeRecord(viewer, modelAt(path), textIn(id), { version })),
  }));
}

/** Undoes a deletion. */
export async function undoDeletion(deletion: string): Promise<RestoreAnswer> {
  return answer(async (viewer) => {
    const restored = await restoreRecords(viewer, textIn(deletion));
    return { ok: true as const, href: `/${modelNamed(restored.model).path}/${restored.id}` };
  });
}
