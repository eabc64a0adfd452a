import 'server-only';
import { isReference, isReferences, type Model } from '@/lib/declare/model';
import { columnOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { query, sql, type Executor, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { readableRows, wireId } from './record';

/** A record that a cell may name. `homes` are the ids of what it lies in (session, subject, projects), and its facet. */
export type NamedRecord = { readonly id: string; readonly names: readonly string[]; readonly homes: readonly string[] };

/** Names asked for a suggestion: more of them would only repeat a mistake of the whole column. */
const suggestionsMax = 20;

/** The records among those the viewer may read that bear one of the names, in whatever case, or one of the ids. */
export function findNamed(
  tx: Executor,
  viewer: Viewer,
  target: Model,
  by: readonly string[],
  texts: readonly string[],
  facet: string | null,
): Promise<NamedRecord[]> {
  const byNumber = target.number === 'id';
  const ids = texts.filter((text) => (byNumber ? /^\d{1,9}$/ : uuid).test(text));
  const isIt = byNumber ? sql`r.number = ANY(${ids.map(Number)}::int[])` : sql`r.id = ANY(${ids}::uuid[])`;
  const names = by.map((name) => nameSql(target, name, 'r'));
  const isNamed = names.map((name) => sql`lower(${name}) IN (SELECT lower(given) FROM unnest(${texts}::text[]) given)`);
  const homes = facet ? sql`${homesSql(target, 'r')} || ARRAY[${nameSql(target, facet, 'r')}]` : homesSql(target, 'r');
  return query<NamedRecord>(
    sql`SELECT ${wireId(target, 'r')}::text AS id, ARRAY[${sql.join(names)}] AS names, ${homes} AS homes FROM ${sql.table(tableOf(target))} r
      WHERE (${sql.join([isIt, ...isNamed], sql` OR `)}) AND ${readableRows(viewer, target, 'r')}`,
    tx,
  );
}

/** For each of the first texts the name that is most like it, among what the viewer may read. */
export async function nearestNames(
  tx: Executor,
  viewer: Viewer,
  target: Model,
  by: string,
  texts: readonly string[],
): Promise<Map<string, string>> {
  const name = nameSql(target, by, 'r');
  const rows = await query<{ given: string; name: string | null }>(
    sql`SELECT given, (SELECT ${name} FROM ${sql.table(tableOf(target))} r WHERE ${readableRows(viewer, target, 'r')}
        ORDER BY ${name} <-> given LIMIT 1) AS name FROM unnest(${texts.slice(0, suggestionsMax)}::text[]) given`,
    tx,
  );
  return new Map(rows.flatMap(({ given, name: near }) => (near === null ? [] : [[given, near]])));
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function nameSql(model: Model, name: string, row: string): Sql {
  const field = model.fields[name];
  if (!field) throw new Error(`${model.name} has no field ${name} to be named by.`);
  return sql`coalesce(${sql.ref(`${row}.${columnOf(name, field)}`)}::text, '')`;
}

/** The ids of all that gives access to a record, upwards. */
function homesSql(model: Model, row: string): Sql {
  const none = sql`'{}'::text[]`;
  if (model.access.by !== 'via') return none;
  const { field: name } = model.access;
  const field = model.fields[name];
  if (field && isReferences(field))
    return sql`ARRAY(SELECT l.target_id::text FROM ${sql.table(linkTableOf(model, name))} l WHERE l.source_id = ${sql.ref(`${row}.id`)})`;
  if (!field || !isReference(field)) return none;
  const parent = modelNamed(field.to);
  const id = sql.ref(`${row}.${columnOf(name, field)}`);
  const alias = `${row}_h`;
  return sql`(ARRAY[${id}::text] || coalesce((SELECT ${homesSql(parent, alias)} FROM ${sql.table(tableOf(parent))} ${sql.ref(alias)} WHERE ${sql.ref(`${alias}.id`)} = ${id}), ${none}))`;
}
