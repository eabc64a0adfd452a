import 'server-only';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { allowed, grantedWithoutElevation } from '../access';
import { query, queryOne, sql, type Executor } from '../db/sql';
import { readableRows, recordJson } from '../queries/record';
import type { Viewer } from '../viewer';
import { idIs, idsAre } from './get';

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
  // The rights and the JSON are read by a second statement, so that they are those after a wait for the lock.
  const table = sql.table(tableOf(model));
  const found = await queryOne<{ id: string }>(
    sql`SELECT t.id FROM ${table} t WHERE ${idIs(model, 't', id)} AND ${readableRows(viewer, model, 't')} FOR NO KEY UPDATE OF t`,
    tx,
  );
  const locked =
    found &&
    (await queryOne<Locked>(
      sql`SELECT t.id::text, t.version, ${recordJson(viewer, model, 't')}::text AS record, ${allowed(viewer, model, 't', 'update')} AS "update", ${allowed(viewer, model, 't', 'manage')} AS manage,
        ${allowed(viewer, model, 't', 'own')} AS own, ${grantedWithoutElevation(viewer, model, 't')} AS ordinary
        FROM ${table} t WHERE t.id = ${found.id} AND ${readableRows(viewer, model, 't')}`,
      tx,
    ));
  if (!locked) throw new AppError('not_found');
  return locked;
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
