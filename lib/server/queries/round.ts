import 'server-only';
import type { LifeLog, LifeSession } from '@/lib/declare/subject-life';
import { models } from '@/lib/models';
import { getReadPool } from '../db/pool';
import { query, sql } from '../db/sql';
import type { UserViewer } from '../viewer';
import { isoInstant, readableRows } from './record';

const { subject, subjectlog, session } = models;

type Weighed = {
  readonly subject: string;
  readonly logs: readonly LifeLog[];
  readonly sessions: readonly LifeSession[];
};

/** What the baselines of these subjects are told from: those only that water or food was ever withheld from. */
export const weighedUnderRestriction = (viewer: UserViewer, ids: readonly string[]): Promise<Weighed[]> => {
  const logs = sql`subjectlog l WHERE l.subject_id = t.id AND ${readableRows(viewer, subjectlog, 'l')}`;
  return query<Weighed>(
    sql`SELECT t.id::text AS subject,
        (SELECT json_agg(json_build_object('id', l.id, 'type', l.type, 'entries', l.entries) ORDER BY l.created_at, l.id)
          FROM ${logs} AND l.type IN ('Weighing', 'WaterDeprivation', 'FoodDeprivation')) AS logs,
        (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'date_time', ${isoInstant(sql`s.date_time`)}, 'weight', ss.weight)), '[]'::json)
          FROM sessionsubject ss JOIN session s ON s.id = ss.session_id AND ${readableRows(viewer, session, 's')}
          WHERE ss.subject_id = t.id AND ss.live AND ss.weight IS NOT NULL) AS sessions
      FROM subject t WHERE t.id = ANY(${[...ids]}::uuid[]) AND ${readableRows(viewer, subject, 't')}
        AND EXISTS (SELECT 1 FROM ${logs} AND l.type IN ('WaterDeprivation', 'FoodDeprivation'))`,
    getReadPool(),
  );
};

/** A living subject with the newest entry of its logs of a type. */
export type NotedLately = { readonly id: string; readonly time: string; readonly by: number | null };

/** The living subjects of which something of a type was noted since an instant (ISO 8601), the newest first. */
export const notedSince = (viewer: UserViewer, type: string, since: string, limit: number): Promise<NotedLately[]> =>
  query<NotedLately>(
    sql`SELECT * FROM (SELECT DISTINCT ON (t.subject_id) t.subject_id::text AS id, t.entries->0->>'date_time' AS time,
          (t.entries->0->>'performed_by')::int AS by
        FROM subjectlog t JOIN subject s ON s.id = t.subject_id AND ${readableRows(viewer, subject, 's')}
        WHERE t.type = ${type} AND t.entries->0->>'date_time' >= ${since} AND ${readableRows(viewer, subjectlog, 't')}
          AND s.death_date IS NULL AND s.status <> 'deceased'
        ORDER BY t.subject_id, t.entries->0->>'date_time' DESC) newest
      ORDER BY newest.time DESC, newest.id LIMIT ${limit}`,
    getReadPool(),
  );
