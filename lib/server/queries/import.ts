import 'server-only';
import { isRecordId } from '@/lib/declare/kinds/reference';
import { project } from '@/lib/models/project';
import { session } from '@/lib/models/session';
import { subject } from '@/lib/models/subject';
import { allowed } from '../access';
import { query, queryOne, sql, type Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { readableRows } from './record';

/** Projects that an id or an exact name means, among those the viewer may read. At most two. */
export function findProjects(
  viewer: Viewer,
  given: string,
): Promise<{ id: string; name: string; writable: boolean }[]> {
  const isIt = isRecordId(given) && given.includes('-') ? sql`t.id = ${given}::uuid` : sql`t.name = ${given}`;
  return query(
    sql`SELECT t.id::text, t.name, ${allowed(viewer, project, 't', 'use')} AS writable FROM project t WHERE ${isIt} AND ${readableRows(viewer, project, 't')} LIMIT 2`,
  );
}

/** Lets imports into one project follow each other, so that the same file twice at once still makes one session; false while another runs. */
export async function lockImports(tx: Executor, projectId: string): Promise<boolean> {
  const row = await queryOne<{ locked: boolean }>(
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${projectId}, 2)) AS locked`,
    tx,
  );
  return row?.locked === true;
}

/** The id of the session of that name in the project, or null. */
export async function findSessionNamed(
  tx: Executor,
  viewer: Viewer,
  projectId: string,
  name: string,
): Promise<string | null> {
  const row = await queryOne<{ id: string }>(
    sql`SELECT t.id::text FROM session t JOIN session_projects l ON l.source_id = t.id AND l.target_id = ${projectId}
      WHERE t.name = ${name} AND ${readableRows(viewer, session, 't')}`,
    tx,
  );
  return row?.id ?? null;
}

export type SubjectRow = { id: string; name: string; sex: string; genotype: string };

/** Subjects of the project with that name or, if there is none, with that identifier. */
export async function findSubjects(
  tx: Executor,
  viewer: Viewer,
  projectId: string,
  key: string,
): Promise<SubjectRow[]> {
  const rows = await query<SubjectRow>(
    sql`SELECT t.id::text, t.name, t.sex, t.genotype FROM subject t JOIN subject_projects l ON l.source_id = t.id AND l.target_id = ${projectId}
      WHERE (t.name = ${key} OR t.subject_identifier = ${key}) AND ${readableRows(viewer, subject, 't')} ORDER BY t.name = ${key} DESC LIMIT 3`,
    tx,
  );
  return rows[0]?.name === key ? rows.slice(0, 1) : rows;
}

/** The subjects of a session with their ages, in order. */
export function findSessionSubjects(
  tx: Executor,
  sessionId: string,
): Promise<{ id: string; subject_id: string; age: string }[]> {
  return query(
    sql`SELECT t.id::text, t.subject_id::text, t.age FROM sessionsubject t WHERE t.session_id = ${sessionId} AND t.live ORDER BY t.created_at, t.id`,
    tx,
  );
}

export type RecordingRow = Record<string, unknown> & { id: string; as_written: Readonly<Record<string, string>> };

/** The recording files of a session as they are kept, or null. */
export function findRecording(tx: Executor, sessionId: string): Promise<RecordingRow | null> {
  return queryOne<RecordingRow>(
    sql`SELECT t.id::text, t.bpod_path, t.bpod_order, t.bpod_continuous_time, t.trial_types, t.ttls, t.cameras, t.as_written
      FROM recordingfiles t WHERE t.session_id = ${sessionId} AND t.live FOR UPDATE`,
    tx,
  );
}
