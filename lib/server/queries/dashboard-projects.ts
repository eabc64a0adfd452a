import 'server-only';
import { levelOf, type Level } from '@/lib/declare/levels';
import { project } from '@/lib/models/project';
import { levelExpression } from '../access';
import { getReadPool } from '../db/pool';
import { query, sql } from '../db/sql';
import type { UserViewer } from '../viewer';
import { readableRows } from './record';

/** A project with what has happened in it last, and who is on it. */
export type RecentProject = {
  readonly id: string;
  readonly name: string;
  /** What the viewer is in it. */
  readonly level: Level;
  readonly sessions: number;
  /** Names of those with access, owners first; the first few. */
  readonly people: readonly string[];
  readonly peopleCount: number;
};

const namesShown = 3;

/** The projects that the viewer may read, those worked in last first. One statement. */
export async function recentProjects(viewer: UserViewer, limit: number): Promise<RecentProject[]> {
  const name = sql`coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email::text)`;
  const rows = await query<Omit<RecentProject, 'level'> & { level: number }>(
    sql`WITH latest AS MATERIALIZED (SELECT t.id, t.name, ${levelExpression(viewer, project, 't')} AS level, greatest(t.updated_at, s.at) AS at
        FROM project t LEFT JOIN LATERAL (SELECT l.sort_updated_at AS at FROM session_projects l WHERE l.target_id = t.id AND l.live
          ORDER BY l.sort_updated_at DESC LIMIT 1) s ON true
        WHERE ${readableRows(viewer, project, 't')} ORDER BY 4 DESC, t.id LIMIT ${limit})
      SELECT p.id::text, p.name, p.level::int,
        (SELECT count(*)::int FROM session_projects l WHERE l.target_id = p.id AND l.live) AS sessions,
        coalesce(a.people, '[]'::json) AS people, coalesce(a.count, 0) AS "peopleCount"
      FROM latest p LEFT JOIN LATERAL (SELECT count(*)::int AS count,
          (SELECT json_agg(n.name) FROM (SELECT ${name} AS name FROM project_access x JOIN "user" u ON u.id = x.user_id AND u.live
            WHERE x.record_id = p.id ORDER BY x.level DESC, 1 LIMIT ${namesShown}) n) AS people
        FROM project_access x JOIN "user" u ON u.id = x.user_id AND u.live WHERE x.record_id = p.id) a ON true
      ORDER BY p.at DESC, p.id`,
    getReadPool(),
  );
  return rows.map(({ level, ...row }) => ({ ...row, level: levelOf(level) ?? 'member' }));
}
