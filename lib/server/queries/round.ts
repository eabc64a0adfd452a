import 'server-only';
import { restrictionTypes, weightType } from '@/lib/declare/measures';
import type { LifeLog, LifeSession } from '@/lib/declare/subject-life';
import { models } from '@/lib/models';
import { getReadPool } from '../db/pool';
import { query, sql, type Sql } from '../db/sql';
import { getEnv } from '../env';
import type { UserViewer } from '../viewer';
import { isoInstant, readableRows } from './record';

const { subject, subjectlog, session } = models;

type Weighed = {
  readonly subject: string;
  readonly logs: readonly LifeLog[];
  readonly sessions: readonly LifeSession[];
};

const timeIn = (entry: Sql): Sql => sql`coalesce(${entry}->>'date_time', ${entry}->>'start_date_time')`;

/**
 * What the baselines of these subjects are told from: those only that water or food was ever withheld from, until a day after that
 * first happened. Later weights are no part of a baseline.
 */
export const weighedUnderRestriction = (viewer: UserViewer, ids: readonly string[]): Promise<Weighed[]> => {
  const logs = (types: readonly string[]) =>
    sql`subjectlog l WHERE l.subject_id = t.id AND l.type = ANY(${[...types]}::text[]) AND ${readableRows(viewer, subjectlog, 'l')}`;
  const time = timeIn(sql`e.entry`);
  const early = sql`(SELECT coalesce(json_agg(e.entry ORDER BY e.place), '[]'::json)
    FROM jsonb_array_elements(l.entries) WITH ORDINALITY AS e(entry, place) WHERE ${time}::timestamptz <= first.until)`;
  return query<Weighed>(
    sql`SELECT t.id::text AS subject,
        (SELECT json_agg(json_build_object('id', l.id, 'type', l.type, 'entries', ${early}) ORDER BY l.created_at, l.id)
          FROM ${logs([weightType, ...restrictionTypes])}) AS logs,
        (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'date_time', ${isoInstant(sql`s.date_time`)}, 'weight', ss.weight)), '[]'::json)
          FROM sessionsubject ss JOIN session s ON s.id = ss.session_id AND ${readableRows(viewer, session, 's')}
          WHERE ss.subject_id = t.id AND ss.live AND ss.weight IS NOT NULL AND s.date_time <= first.until) AS sessions
      FROM subject t CROSS JOIN LATERAL (SELECT min(${time}::timestamptz) + interval '1 day' AS until
          FROM (SELECT l.entries FROM ${logs(restrictionTypes)}) l, jsonb_array_elements(l.entries) e(entry)) first
      WHERE t.id = ANY(${[...ids]}::uuid[]) AND first.until IS NOT NULL AND ${readableRows(viewer, subject, 't')}`,
    getReadPool(),
  );
};

export type NotedLately = {
  /** Of a living subject. */
  readonly id: string;
  /** Whether the viewer noted something of it on the last day of the laboratory on which they noted anything. */
  readonly isMine: boolean;
};

/**
 * The living subjects of which something of a type was noted since an instant (ISO 8601): those of the viewer's last round, then the
 * others, the newest first. A colleague's entry takes nothing out of one's own round. A log without an entry since is not even read.
 */
export const notedSince = (viewer: UserViewer, type: string, since: string, limit: number): Promise<NotedLately[]> =>
  query<NotedLately>(
    sql`SELECT id::text, coalesce(my_day = max(my_day) OVER (), false) AS "isMine"
      FROM (SELECT t.subject_id AS id, max(e.at) AS at,
            (max(e.at) FILTER (WHERE e.by = ${viewer.number}) AT TIME ZONE ${getEnv().LAB_TIME_ZONE})::date AS my_day
          FROM subjectlog t JOIN subject s ON s.id = t.subject_id AND ${readableRows(viewer, subject, 's')}
            CROSS JOIN LATERAL (SELECT (v->>'date_time')::timestamptz AS at, (v->>'performed_by')::int AS by
              FROM jsonb_array_elements(t.entries) v) e
          WHERE t.type = ${type} AND t.updated_at >= ${since}::timestamptz AND e.at >= ${since}::timestamptz
            AND ${readableRows(viewer, subjectlog, 't')} AND s.death_date IS NULL AND s.status <> 'deceased'
          GROUP BY t.subject_id) noted
      ORDER BY "isMine" DESC, noted.at DESC, noted.id LIMIT ${limit}`,
    getReadPool(),
  );
