import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import { fieldNamed, isInverse, isLinks, type AnyRecord, type Model } from '@/lib/declare/model';
import { columnOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { query, queryOne, sql, type Executor, type Sql } from '../db/sql';
import type { UserViewer, Viewer } from '../viewer';
import { readableRows, recordJson } from './record';

/** Lets one person's imports follow each other, so that two tabs with the same file make its records once; false while another runs. */
export async function lockImportsOf(tx: Executor, { id }: UserViewer): Promise<boolean> {
  const row = await queryOne<{ locked: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${id}, 3)) AS locked`,
    tx,
  );
  return row?.locked === true;
}

/** The records that the viewer may read whose fields each hold one of the values: texts, or ids of what they link. */
export async function findRecords(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  fields: ReadonlyMap<string, readonly string[]>,
): Promise<AnyRecord[]> {
  const conditions = [...fields].map(([name, values]) => holdsOneOf(model, name, values));
  const exclude = Object.entries(model.fields).flatMap(([name, field]) =>
    isInverse(field) || isLinks(field) ? [name] : [],
  );
  const rows = await query<{ record: AnyRecord }>(
    sql`SELECT ${recordJson(viewer, model, 't', { exclude })} AS record FROM ${sql.table(tableOf(model))} t
      WHERE ${sql.join([...conditions, readableRows(viewer, model, 't')], sql` AND `)} ORDER BY t.created_at, t.id`,
    tx,
  );
  return rows.map(({ record }) => record);
}

function holdsOneOf(model: Model, name: string, values: readonly string[]): Sql {
  const field = fieldNamed(model, name);
  if (!field) throw new Error(`${model.name} has no field ${name}.`);
  const storage = kindOf(field).storage(field);
  if (storage.shape === 'link')
    return sql`EXISTS (SELECT 1 FROM ${sql.table(linkTableOf(model, name))} l WHERE l.source_id = t.id AND l.target_id = ANY(${values}::uuid[]))`;
  const column = sql.ref(`t.${columnOf(name, field)}`);
  const isId = storage.shape === 'column' && storage.read === 'reference';
  return isId ? sql`${column} = ANY(${values}::uuid[])` : sql`${column}::text = ANY(${values}::text[])`;
}

/** The versions of records by their ids, as they are now; what the viewer may not read any more has none. */
export async function versionsOf(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await query<{ id: string; version: number }>(
    sql`SELECT t.id::text, t.version FROM ${sql.table(tableOf(model))} t WHERE t.id = ANY(${ids}::uuid[]) AND ${readableRows(viewer, model, 't')}`,
    tx,
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
