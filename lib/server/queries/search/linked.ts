import 'server-only';
import type { Model } from '@/lib/declare/model';
import type { SearchQuery } from '@/lib/declare/search-query';
import { tableOf } from '@/lib/declare/tables';
import { getReadPool } from '../../db/pool';
import { query, queryOne, queryPlanned, sql, type Sql } from '../../db/sql';
import { titleSql } from '../../rules';
import type { UserViewer } from '../../viewer';
import { readableRows } from '../record';
import { expectedRows, indexedLength } from './expected';
import {
  amongEquals,
  containing,
  hasTag,
  hasWords,
  hasWordsAtHand,
  isListed,
  likeness,
  alike,
  rankOf,
  ranks,
  type Found,
  type FoundOfKind,
} from './match';
import { neighbouringLinks, perScope, recentLinks, scopeOf, startingLinks, walkMax } from './scope';

/** Above so many candidates among all records, those that one sees are walked through instead. */
const candidatesMax = 5000;
/** Of the frequent words that recent records lack: how far back is looked. */
const longWalkMax = 5000;
/** The share of all records that the planner gives a tag that it knows nothing of is a quarter of this. */
const rareTag = 0.02;

type Step = { readonly found: readonly Found[]; readonly count: number | null; readonly isAll: boolean };

/**
 * What a kind has of which there may be a million, all of them linked to what gives access: step by step, from what an index
 * answers at once to what must be read, and no further than needed.
 */
export async function findLinked(
  viewer: UserViewer,
  model: Model,
  wanted: SearchQuery,
  limit: number,
): Promise<FoundOfKind> {
  const steps = [startsSo, amongRecent, inTitle, anywhere];
  let found: readonly Found[] = [];
  for (const step of steps) {
    // What comes later fits less well.
    if (found.length >= limit && (found[limit - 1]?.rank ?? 0) <= ranks.start) break;
    // Who typed a whole name has found it: what else mentions it is looked for among the recent only.
    if (found[0]?.rank === ranks.exact && step !== amongRecent) break;
    const next = await step(viewer, model, wanted, limit, found);
    if (!next) continue;
    found = merged(found, next.found, limit);
    if (next.isAll) return { model, found, count: next.count };
  }
  return { model, found, count: null };
}

/** What was found before and after it, each once, the best first. */
export function merged(before: readonly Found[], after: readonly Found[], limit: number): Found[] {
  const known = new Set(before.map(({ id }) => id));
  return [...before, ...after.filter(({ id }) => !known.has(id))].sort((a, b) => a.rank - b.rank).slice(0, limit);
}

type FindStep = (
  viewer: UserViewer,
  model: Model,
  wanted: SearchQuery,
  limit: number,
  found: readonly Found[],
) => Promise<Step | null>;

/** Called exactly so, or begins so: an index of every project answers. */
const startsSo: FindStep = async (viewer, model, wanted, limit) => {
  const rank = rankOf(titleSql(model, 't'), wanted);
  const found = await query<Found>(
    sql`WITH ${scopeOf(viewer, model)}, begun AS MATERIALIZED (SELECT f.id, max(f.at) AS at, bool_or(f.title = ${wanted.text}) AS is_exact
        FROM scope s CROSS JOIN LATERAL (${startingLinks(model, wanted.text)}) f GROUP BY f.id ORDER BY is_exact DESC, at DESC LIMIT 200)
      SELECT t.id::text, ${rank} AS rank FROM begun b JOIN ${sql.table(tableOf(model))} t ON t.id = b.id
      WHERE ${readableRows(viewer, model, 't')} ORDER BY rank, ${amongEquals(viewer, 't')} LIMIT ${limit}`,
    getReadPool(),
  );
  return { found, count: null, isAll: false };
};

/** Among what changed last in each project: finds frequent words at once, and everything in a small laboratory. */
const amongRecent: FindStep = (viewer, model, wanted, limit) => walk(viewer, model, wanted, limit, walkMax);

