import 'server-only';
import type { Model } from '@/lib/declare/model';
import { linkTableOf, scopeLink } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { readableIds } from '../../access';
import { sql, type Sql } from '../../db/sql';
import type { UserViewer } from '../../viewer';

/** How many of the records that changed last are read through. */
export const walkMax = 1000;
const startingMax = 40;
const neighboursMax = 6;

function linkOf(model: Model): { table: Sql; to: Model } {
  const link = scopeLink(model);
  if (!link) throw new Error(`${model.name} has no links through which access comes.`);
  return { table: sql.table(linkTableOf(model, link.name)), to: modelNamed(link.to) };
}

/** `scope(id)`: what the viewer reads the records of the model through. */
export const scopeOf = (viewer: UserViewer, model: Model): Sql =>
  sql`scope AS MATERIALIZED (${readableIds(viewer, linkOf(model).to)})`;

/** How many are taken of each: an equal share, and some more, for few change everywhere. */
export const perScope = (max: number): Sql => sql`(SELECT ${max}::int / greatest(count(*), 1) + 10 FROM scope)`;

/**
 * `recent(id, at, n)`: what changed last, read from an index on the links alone; with `withTitle` also the link's copy of the
 * title, for which the link itself is read.
 */
export function recentLinks(model: Model, max: number, withTitle = false): Sql {
  const { table } = linkOf(model);
  const [title, titles] = withTitle
    ? [sql`, ${sql.ref(`l.sort_${model.title}`)} AS title`, sql`, min(f.title) AS title`]
    : [sql``, sql``];
  return sql`recent AS MATERIALIZED (SELECT f.id, max(f.at) AS at, max(f.n) AS n${titles} FROM scope s CROSS JOIN LATERAL (
      SELECT l.source_id AS id, l.sort_updated_at AS at, row_number() OVER (ORDER BY l.sort_updated_at DESC, l.source_id DESC) AS n${title}
      FROM ${table} l WHERE l.target_id = s.id AND l.live ORDER BY l.sort_updated_at DESC, l.source_id DESC LIMIT ${perScope(max)}) f
    GROUP BY f.id ORDER BY at DESC LIMIT ${max})`;
}

/** The links of a scope `s` in the order of an index, by their title in lower case. */
function titledLinks(model: Model) {
  const { table } = linkOf(model);
  const title = sql`lower(${sql.ref(`l.sort_${model.title}`)}) COLLATE "C"`;
  const select = sql`SELECT l.source_id AS id, ${title} AS title, l.sort_updated_at AS at FROM ${table} l WHERE l.target_id = s.id AND l.live`;
  return { title, select };
}

/** Those whose title is or begins with a text in lower case: some of the last in order, for names end in numbers and dates. */
export function startingLinks(model: Model, text: string): Sql {
  const { title, select } = titledLinks(model);
  return sql`(${select} AND ${title} = ${text})
    UNION ALL (${select} AND ${title} >= ${text} AND ${title} < ${`${text}\u{10ffff}`} ORDER BY ${title} DESC LIMIT ${sql.lit(startingMax)})`;
}

/** Those that stand next to a text in order: they begin like it, up to where it was mistyped. */
export function neighbouringLinks(model: Model, text: string): Sql {
  const { title, select } = titledLinks(model);
  const most = sql.lit(neighboursMax);
  return sql`(${select} AND ${title} < ${text} ORDER BY ${title} DESC LIMIT ${most}) UNION ALL (${select} AND ${title} >= ${text} ORDER BY ${title} LIMIT ${most})`;
}
