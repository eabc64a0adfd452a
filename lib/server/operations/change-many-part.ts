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
import { changeParts, partsOf, type PartsChange, type PartsWritten } from './change-many-parts';
import { updateText } from './update';

/** The same steps for several records of one model, or the same change of what their parts are about. */
export type Part = {
  readonly model: Model;
  readonly ids: readonly string[];
  readonly steps: readonly FieldStep[];
  readonly parts?: PartsChange;
};

/** What became of one record. `id` is the UUID, `wire` the id on the wire. */
export type Outcome = {
  readonly id: string;
  readonly wire: string;
  readonly title: string;
  readonly before: AnyRecord;
} & (
  | ({ readonly status: 'changed' | 'proposed' | 'unchanged'; readonly after: AnyRecord } & PartsWritten)
  | { readonly status: 'refused'; readonly reason: string }
);

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
  const rows = await rowsOf(tx, viewer, model, part.ids);
  const known = parts ? await partsOf(tx, viewer, parts.field, rows) : null;
  const outcomes: Outcome[] = [];
  for (const { id, wire, title, record } of rows) {
    const before = JSON.parse(record) as AnyRecord; // built from the declaration
    const outcome = await withReason(tx, () =>
      parts && known
        ? changeParts(tx, viewer, parts, before, known.get(id) ?? [])
        : changeOne(tx, viewer, model, before, valuesAfter(model, before, steps)),
    );
    outcomes.push({ id, wire, title: labelled(model, title), before, ...outcome });
  }
  return outcomes;
}

async function changeOne(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  before: AnyRecord,
  input: Readonly<Record<string, unknown>>,
) {
  const isSame = Object.entries(input).every(([name, value]) => stable(value) === stable(before[name]));
  if (isSame) return { status: 'unchanged' as const, after: before };
  const text = await updateText(viewer, model, before.id, input, { tx, version: before.version });
  const after = JSON.parse(text) as AnyRecord; // built from the declaration
  if (after.version !== before.version) return { status: 'changed' as const, after };
  // What waits for a reviewer is told as it will be once they accept it.
  return needsApproval(viewer, model)
    ? { status: 'proposed' as const, after: { ...before, ...input } }
    : { status: 'unchanged' as const, after };
}

/** Work that can be refused without the transaction around it: then it says why. */
async function withReason<T>(tx: Executor, work: () => Promise<T>) {
  await query(sql`SAVEPOINT change_one`, tx);
  try {
    const done = await work();
    await query(sql`RELEASE SAVEPOINT change_one`, tx);
    return done;
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    await query(sql`ROLLBACK TO SAVEPOINT change_one`, tx);
    const messages = new Set(error.problems.map(({ message }) => message));
    return { status: 'refused' as const, reason: [...messages].join(' ') || error.message };
  }
}
