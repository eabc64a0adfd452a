import 'server-only';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { isReviewer } from '../access';
import { query, queryOne, sql, type Executor, type Sql } from '../db/sql';
import { getReadPool } from '../db/pool';
import type { UserViewer } from '../viewer';
import { isoInstant } from './record';

type NewImport = {
  readonly id: string;
  readonly user: string;
  readonly table: string;
  readonly file: string;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
};

/** One thing that an import wrote. `version` is the record's when the import ended. */
export type ImportedRecord = {
  readonly action: 'create' | 'update' | 'entry';
  readonly model: string;
  readonly id: string;
  readonly version: number;
  /** The version before the import; null for a new record. */
  readonly base: number | null;
  readonly data: unknown;
};

/** An import as lists show it. Times are ISO instants; counts are of rows. */
export type PastImport = {
  readonly id: string;
  readonly table: string;
  readonly file: string;
  readonly by: string;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly created_at: string;
  readonly undone_at: string | null;
};

export async function insertImport(tx: Executor, one: NewImport, records: readonly ImportedRecord[]): Promise<void> {
  await query(
    sql`INSERT INTO table_import (id, user_id, table_name, file_name, created, changed, unchanged)
      VALUES (${one.id}, ${one.user}, ${one.table}, ${one.file}, ${one.created}, ${one.changed}, ${one.unchanged})`,
    tx,
  );
  await query(
    sql`INSERT INTO table_import_record (import_id, position, model, record_id, action, version, base, data)
      SELECT ${one.id}::uuid, place, model, id, action, version, base, data FROM unnest(${records.map(({ model }) => model)}::text[],
        ${records.map(({ id }) => id)}::uuid[], ${records.map(({ action }) => action)}::text[], ${records.map(({ version }) => version)}::int[], ${records.map(({ base }) => base)}::int[],
        ${records.map(({ data }) => (data === null ? null : JSON.stringify(data)))}::jsonb[]) WITH ORDINALITY AS given(model, id, action, version, base, data, place)`,
    tx,
  );
}

/** One's own imports are for oneself; administrators see them all. */
const isTheirs = (viewer: UserViewer): Sql => (isReviewer(viewer) ? sql`true` : sql`i.user_id = ${viewer.id}`);

/** The latest imports that the viewer may undo, the newest first. */
export function listImports(viewer: UserViewer, limit: number): Promise<PastImport[]> {
  return query<PastImport>(
    sql`SELECT i.id::text, i.table_name AS "table", i.file_name AS file, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email::text) AS "by",
      i.created, i.changed, i.unchanged, ${isoInstant(sql`i.created_at`)} AS created_at, ${isoInstant(sql`i.undone_at`)} AS undone_at
      FROM table_import i JOIN "user" u ON u.id = i.user_id WHERE ${isTheirs(viewer)} ORDER BY i.created_at DESC, i.id DESC LIMIT ${limit}`,
    getReadPool(),
  );
}

/** Locks an import that the viewer may undo; null when there is none such. */
export function lockImport(
  tx: Executor,
  viewer: UserViewer,
  id: string,
): Promise<{ table: string; isUndone: boolean } | null> {
  return queryOne(
    sql`SELECT i.table_name AS "table", i.undone_at IS NOT NULL AS "isUndone" FROM table_import i WHERE i.id = ${id}::uuid AND ${isTheirs(viewer)} FOR UPDATE`,
    tx,
  );
}

/** What an import wrote, the last first. */
export function recordsOfImport(tx: Executor, id: string): Promise<ImportedRecord[]> {
  return query<ImportedRecord>(
    sql`SELECT action, model, record_id::text AS id, version, base, data FROM table_import_record WHERE import_id = ${id}::uuid ORDER BY position DESC`,
    tx,
  );
}

/** Records that are again as an earlier import left them: that one can be undone too, as if there had been nothing between. */
export async function passVersionsOn(tx: Executor, model: Model, records: readonly ImportedRecord[]): Promise<void> {
  const changed = records.filter(({ base }) => base !== null);
  if (changed.length === 0) return;
  await query(
    sql`UPDATE table_import_record r SET version = t.version
      FROM unnest(${changed.map(({ id }) => id)}::uuid[], ${changed.map(({ base }) => base)}::int[]) AS given(id, base)
        JOIN ${sql.table(tableOf(model))} t ON t.id = given.id
      WHERE r.record_id = given.id AND r.version = given.base`,
    tx,
  );
}

export async function markUndone(tx: Executor, viewer: UserViewer, id: string): Promise<void> {
  await query(sql`UPDATE table_import SET undone_at = now(), undone_by = ${viewer.id} WHERE id = ${id}::uuid`, tx);
}
