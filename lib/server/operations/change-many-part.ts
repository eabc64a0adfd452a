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
import { updateText } from './update';

/** The same steps for several records of one model. */
export type Part = { readonly model: Model; readonly ids: readonly string[]; readonly steps: readonly FieldStep[] };

/** What became of one record. `id` is the UUID, `wire` the id on the wire. */
export type Outcome = {
  readonly id: string;
  readonly wire: string;
  readonly title: string;
  readonly before: AnyRecord;
} & (
  | { readonly status: 'changed' | 'proposed' | 'unchanged'; readonly after: AnyRecord }
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
export async function changePart(tx: Executor, viewer: Viewer, { model, ids, steps }: Part): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const row of await rowsOf(tx, viewer, model, ids)) {
    const { id, wire, record } = row;
    const before = JSON.parse(record) as AnyRecord; // built from the declaration
    const known = { id, wire, title: labelled(model, row.title), before };
    const input = valuesAfter(model, before, steps);
    const isSame = Object.entries(input).every(([name, value]) => stable(value) === stable(before[name]));
    outcomes.push(
      isSame
        ? { ...known, status: 'unchanged', after: before }
        : { ...known, ...(await changeOne(tx, viewer, model, before, input)) },
    );
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
  await query(sql`SAVEPOINT change_one`, tx);
  try {
    const text = await updateText(viewer, model, before.id, input, { tx, version: before.version });
    await query(sql`RELEASE SAVEPOINT change_one`, tx);
    const after = JSON.parse(text) as AnyRecord; // built from the declaration
    if (after.version !== before.version) return { status: 'changed' as const, after };
    // What waits for a reviewer is told as it will be once they accept it.
    return needsApproval(viewer, model)
      ? { status: 'proposed' as const, after: { ...before, ...input } }
      : { status: 'unchanged' as const, after };
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    await query(sql`ROLLBACK TO SAVEPOINT change_one`, tx);
    const messages = new Set(error.problems.map(({ message }) => message));
    return { status: 'refused' as const, reason: [...messages].join(' ') || error.message };
  }
}
