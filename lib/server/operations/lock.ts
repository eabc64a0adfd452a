import 'server-only';
import { isRecordId } from '@/lib/declare/kinds/reference';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { allowed, grantedWithoutElevation } from '../access';
import { query, sql, type Executor } from '../db/sql';
import { readableRows, recordJson } from '../queries/record';
import type { Viewer } from '../viewer';
import { idsAre } from './get';

export type Locked = {
  id: string;
  version: number;
  record: string;
  update: boolean;
  manage: boolean;
  own: boolean;
  ordinary: boolean;
};

/** Loads the record inside the viewer's scope, with their rights, and locks its row. */
export async function lockRecord(tx: Executor, viewer: Viewer, model: Model, id: string | number): Promise<Locked> {
  const locked = (await lockRecords(tx, viewer, model, [id])).get(String(id));
  if (!locked) throw new AppError('not_found');
  return locked;
}

/** The same for several, by the ids that were given, UUIDs or numbers; those out of the viewer's scope are missing. */
export async function lockRecords(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  ids: readonly (string | number)[],
): Promise<Map<string, Locked>> {
  const texts = [...new Set(ids.map(String))].filter(isRecordId);
  const numbers = model.number ? texts.filter((id) => !id.includes('-')) : [];
  const uuids = texts.filter((id) => id.includes('-'));
  if (numbers.length + uuids.length === 0) return new Map();
  const table = sql.table(tableOf(model));
  const isNumbered = numbers.length > 0 ? sql`t.number = ANY(${numbers.map(Number)}::int[])` : null;
  const isNamed = uuids.length > 0 ? sql`t.id = ANY(${uuids}::uuid[])` : null;
  const conditions = [isNamed, isNumbered].flatMap((condition) => condition ?? []);
  // Always in the same order, so that two writers never wait for each other.
  const found = await query<{ id: string; number: number | null }>(
    sql`SELECT t.id::text, ${model.number ? sql.ref('t.number') : sql`NULL::int`} AS number FROM ${table} t
      WHERE (${sql.join(conditions, sql` OR `)}) AND ${readableRows(viewer, model, 't')} ORDER BY t.id FOR NO KEY UPDATE OF t`,
    tx,
  );
  if (found.length === 0) return new Map();
  // The rights and the JSON are read by a second statement, so that they are those after a wait for the lock.
  const rows = await query<Locked>(
    sql`SELECT t.id::text, t.version, ${recordJson(viewer, model, 't')}::text AS record, ${allowed(viewer, model, 't', 'update')} AS "update", ${allowed(viewer, model, 't', 'manage')} AS manage,
      ${allowed(viewer, model, 't', 'own')} AS own, ${grantedWithoutElevation(viewer, model, 't')} AS ordinary
      FROM ${table} t WHERE t.id = ANY(${found.map(({ id }) => id)}::uuid[]) AND ${readableRows(viewer, model, 't')}`,
    tx,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byNumber = new Map(found.map(({ id, number }) => [String(number), byId.get(id)]));
  return new Map(
    texts.flatMap((id) => {
      const locked = byId.get(id.toLowerCase()) ?? byNumber.get(id);
      return locked ? [[id, locked] as const] : [];
    }),
  );
}

/** Locks the rows of several records in the viewer's scope, always in the same order; those out of it are not among the answer. */
export async function lockRows(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  ids: readonly (string | number)[],
): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`SELECT t.id::text FROM ${sql.table(tableOf(model))} t WHERE ${idsAre(model, 't', ids)} AND ${readableRows(viewer, model, 't')}
      ORDER BY t.id FOR NO KEY UPDATE OF t`,
    tx,
  );
  return rows.map(({ id }) => id);
}
