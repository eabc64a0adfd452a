import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { isRecordId } from '@/lib/declare/kinds/reference';
import { tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { allowed, type Action } from '../access';
import { query, queryOne, sql, type Executor, type Sql } from '../db/sql';
import { getReadPool } from '../db/pool';
import { readableRows, recordJson, type Shape } from '../queries/record';
import type { Viewer } from '../viewer';
import { refuseUnlessAsked } from './list';

/** The row that an id from outside means: a UUID, or the number of a model that has one. */
export function idIs(model: Model, row: string, id: string | number): Sql {
  const text = String(id);
  if (!isRecordId(text)) throw new AppError('not_found');
  if (text.includes('-')) return sql`${sql.ref(`${row}.id`)} = ${text}::uuid`;
  if (!model.number) throw new AppError('not_found');
  return sql`${sql.ref(`${row}.number`)} = ${Number(text)}::int`;
}

/** The rows that ids as the wire has them mean. @throws AppError not_found for what is no id of the model. */
export function idsAre(model: Model, row: string, ids: readonly (string | number)[]): Sql {
  const usesNumbers = model.number === 'id';
  if (!ids.every((id) => isRecordId(String(id)) && String(id).includes('-') !== usesNumbers))
    throw new AppError('not_found');
  return usesNumbers
    ? sql`${sql.ref(`${row}.number`)} = ANY(${ids.map(Number)}::int[])`
    : sql`${sql.ref(`${row}.id`)} = ANY(${ids.map(String)}::uuid[])`;
}

/** One record as JSON text. What the viewer may not read is `not_found`, exactly like what does not exist. */
export async function getText(
  viewer: Viewer,
  model: Model,
  id: string | number,
  shape: Shape = {},
  on: Executor = getReadPool(),
): Promise<string> {
  refuseUnlessAsked(viewer, model);
  const row = await queryOne<{ record: string }>(
    sql`SELECT ${recordJson(viewer, model, 't', shape)}::text AS record FROM ${sql.table(tableOf(model))} t WHERE ${idIs(model, 't', id)} AND ${readableRows(viewer, model, 't')}`,
    on,
  );
  if (!row) throw new AppError('not_found');
  return row.record;
}

/** Several records as JSON texts, by their UUIDs; what the viewer may not read is missing. */
export async function getTexts(
  viewer: Viewer,
  model: Model,
  ids: readonly string[],
  on: Executor = getReadPool(),
): Promise<Map<string, string>> {
  const rows = await query<{ id: string; record: string }>(
    sql`SELECT t.id::text, ${recordJson(viewer, model, 't')}::text AS record FROM ${sql.table(tableOf(model))} t
      WHERE t.id = ANY(${[...ids]}::uuid[]) AND ${readableRows(viewer, model, 't')}`,
    on,
  );
  return new Map(rows.map(({ id, record }) => [id, record]));
}

/** One record, parsed, for pages. */
export async function getRecord(
  viewer: Viewer,
  model: Model,
  id: string | number,
  shape: Shape = {},
  on?: Executor,
): Promise<AnyRecord> {
  // PostgreSQL built it from the declaration, so its shape is the record's.
  return JSON.parse(await getText(viewer, model, id, shape, on)) as AnyRecord;
}

export type Rights = Readonly<Record<'update' | 'delete' | 'manage' | 'own', boolean>>;

/** What the viewer may do to a record that they may read, decided by the same conditions as the writes. */
export async function rightsOn(
  viewer: Viewer,
  model: Model,
  ids: readonly (string | number)[],
  on: Executor = getReadPool(),
): Promise<Map<string, Rights>> {
  if (ids.length === 0) return new Map();
  const can = (action: Action) => sql`${allowed(viewer, model, 't', action)}`;
  const key = model.number === 'id' ? sql`t.number` : sql`t.id`;
  const rows = await query<{ id: string } & Rights>(
    sql`SELECT ${key}::text AS id, ${can('update')} AS "update", ${can('delete')} AS "delete", ${can('manage')} AS "manage", ${can('own')} AS "own"
      FROM ${sql.table(tableOf(model))} t WHERE ${idsAre(model, 't', ids)} AND ${readableRows(viewer, model, 't')}`,
    on,
  );
  return new Map(rows.map(({ id, ...rights }) => [id, rights]));
}
