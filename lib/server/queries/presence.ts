import 'server-only';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { allowed } from '../access';
import { query, sql, type Sql } from '../db/sql';
import type { UserViewer } from '../viewer';
import { readableRows } from './record';

type Person = { first_name: string; last_name: string; email: string };

/** The record that the viewer may change; no row where they may not. */
const theirs = (viewer: UserViewer, model: Model, isRecord: Sql): Sql =>
  sql`SELECT t.id FROM ${sql.table(tableOf(model))} t WHERE ${isRecord} AND ${readableRows(viewer, model, 't')} AND ${allowed(viewer, model, 't', 'update')}`;

/** Notes that the viewer has the form of a record open that they may change, and answers who else has had within `seconds`. */
export const upsertPresence = (viewer: UserViewer, model: Model, isRecord: Sql, seconds: number): Promise<Person[]> =>
  query<Person>(
    sql`WITH r AS (${theirs(viewer, model, isRecord)}), mine AS (
        INSERT INTO presence (model, record_id, user_id) SELECT ${model.name}, r.id, ${viewer.id}::uuid FROM r
        ON CONFLICT (model, record_id, user_id) DO UPDATE SET seen_at = now() RETURNING 1)
      SELECT u.first_name, u.last_name, u.email::text FROM presence p JOIN r ON r.id = p.record_id JOIN "user" u ON u.id = p.user_id
      WHERE p.model = ${model.name} AND p.user_id <> ${viewer.id}::uuid AND p.seen_at > now() - make_interval(secs => ${seconds}) AND u.live
      ORDER BY u.first_name, u.last_name, u.id`,
  );

/** The viewer has closed the form of a record. */
export async function deletePresence(viewer: UserViewer, model: Model, isRecord: Sql): Promise<void> {
  await query(
    sql`DELETE FROM presence WHERE model = ${model.name} AND user_id = ${viewer.id}::uuid
      AND record_id = (SELECT t.id FROM ${sql.table(tableOf(model))} t WHERE ${isRecord})`,
  );
}

/** Forgets who was there days ago. */
export async function deleteOldPresence(): Promise<void> {
  await query(sql`DELETE FROM presence WHERE seen_at < now() - interval '1 day'`);
}
