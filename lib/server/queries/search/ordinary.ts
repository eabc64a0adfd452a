import 'server-only';
import type { Model } from '@/lib/declare/model';
import type { SearchQuery } from '@/lib/declare/search-query';
import { tableOf } from '@/lib/declare/tables';
import { getReadPool } from '../../db/pool';
import { queryPlannedOnce, sql, type Sql } from '../../db/sql';
import { titleSql } from '../../rules';
import type { UserViewer } from '../../viewer';
import { readableRows } from '../record';
import { alike, amongEquals, hasWords, isListed, likeness, rankOf, ranks, type FoundOfKind } from './match';

type Row = { model: string; id: string; rank: number; count: number };

/** What the kinds have whose rows are asked one by one whether they may be read: all in one statement. */
export async function findOrdinary(
  viewer: UserViewer,
  models: readonly Model[],
  wanted: SearchQuery,
  limit: number,
): Promise<FoundOfKind[]> {
  if (models.length === 0) return [];
  const rows = await queryPlannedOnce<Row>(
    sql.join(
      models.map((model) => ofKind(viewer, model, wanted, limit)),
      sql` UNION ALL `,
    ),
    getReadPool(),
  );
  return byKind(models, rows);
}

function ofKind(viewer: UserViewer, model: Model, wanted: SearchQuery, limit: number): Sql {
  const title = titleSql(model, 't');
  // Candidates first: only what has the words is then looked up in the scope.
  return sql`(SELECT ${sql.lit(model.name)} AS model, t.id::text, ${rankOf(title, wanted)} AS rank, (count(*) FILTER (WHERE ${isListed(model, 't', wanted)}) OVER ())::int AS count
    FROM (WITH candidate AS MATERIALIZED (SELECT t.* FROM ${sql.table(tableOf(model))} t WHERE t.live AND ${hasWords(model, 't', wanted.words)})
      SELECT t.* FROM candidate t WHERE ${readableRows(viewer, model, 't')}) t
    ORDER BY rank, ${amongEquals(viewer, 't')} LIMIT ${limit})`;
}

/** What is called alike in the same kinds. The likeness is only worked out for what the viewer may read. */
export async function findOrdinaryAlike(
  viewer: UserViewer,
  models: readonly Model[],
  wanted: SearchQuery,
  limit: number,
): Promise<FoundOfKind[]> {
  if (models.length === 0) return [];
  const statements = models.map((model) => {
    const like = likeness(titleSql(model, 't'), wanted);
    return sql`(SELECT ${sql.lit(model.name)} AS model, t.id::text, ${sql.lit(ranks.typo)} AS rank, 0 AS count
      FROM (WITH readable AS MATERIALIZED (SELECT t.* FROM ${sql.table(tableOf(model))} t WHERE ${readableRows(viewer, model, 't')} ORDER BY t.updated_at DESC LIMIT 2000)
        SELECT t.*, ${like} AS likeness FROM readable t) t
      WHERE t.likeness >= ${alike} ORDER BY t.likeness DESC, ${amongEquals(viewer, 't')} LIMIT ${limit})`;
  });
  return byKind(models, await queryPlannedOnce<Row>(sql.join(statements, sql` UNION ALL `), getReadPool()));
}

const byKind = (models: readonly Model[], rows: readonly Row[]): FoundOfKind[] =>
  models.flatMap((model) => {
    const found = rows.filter((row) => row.model === model.name);
    return found.length > 0 ? [{ model, found, count: found[0]?.count ?? null }] : [];
  });
