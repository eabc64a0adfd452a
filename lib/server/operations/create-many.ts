import 'server-only';
import type { Model } from '@/lib/declare/model';
import { parseInput } from '@/lib/declare/parse';
import type { Problem } from '@/lib/declare/problem';
import { hasGrants } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { needsApproval } from '../access';
import { audit } from '../audit';
import type { Executor } from '../db/sql';
import { hooksOf } from '../hooks';
import { newId } from '../id';
import { checkLinksOfMany } from '../rules';
import type { Viewer } from '../viewer';
import { attachFiles } from './attach-files';
import { refuseUnlessCreatable, trialNumber, type CreateOptions } from './create';
import { getTexts } from './get';
import { changeGrants, grantCreator, splitGrants } from './grants';
import { refuseUnlessAsked } from './list';
import { addProposals } from './propose';
import { resolveReferencesOfMany } from './references';
import { elevatedAmong, insertRows, sanitiseValues } from './write';
import { refusedAmong, type AllOrWhyNot } from './write-together';

/** The record as JSON text. */
export type Created = { readonly record: string };

/**
 * Creates many records in a transaction of the caller, step by step for all of them together: what `createText` does, with
 * a few statements for a thousand. Nothing is written when one of them has a problem. A broken unique key is thrown: it
 * does not say whose it is. Models whose rows are a view are not for this.
 */
export async function createMany(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  inputs: readonly unknown[],
  { isTrial = false }: Pick<CreateOptions, 'isTrial'> = {},
): Promise<AllOrWhyNot<Created>> {
  refuseUnlessAsked(viewer, model);
  refuseUnlessCreatable(viewer, model);
  const rows = inputs.map((input) => ({ id: newId(), ...parseInput(model, input, 'create') }));
  const problems = rows.map(({ problems: own }) => [...own]);
  addTo(problems, await resolveReferencesOfMany(tx, viewer, model, rows));
  // Rules speak of records whose links are known.
  const sound = rows.flatMap((row, index) => (problems[index]?.length === 0 ? [{ ...row, index }] : []));
  const broken = await checkLinksOfMany(
    tx,
    viewer,
    model,
    sound.map(({ values }) => ({ values, draft: values })),
  );
  for (const [place, { index }] of sound.entries()) problems[index]?.push(...(broken[place] ?? []));
  const refused = refusedAmong(
    problems.map((own) => (own.length > 0 ? new AppError('invalid', { problems: own }) : null)),
  );
  if (refused.size > 0) return { refused };

  const { beforeSave } = hooksOf(model);
  const lists = rows.map(({ values }) => splitGrants(model, values));
  for (const { id, values } of rows) {
    sanitiseValues(model, values);
    await attachFiles(tx, viewer, model, id, values);
  }
  await beforeSave?.({ tx, viewer, model, rows: rows.map(({ id, values }) => ({ id, values, current: null })) });
  const isProposal = needsApproval(viewer, model);
  const waiting = isProposal ? { approval: 'pending' } : {};
  await insertRows(tx, viewer, model, rows, () => ({ ...waiting, ...(isTrial ? trialNumber(model) : {}) }));
  for (const [index, { id }] of rows.entries()) {
    await grantCreator(tx, viewer, model, id);
    if (hasGrants(model)) {
      const seeded = Object.fromEntries(Object.entries(lists[index] ?? {}).filter(([, value]) => Array.isArray(value)));
      await changeGrants(tx, model, id, seeded, { manage: true, own: true });
    }
  }
  if (isProposal) await addProposals(tx, viewer, model, 'add', rows);
  const ids = rows.map(({ id }) => id);
  return { done: await auditedRecords(tx, viewer, model, ids) };
}

async function auditedRecords(tx: Executor, viewer: Viewer, model: Model, ids: readonly string[]) {
  const records = await getTexts(viewer, model, ids, tx);
  const elevated = await elevatedAmong(tx, viewer, model, ids);
  await audit(
    tx,
    viewer,
    ids.map((id) => ({
      model: model.name,
      recordId: id,
      action: 'create' as const,
      after: records.get(id) ?? null,
      elevated: elevated.has(id),
    })),
  );
  return ids.map((id) => ({ record: records.get(id) ?? JSON.stringify({ id }) }));
}

function addTo(problems: Problem[][], more: readonly Problem[][]): void {
  for (const [index, own] of more.entries()) problems[index]?.push(...own);
}
