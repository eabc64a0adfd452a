import 'server-only';
import { session } from '@/lib/models/session';
import { accessTableOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { project } from '@/lib/models/project';
import { sql, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { isScopedUser } from './list';
import { readableRows } from './record';

/** The Monday (a local timestamp) of the week of an instant, on the clock of `zone`. */
export const mondayOf = (instant: Sql, zone: string): Sql => sql`date_trunc('week', ${instant} AT TIME ZONE ${zone})`;

/** The Mondays of `count` weeks up to that of `last` (a local timestamp), the oldest first, as rows `w.monday`. */
export const mondays = (last: Sql, count: number): Sql =>
  sql`generate_series(${last} - make_interval(weeks => ${count - 1}), ${last}, interval '1 week') AS w(monday)`;

/** A Monday as charts and tables name it: `2026-10-05`. */
export const mondayText = (monday: Sql): Sql => sql`to_char(${monday}, 'YYYY-MM-DD')`;

/**
 * The sessions that the viewer may read whose `key` lies between two instants, as rows (id, at). By the links of their
 * projects, which an index holds in that order: what it costs follows from what one may see, not from what there is.
 */
export function sessionsBetween(viewer: Viewer, key: 'date_time' | 'created_at', from: Sql, to: Sql): Sql {
  if (!isScopedUser(viewer)) {
    const at = sql.ref(`t.${key}`);
    return sql`SELECT t.id, ${at} AS at FROM ${sql.table(tableOf(session))} t WHERE ${at} >= ${from} AND ${at} < ${to} AND ${readableRows(viewer, session, 't')}`;
  }
  const at = sql.ref(`l.sort_${key}`);
  return sql`SELECT DISTINCT l.source_id AS id, ${at} AS at FROM ${sql.table(accessTableOf(project))} a
    JOIN ${sql.table(linkTableOf(session, 'projects'))} l ON l.target_id = a.record_id AND l.live
    WHERE a.user_id = ${viewer.id} AND ${at} >= ${from} AND ${at} < ${to}`;
}
