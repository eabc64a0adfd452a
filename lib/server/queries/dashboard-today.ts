import 'server-only';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import { procedure } from '@/lib/models/procedure';
import { procedurelog } from '@/lib/models/procedure-log';
import { session } from '@/lib/models/session';
import { sessionsubject } from '@/lib/models/session-subject';
import { subject } from '@/lib/models/subject';
import { subjectlog } from '@/lib/models/subject-log';
import { getReadPool } from '../db/pool';
import { query, sql, type Sql } from '../db/sql';
import { getEnv } from '../env';
import type { UserViewer } from '../viewer';
import { isoInstant, readableRows } from './record';
import { sessionsBetween } from './weeks';

/** Something of today. Titles are as stored: types of procedures and logs have labels in the vocabularies. */
export type TodayItem = {
  readonly model: 'session' | 'procedure' | 'subjectlog' | 'procedurelog';
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** The name of a session, else the type. */
  readonly title: string;
  /** The subjects that it is about, by name. */
  readonly subjects: string;
  /** Who did it, where that is known. */
  readonly person: string;
  /** Of a log: what was noted. */
  readonly entry: LogEntry | null;
};

const name = (alias: string): Sql =>
  sql`coalesce((SELECT trim(p.first_name || ' ' || p.last_name) FROM "user" p WHERE p.id = ${sql.ref(`${alias}.created_by`)}), '')`;

/** What happens on the laboratory's day of `now` that the viewer may read: sessions, procedures, log entries; the latest first. */
export async function todayOf(viewer: UserViewer, limit: number, now = new Date()): Promise<TodayItem[]> {
  const zone = getEnv().LAB_TIME_ZONE;
  const day = sql`date_trunc('day', ${now}::timestamptz AT TIME ZONE ${zone})`;
  const from = sql`(${day} AT TIME ZONE ${zone})`;
  const to = sql`((${day} + interval '1 day') AT TIME ZONE ${zone})`;
  const log = (model: typeof subjectlog | typeof procedurelog, toSubject: Sql) =>
    // Whatever was noted today has changed its log today; one planned ahead waits for its day to be seen in the log.
    sql`SELECT ${model.name} AS model, t.id::text, (e.entry->>'at')::timestamptz AS at, t.type AS title, s.name AS subjects,
        coalesce((SELECT trim(p.first_name || ' ' || p.last_name) FROM "user" p WHERE p.number = (e.entry->'value'->>'performed_by')::int), '') AS person, e.entry->'value' AS entry
      FROM ${sql.table(model.name)} t ${toSubject} AND ${readableRows(viewer, subject, 's')}
        CROSS JOIN LATERAL (SELECT jsonb_build_object('at', coalesce(v->>'date_time', v->>'start_date_time'), 'value', v) AS entry
          FROM jsonb_array_elements(t.entries) v) e
      WHERE t.updated_at >= ${from} AND (e.entry->>'at')::timestamptz >= ${from} AND (e.entry->>'at')::timestamptz < ${to} AND ${readableRows(viewer, model, 't')}`;
  return query<TodayItem>(
    sql`SELECT model, id, ${isoInstant(sql`at`)} AS at, title, subjects, person, entry FROM (
      SELECT ${session.name} AS model, t.id::text, t.date_time AS at, t.name AS title,
          coalesce((SELECT string_agg(s.name, ', ' ORDER BY s.name) FROM sessionsubject ss JOIN subject s ON s.id = ss.subject_id
            WHERE ss.session_id = t.id AND ${readableRows(viewer, sessionsubject, 'ss')} AND ${readableRows(viewer, subject, 's')}), '') AS subjects,
          t.experimenter AS person, NULL::jsonb AS entry
        FROM (${sessionsBetween(viewer, 'date_time', from, to)}) seen JOIN session t ON t.id = seen.id
      UNION ALL SELECT ${procedure.name}, t.id::text, t.date_time, t.type, s.name, ${name('t')}, NULL::jsonb
        FROM procedure t JOIN subject s ON s.id = t.subject_id AND ${readableRows(viewer, subject, 's')}
        WHERE t.date_time >= ${from} AND t.date_time < ${to} AND ${readableRows(viewer, procedure, 't')}
      UNION ALL ${log(subjectlog, sql`JOIN subject s ON s.id = t.subject_id`)}
      UNION ALL ${log(procedurelog, sql`JOIN procedure pr ON pr.id = t.procedure_id JOIN subject s ON s.id = pr.subject_id`)}
    ) today ORDER BY at DESC, id LIMIT ${limit}`,
    getReadPool(),
  );
}
