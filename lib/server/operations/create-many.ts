import 'server-only';
import type { Model } from '@/lib/declare/model';
import { parseInput } from '@/lib/declare/parse';
import type { Problem } from '@/lib/declare/problem';
import { hasGrants, tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { mayCreate, needsApproval } from '../access';
import { audit, type AuditEntry } from '../audit';
import { query, sql, type Executor } from '../db/sql';
import { hooksOf } from '../hooks';
import { newId } from '../id';
import { readableRows, recordJson } from '../queries/record';
import { checkLinksOfMany } from '../rules';
import type { Viewer } from '../viewer';
import { attachFiles } from './attach-files';
import { trialNumber, type CreateOptions } from './create';
import { changeGrants, grantCreator, splitGrants } from './grants';
import { refuseUnlessAsked } from './list';
import { addProposal } from './propose';
import { resolveReferencesOfMany } from './references';
import { insertRows, isElevated, sanitiseValues } from './write';

/** The record as JSON text, or why it can't be created. */
export type ManyCreated = { readonly record: string } | { readonly error: AppError };

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
): Promise<ManyCreated[]> {
  refuseUnlessAsked(viewer, model);
  if (!mayCreate(viewer, model))
    throw new AppError('forbidden', { message: `You may not create ${model.labelPlural.toLowerCase()}.` });
  const rows = inputs.map((input) => ({ id: newId(), ...parseInput(model, input, 'create') }));
  const problems = rows.map(({ problems: own }) => [...own]);
  addTo(
    problems,
    await resolveReferencesOfMany(
      tx,
      viewer,
      model,
      rows.map(({ values }) => values),
    ),
  );
  // Rules speak of records whose links are known.
  const sound = rows.flatMap((row, index) => (problems[index]?.length === 0 ? [{ ...row, index }] : []));
  const broken = await checkLinksOfMany(
    tx,
    viewer,
    model,
    sound.map(({ values }) => values),
  );
  for (const [place, { index }] of sound.entries()) problems[index]?.push(...(broken[place] ?? []));
  if (problems.some((own) => own.length > 0))
    return problems.map((own) =>
      own.length > 0 ? { error: new AppError('invalid', { problems: own }) } : { record: '' },
    );

  const { beforeSave } = hooksOf(model);
  const lists = rows.map(({ values }) => splitGrants(model, values));
  for (const { id, values } of rows) {
    sanitiseValues(model, values);
    await attachFiles(tx, viewer, model, id, values);
    await beforeSave?.({ tx, viewer, model, id, values, current: null });
  }
  const isProposal = needsApproval(viewer, model);
  const waiting = isProposal ? { approval: 'pending' } : {};
  await insertRows(tx, viewer, model, rows, () => ({ ...waiting, ...(isTrial ? trialNumber(model) : {}) }));
  for (const [index, { id, values }] of rows.entries()) {
    await grantCreator(tx, viewer, model, id);
    if (hasGrants(model)) {
      const seeded = Object.fromEntries(Object.entries(lists[index] ?? {}).filter(([, value]) => Array.isArray(value)));
      await changeGrants(tx, model, id, seeded, { manage: true, own: true });
    }
    if (isProposal) await addProposal(tx, viewer, model, id, 'add', values);
  }
  return auditedRecords(
    tx,
    viewer,
    model,
    rows.map(({ id }) => id),
  );
}

async function auditedRecords(tx: Executor, viewer: Viewer, model: Model, ids: readonly string[]) {
  const found = await query<{ id: string; record: string }>(
    sql`SELECT t.id::text, ${recordJson(viewer, model, 't')}::text AS record FROM ${sql.table(tableOf(model))} t WHERE t.id = ANY(${[...ids]}::uuid[]) AND ${readableRows(viewer, model, 't')}`,
    tx,
  );
  const records = new Map(found.map(({ id, record }) => [id, record]));
  const entries: AuditEntry[] = [];
  for (const id of ids)
    entries.push({
      model: model.name,
      recordId: id,
      action: 'create',
      after: records.get(id) ?? null,
      elevated: await isElevated(tx, viewer, model, id),
    });
  await audit(tx, viewer, entries);
  return ids.map((id) => ({ record: records.get(id) ?? JSON.stringify({ id }) }));
}

function addTo(problems: Problem[][], more: readonly Problem[][]): void {
  for (const [index, own] of more.entries()) problems[index]?.push(...own);
}