async function walk(viewer: UserViewer, model: Model, wanted: SearchQuery, limit: number, max: number): Promise<Step> {
  const row = await queryOne<{ found: Found[]; count: number; is_all: boolean }>(
    sql`WITH ${scopeOf(viewer, model)}, ${recentLinks(model, max)},
      fitting AS MATERIALIZED (SELECT t.*, ${rankOf(titleSql(model, 't'), wanted)} AS rank FROM recent r JOIN ${sql.table(tableOf(model))} t ON t.id = r.id WHERE ${hasWordsAtHand(model, 't', wanted)}),
      best AS (SELECT t.id, t.rank, row_number() OVER (ORDER BY t.rank, ${amongEquals(viewer, 't')}) AS place FROM fitting t WHERE ${readableRows(viewer, model, 't')} ORDER BY place LIMIT ${limit})
      SELECT (SELECT coalesce(json_agg(json_build_object('id', id, 'rank', rank) ORDER BY place), '[]'::json) FROM best) AS found,
        (SELECT count(*)::int FROM fitting t WHERE ${isListed(model, 't', wanted)}) AS count,
        (SELECT count(*) < ${max} AND coalesce(max(n), 0) < ${perScope(max)} FROM recent) AS is_all`,
    getReadPool(),
  );
  return { found: row?.found ?? [], count: row?.count ?? 0, isAll: row?.is_all ?? true };
}

/** Older ones whose title has the words, where text alone fits so far. */
const inTitle: FindStep = async (viewer, model, wanted, limit, found) => {
  if (found.length >= limit && (found[limit - 1]?.rank ?? 0) <= ranks.inside) return null;
  const words = wanted.words.filter((word) => word.length >= indexedLength);
  const title = sql.ref(`t.${model.title}`);
  if (words.length === 0) return null;
  const condition = sql.join(
    words.map((word) => sql`${title} ILIKE ${containing(word)}`),
    sql` AND `,
  );
  const [expected = 0] = await expectedRows([[model, condition]]);
  return expected > candidatesMax ? null : amongCandidates(viewer, model, wanted, limit, condition);
};

/** Older ones that have the words anywhere, or as tags. */
const anywhere: FindStep = async (viewer, model, wanted, limit, found) => {
  const { words } = wanted;
  if (found.length >= limit || !words.every((word) => word.length >= indexedLength)) return null;
  const conditions = [
    sql`true`,
    hasWords(model, 't', words, false),
    'tags' in model.fields ? hasTag('t', words) : sql`false`,
  ];
  const [all = 0, inTexts = 0, tagged = 0] = await expectedRows(conditions.map((condition) => [model, condition]));
  if (inTexts > candidatesMax) return walk(viewer, model, wanted, limit, longWalkMax);
  const withTags = tagged <= all * rareTag * words.length;
  return amongCandidates(viewer, model, wanted, limit, hasWords(model, 't', words, withTags));
};

/** Those that an index over all records names, then looked up in the scope. */
async function amongCandidates(
  viewer: UserViewer,
  model: Model,
  wanted: SearchQuery,
  limit: number,
  condition: Sql,
): Promise<Step> {
  const found = await queryPlanned<Found>(
    sql`WITH candidate AS MATERIALIZED (SELECT t.* FROM ${sql.table(tableOf(model))} t WHERE t.live AND ${condition})
      SELECT t.id::text, ${rankOf(titleSql(model, 't'), wanted)} AS rank FROM candidate t
      WHERE ${hasWordsAtHand(model, 't', wanted)} AND ${readableRows(viewer, model, 't')} ORDER BY rank, ${amongEquals(viewer, 't')} LIMIT ${limit}`,
    getReadPool(),
  );
  return { found, count: null, isAll: false };
}

/** What is called alike: among what stands next to it in order and what changed last, never beyond what the viewer may read. */
export async function findLinkedAlike(
  viewer: UserViewer,
  model: Model,
  wanted: SearchQuery,
  limit: number,
): Promise<FoundOfKind> {
  const found = await query<Found>(
    sql`WITH ${scopeOf(viewer, model)}, ${recentLinks(model, walkMax, true)},
      near AS (SELECT r.id, r.title FROM recent r UNION SELECT f.id, f.title FROM scope s CROSS JOIN LATERAL (${neighbouringLinks(model, wanted.text)}) f),
      -- The index on titles has them in lower case: one may be there under both.
      like_it AS MATERIALIZED (SELECT n.id, max(${likeness(sql.ref('n.title'), wanted)}) AS likeness FROM near n GROUP BY n.id)
      SELECT t.id::text, ${sql.lit(ranks.typo)} AS rank FROM like_it l JOIN ${sql.table(tableOf(model))} t ON t.id = l.id
      WHERE l.likeness >= ${alike} AND ${readableRows(viewer, model, 't')} ORDER BY l.likeness DESC, ${amongEquals(viewer, 't')} LIMIT ${limit}`,
    getReadPool(),
  );
  return { model, found, count: null };
}
