import 'server-only';
import type { Counted, SightChange, SightOfPerson } from '@/lib/declare/many-changes';
import { isReference, isReferences, type Model } from '@/lib/declare/model';
import { accessTableOf, columnOf, grantTableOf, grantsToGroups, linkTableOf, tableOf } from '@/lib/declare/tables';
import { query, sql, type Executor, type Sql } from '../db/sql';
import { titleSql } from '../rules';
import type { Viewer } from '../viewer';
import { readableRows } from './record';

/** The projects (setups, inventories) of each record through which it is seen, of those that the viewer may read. */
export type Parents = ReadonlyMap<string, readonly string[]>;

/** Where records are seen through: `name` is their field, `to` the model with the access list. */
export type Scope = { readonly name: string; readonly to: Model };

/** The parents of records at this moment of a transaction. */
export async function parentsOf(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  { name, to }: Scope,
  ids: readonly string[],
): Promise<Parents> {
  const rows = await query<{ id: string; parents: string[] }>(
    sql`SELECT l.source_id::text AS id, array_agg(p.id::text ORDER BY p.id) AS parents FROM (${linksTo(model, name)}) l
      JOIN ${sql.table(tableOf(to))} p ON p.id = l.target_id AND ${readableRows(viewer, to, 'p')}
      WHERE l.source_id = ANY(${ids}::uuid[]) GROUP BY l.source_id`,
    tx,
  );
  return new Map(rows.map(({ id, parents }) => [id, parents]));
}

function linksTo(model: Model, name: string): Sql {
  const field = model.fields[name];
  if (field && isReferences(field)) return sql`SELECT source_id, target_id FROM ${sql.table(linkTableOf(model, name))}`;
  if (field && isReference(field))
    return sql`SELECT id AS source_id, ${sql.ref(columnOf(name, field))} AS target_id FROM ${sql.table(tableOf(model))}`;
  throw new Error(`${model.name}.${name} links nothing.`);
}

/** Records whose parents change alike: there are few ways, however many records. */
type Way = { readonly before: readonly string[]; readonly after: readonly string[]; records: number };

function waysOf(before: Parents, after: Parents): Way[] {
  const ways = new Map<string, Way>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id) ?? [], after.get(id) ?? []];
    const key = `${was.join()}>${is.join()}`;
    const way = ways.get(key) ?? { before: was, after: is, records: 0 };
    way.records += 1;
    ways.set(key, way);
  }
  return [...ways.values()].filter((way) => way.before.join() !== way.after.join());
}

/** Who comes to see records and who no longer does, when their parents become others. Null when nobody does. */
export async function sightChange(
  tx: Executor,
  to: Model,
  before: Parents,
  after: Parents,
): Promise<SightChange | null> {
  const ways = waysOf(before, after);
  if (ways.length === 0) return null;
  const back = ways.map((way) => ({ ...way, before: way.after, after: way.before }));
  const open = await publicOnes(tx, to, ways);
  return {
    gaining: await gaining(tx, to, ways),
    losing: await gaining(tx, to, back),
    becomesPublic: opened(ways, open),
    endsPublic: opened(back, open),
  };
}

const pairs = (ways: readonly Way[], side: 'before' | 'after'): Sql => {
  const all = ways.flatMap((way, index) => way[side].map((parent) => ({ index, parent })));
  return sql`(SELECT * FROM unnest(${all.map(({ index }) => index)}::int[], ${all.map(({ parent }) => parent)}::uuid[]) AS w(way, parent))`;
};

type Gain = Omit<SightOfPerson, 'records'> & { readonly ways: readonly number[] };

/** People on the access lists afterwards who were on none before. */
async function gaining(tx: Executor, to: Model, ways: readonly Way[]): Promise<SightOfPerson[]> {
  const access = sql.table(accessTableOf(to));
  const groups = grantsToGroups(to)
    ? sql`coalesce((SELECT array_agg(DISTINCT o.name ORDER BY o.name) FROM ${sql.table(grantTableOf(to))} g JOIN "group" o ON o.id = g.group_id AND o.live
        JOIN group_grant m ON m.record_id = o.id AND m.user_id = u.id WHERE g.record_id = ANY(n.parents)), '{}')`
    : sql`'{}'::text[]`;
  const rows = await query<Gain>(
    sql`WITH was AS ${pairs(ways, 'before')}, becomes AS ${pairs(ways, 'after')},
      n AS (SELECT a.user_id, array_agg(DISTINCT b.way) AS ways, array_agg(DISTINCT b.parent) AS parents FROM becomes b JOIN ${access} a ON a.record_id = b.parent
        WHERE NOT EXISTS (SELECT 1 FROM was w JOIN ${access} c ON c.record_id = w.parent AND c.user_id = a.user_id WHERE w.way = b.way) GROUP BY a.user_id)
      SELECT u.number AS id, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email::text) AS name, u.email::text AS email, ${groups} AS groups, n.ways
      FROM n JOIN "user" u ON u.id = n.user_id AND u.live ORDER BY 2, 1`,
    tx,
  );
  return rows.map(({ ways: through, ...person }) => ({
    ...person,
    records: through.reduce((sum, way) => sum + (ways[way]?.records ?? 0), 0),
  }));
}

async function publicOnes(tx: Executor, to: Model, ways: readonly Way[]): Promise<ReadonlyMap<string, string>> {
  if (!('is_public' in to.fields)) return new Map();
  const ids = [...new Set(ways.flatMap(({ before, after }) => [...before, ...after]))];
  const rows = await query<{ id: string; title: string }>(
    sql`SELECT p.id::text, ${titleSql(to, 'p')} AS title FROM ${sql.table(tableOf(to))} p WHERE p.id = ANY(${ids}::uuid[]) AND p.is_public`,
    tx,
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

function opened(ways: readonly Way[], open: ReadonlyMap<string, string>): Counted {
  const opening = ways.filter(
    ({ before, after }) => after.some((id) => open.has(id)) && !before.some((id) => open.has(id)),
  );
  const titles = new Set(opening.flatMap(({ after }) => after.flatMap((id) => open.get(id) ?? [])));
  return { count: opening.reduce((sum, { records }) => sum + records, 0), titles: [...titles] };
}
