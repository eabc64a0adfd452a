import 'server-only';
import { valuesAfter } from '@/lib/declare/change-steps';
import { kindOf } from '@/lib/declare/kinds';
import type { FieldStep } from '@/lib/declare/many-changes';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { needsApproval } from '../access';
import { query, sql, type Executor } from '../db/sql';
import { recordJson, wireId } from '../queries/record';
import { titleSql } from '../rules';
import { labelled } from '../rules/candidates';
import type { Viewer } from '../viewer';
import { lockRows } from './lock';
import { stable } from './stable-json';
import { changePartsOfAll, type PartsChange, type PartsWritten } from './change-many-parts';
import { updateMany } from './update-many';
import { writeEach, type AllOrWhyNot, type Refusal } from './write-together';

/** The same steps for several records of one model, or the same change of what their parts are about. */
export type Part = {
  readonly model: Model;
  readonly ids: readonly string[];
  readonly steps: readonly FieldStep[];
  readonly parts?: PartsChange;
};

/** A record that may be changed. `id` is the UUID, `wire` the id on the wire. */
export type PartRow = {
  readonly id: string;
  readonly wire: string;
  readonly title: string;
  readonly before: AnyRecord;
};

export type Changed = { readonly status: 'changed' | 'proposed' | 'unchanged'; readonly after: AnyRecord };

/** What became of one record. */
export type Outcome = PartRow & ((Changed & PartsWritten) | { readonly status: 'refused'; readonly reason: string });

export const isWritten = (outcome: Outcome): outcome is Extract<Outcome, { after: AnyRecord }> =>
  outcome.status === 'changed' || outcome.status === 'proposed';

type Row = { id: string; wire: string; title: string; record: string };

/** Locks the records in the viewer's scope, by title. What a person can't change is no part of what they are shown. */
async function rowsOf(tx: Executor, viewer: Viewer, model: Model, ids: readonly string[]): Promise<Row[]> {
  const locked = await lockRows(tx, viewer, model, ids);
  const exclude = Object.entries(model.fields).flatMap(([name, field]) => {
    const { shape } = kindOf(field).storage(field);
    return shape === 'column' || shape === 'link' ? [] : [name];
  });
  return query<Row>(
    sql`SELECT t.id::text, ${wireId(model, 't')}::text AS wire, ${titleSql(model, 't')} AS title, ${recordJson(viewer, model, 't', { exclude })}::text AS record
      FROM ${sql.table(tableOf(model))} t WHERE t.id = ANY(${locked}::uuid[]) ORDER BY 3, 1`,
    tx,
  );
}

/**
 * Takes the steps with every record that the viewer sees, each as an ordinary change with its rights, rules and row in the
 * audit log. A record that can't be changed says why and stays; whether the others may be written then is the caller's business.
 */
export async function changePart(tx: Executor, viewer: Viewer, part: Part): Promise<Outcome[]> {
  const { model, steps, parts } = part;
  const rows = (await rowsOf(tx, viewer, model, part.ids)).map(({ record, title, ...row }) => ({
    ...row,
    title: labelled(model, title),
    before: JSON.parse(record) as AnyRecord, // built from the declaration
  }));
  const results = parts
    ? await changePartsOfAll(tx, viewer, parts, rows)
    : await changeRecords(tx, viewer, model, rows, steps);
  return rows.map((row): Outcome => {
    const result = results.get(row.id);
    if (!result || 'error' in result) return { ...row, status: 'refused', reason: reasonOf(result?.error) };
    return { ...row, ...result };
  });
}

async function changeRecords(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly PartRow[],
  steps: readonly FieldStep[],
): Promise<ReadonlyMap<string, Changed | Refusal>> {
  const asked = rows.map(({ id, before }) => ({ id, before, input: valuesAfter(model, before, steps) }));
  const different = asked.filter(({ before, input }) =>
    Object.entries(input).some(([name, value]) => stable(value) !== stable(before[name])),
  );
  const done = await writeEach(tx, different, async (some): Promise<AllOrWhyNot<Changed>> => {
    const changes = some.map(({ before, input }) => ({ id: before.id, input, version: before.version }));
    const result = await updateMany(tx, viewer, model, changes);
    if ('refused' in result) return result;
    return { done: some.map((one, place) => changedTo(viewer, model, one, result.done[place]?.record ?? '{}')) };
  });
  const results = new Map<string, Changed | Refusal>(
    rows.map(({ id, before }) => [id, { status: 'unchanged', after: before }]),
  );
  for (const [place, { id }] of different.entries()) results.set(id, done[place] as Changed | Refusal); // one of each
  return results;
}

function changedTo(
  viewer: Viewer,
  model: Model,
  { before, input }: { readonly before: AnyRecord; readonly input: Readonly<Record<string, unknown>> },
  record: string,
): Changed {
  const after = JSON.parse(record) as AnyRecord; // built from the declaration
  if (after.version !== before.version) return { status: 'changed', after };
  // What waits for a reviewer is told as it will be once they accept it.
  return needsApproval(viewer, model)
    ? { status: 'proposed', after: { ...before, ...input } }
    : { status: 'unchanged', after };
}

function reasonOf(error: AppError | undefined): string {
  const messages = new Set(error?.problems.map(({ message }) => message));
  return [...messages].join(' ') || (error?.message ?? '');
}
