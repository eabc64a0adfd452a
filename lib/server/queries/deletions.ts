import 'server-only';
import { isReference, type Model } from '@/lib/declare/model';
import { columnOf, linkTableOf, scopeLink, tableOf } from '@/lib/declare/tables';
import { modelNamed, storedModels } from '@/lib/models';
import { restorable } from '../access';
import { getReadPool } from '../db/pool';
import { query, queryPlannedOnce, sql, type Sql } from '../db/sql';
import { titleSql } from '../rules';
import type { Viewer } from '../viewer';
import { isoInstant, readableRows } from './record';
import { isRoot, mayBringBack } from './taken';

/** More of one model in one deletion are not counted. */
export const takenMax = 1000;

/** What one deletion took of one model, as far as the viewer may bring it back. */
export type TakenRow = {
  readonly deletion: string;
  readonly model: string;
  /** How many were deleted for their own sake, up to one more than `takenMax`; the same for those that went along. */
  readonly roots: number;
  readonly along: number;
  /** Of the first of those deleted for their own sake; `places` tells on what they hang. */
  readonly titles: readonly string[];
  readonly places: readonly string[];
  readonly id: string | null;
  /** ISO instant. */
  readonly at: string;
  /** Who deleted it; empty for the system. */
  readonly person: string;
};

const titlesMax = 3;

/** Ids of the deletions of which the viewer may bring something back, the newest first: they carry the time in which they were made. */
export async function deletionIds(
  viewer: Viewer,
  models: readonly Model[],
  { before, limit }: { before: string | null; limit: number },
): Promise<string[]> {
  const older = before === null ? sql`` : sql` AND t.deletion < ${before}::uuid`;
  const each = models.map(
    (model) => sql`(SELECT DISTINCT t.deletion FROM ${sql.table(tableOf(model))} t
      WHERE t.deletion IS NOT NULL${older} AND ${isRoot(model, 't')} AND ${restorable(viewer, model, 't')} ORDER BY t.deletion DESC LIMIT ${limit})`,
  );
  const rows = await query<{ deletion: string }>(
    sql`SELECT DISTINCT d.deletion::text AS deletion FROM (${sql.join(each, sql` UNION ALL `)}) d ORDER BY 1 DESC LIMIT ${limit}`,
    getReadPool(),
  );
  return rows.map(({ deletion }) => deletion);
}

/** What these deletions took, in one statement. */
export async function takenIn(viewer: Viewer, deletions: readonly string[]): Promise<TakenRow[]> {
  if (deletions.length === 0) return [];
  const each = storedModels.map(
    (model) => sql`SELECT w.deletion, ${sql.lit(model.name)} AS model, r.* FROM wanted w CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE f.taken_root)::int AS roots, count(*) FILTER (WHERE NOT f.taken_root)::int AS along,
        coalesce((array_agg(f.taken_title ORDER BY f.taken_title) FILTER (WHERE f.taken_root))[1:${sql.lit(titlesMax)}], '{}') AS titles,
        coalesce((array_agg(DISTINCT f.taken_place) FILTER (WHERE f.taken_place <> ''))[1:${sql.lit(titlesMax)}], '{}') AS places,
        (array_agg(f.id ORDER BY f.taken_title) FILTER (WHERE f.taken_root))[1] AS id, max(f.deleted_at) AS deleted_at, (array_agg(f.updated_by))[1] AS updated_by
      FROM (SELECT t.*, CASE WHEN t.taken_root THEN ${placeSql(viewer, model, 't')} END AS taken_place
        FROM (SELECT t.*, ${isRoot(model, 't')} AS taken_root, ${titleSql(model, 't')} AS taken_title FROM ${sql.table(tableOf(model))} t
          WHERE t.deletion = w.deletion AND ${mayBringBack(viewer, model, 't')} LIMIT ${sql.lit(takenMax + 1)}) t) f) r WHERE r.roots + r.along > 0`,
  );
  return queryPlannedOnce<TakenRow>(
    sql`WITH wanted AS (SELECT unnest(${deletions}::uuid[]) AS deletion)
      SELECT a.deletion::text, a.model, a.roots, a.along, a.titles, a.places, a.id::text, ${isoInstant(sql`a.deleted_at`)} AS at,
        coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email::text, '') AS person
      FROM (${sql.join(each, sql` UNION ALL `)}) a LEFT JOIN "user" u ON u.id = a.updated_by`,
    getReadPool(),
  );
}

/** On what a record hangs, up to the project, setup or inventory: "Day 1, Place cells". Names only what the viewer may read. */
function placeSql(viewer: Viewer, model: Model, row: string): Sql {
  const alias = `${row}_w`;
  const link = scopeLink(model);
  if (link) {
    const target = modelNamed(link.to);
    return sql`(SELECT string_agg(${titleSql(target, alias)}, ', ' ORDER BY ${titleSql(target, alias)}) FROM ${sql.table(linkTableOf(model, link.name))} l
      JOIN ${sql.table(tableOf(target))} ${sql.ref(alias)} ON ${sql.ref(`${alias}.id`)} = l.target_id WHERE l.source_id = ${sql.ref(`${row}.id`)} AND ${readableRows(viewer, target, alias)})`;
  }
  const name = model.access.by === 'via' ? model.access.field : '';
  const field = model.fields[name];
  if (!field || !isReference(field)) return sql`NULL::text`;
  const parent = modelNamed(field.to);
  return sql`(SELECT concat_ws(', ', ${titleSql(parent, alias)}, ${placeSql(viewer, parent, alias)}) FROM ${sql.table(tableOf(parent))} ${sql.ref(alias)}
    WHERE ${sql.ref(`${alias}.id`)} = ${sql.ref(`${row}.${columnOf(name, field)}`)} AND ${readableRows(viewer, parent, alias)})`;
}
