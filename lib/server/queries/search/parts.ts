import 'server-only';
import { isReference, type Model } from '@/lib/declare/model';
import type { SearchQuery } from '@/lib/declare/search-query';
import { columnOf, tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { getReadPool } from '../../db/pool';
import { query, queryPlanned, sql, type Sql } from '../../db/sql';
import { titleSql } from '../../rules';
import type { UserViewer } from '../../viewer';
import { readableRows } from '../record';
import { expectedRows, indexedLength } from './expected';
import { merged } from './linked';
import { amongEquals, containing, hasWordsAtHand, listedColumns, rankOf, type Found, type FoundOfKind } from './match';
import { recentLinks, scopeOf, walkMax } from './scope';

/** What so many of all records are called (“Task”) is looked for only by who narrows the search to the kind. */
const candidatesMax = 1000;

type Candidate = { model: string; id: string };
type Row = Candidate & { rank: number };

/**
 * Parts of sessions that have the words in their names or notes, of which there may be several millions: those that the trigram
 * indexes name, where the planner expects few. Most searches end before anything is looked up in the scope.
 */
export async function findParts(
  viewer: UserViewer,
  models: readonly Model[],
  wanted: SearchQuery,
  limit: number,
): Promise<FoundOfKind[]> {
  if (models.length === 0 || !wanted.words.every((word) => word.length >= indexedLength)) return [];
  const candidates = await candidatesOf(models, wanted);
  const named = models.filter(({ name }) => candidates.has(name));
  if (named.length === 0) return [];
  const statements = named.map(
    (model) => sql`(SELECT ${sql.lit(model.name)} AS model, t.id::text, ${rankOf(titleSql(model, 't'), wanted)} AS rank
      FROM ${sql.table(tableOf(model))} t WHERE t.id = ANY(${candidates.get(model.name)?.map(({ id }) => id) ?? []}::uuid[]) AND ${readableRows(viewer, model, 't')}
      ORDER BY rank, ${amongEquals(viewer, 't')} LIMIT ${limit})`,
  );
  const rows = await query<Row>(sql.join(statements, sql` UNION ALL `), getReadPool());
  return named.flatMap((model) => {
    const found = rows.flatMap((row) => (row.model === model.name ? [{ id: row.id, rank: row.rank }] : []));
    return found.length > 0 ? [{ model, found, count: null }] : [];
  });
}

/** Ids that the indexes name, by kind, of whatever laboratory: nothing of them is told before it is found in the scope. */
async function candidatesOf(models: readonly Model[], { words }: SearchQuery): Promise<Map<string, Candidate[]>> {
  const asked = models.map((model) => [model, hasAllWords(model, words)] as const);
  const expected = await expectedRows(asked);
  const rare = asked.filter((_, index) => (expected[index] ?? 0) <= candidatesMax);
  if (rare.length === 0) return new Map();
  const statements = rare.map(
    ([model, condition]) =>
      sql`(SELECT ${sql.lit(model.name)} AS model, t.id::text FROM ${sql.table(tableOf(model))} t WHERE t.live AND ${condition} LIMIT ${candidatesMax})`,
  );
  const rows = await queryPlanned<Candidate>(sql.join(statements, sql` UNION ALL `), getReadPool());
  return Map.groupBy(rows, ({ model }) => model);
}

/** The same for one kind that somebody asks for by name: also what is frequent, in what changed last. */
export async function findPartsOf(
  viewer: UserViewer,
  model: Model,
  wanted: SearchQuery,
  limit: number,
): Promise<FoundOfKind[]> {
  const [named, recent] = await Promise.all([
    findParts(viewer, [model], wanted, limit),
    amongRecent(viewer, model, wanted, limit),
  ]);
  return [{ model, found: merged(named[0]?.found ?? [], recent, limit), count: null }];
}

/** Only columns with an index: what a type is called is no text of the row. */
const hasAllWords = (model: Model, words: readonly string[]): Sql =>
  sql`(${sql.join(
    words.map(
      (word) =>
        sql`(${sql.join(
          listedColumns(model, 't').map((column) => sql`${column} ILIKE ${containing(word)}`),
          sql` OR `,
        )})`,
    ),
    sql` AND `,
  )})`;

/** In the records that changed last of those on whose pages they stand. */
async function amongRecent(viewer: UserViewer, model: Model, wanted: SearchQuery, limit: number): Promise<Found[]> {
  const name = model.shownOn ?? '';
  const field = model.fields[name];
  if (!field || !isReference(field)) return [];
  const home = modelNamed(field.to);
  return query<Found>(
    sql`WITH ${scopeOf(viewer, home)}, ${recentLinks(home, walkMax)}
      SELECT t.id::text, ${rankOf(titleSql(model, 't'), wanted)} AS rank FROM recent r JOIN ${sql.table(tableOf(model))} t ON ${sql.ref(`t.${columnOf(name, field)}`)} = r.id
      WHERE ${hasWordsAtHand(model, 't', wanted)} AND ${readableRows(viewer, model, 't')} ORDER BY rank, ${amongEquals(viewer, 't')} LIMIT ${limit}`,
    getReadPool(),
  );
}
