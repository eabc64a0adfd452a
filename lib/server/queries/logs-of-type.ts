import 'server-only';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import { models } from '@/lib/models';
import { query, sql, type Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { readableRows } from './record';

/** A log of a subject with its newest entry; null where it has none. */
export type LogOfType = { readonly id: string; readonly subject: string; readonly newest: LogEntry | null };

/** The logs of a type of these subjects, of those that the viewer reads; of each subject the one with the newest entry first. */
export const logsOfType = (
  on: Executor,
  viewer: Viewer,
  type: string,
  subjects: readonly string[],
): Promise<LogOfType[]> =>
  query<LogOfType>(
    sql`SELECT t.id::text, t.subject_id::text AS subject, t.entries->0 AS newest FROM subjectlog t
      WHERE t.type = ${type} AND t.subject_id = ANY(${[...subjects]}::uuid[]) AND ${readableRows(viewer, models.subjectlog, 't')}
      ORDER BY coalesce(t.entries->0->>'date_time', '') DESC, t.created_at DESC, t.id`,
    on,
  );
