import 'server-only';
import { dataacquisition } from '@/lib/models/data-acquisition';
import { datastorage } from '@/lib/models/data-storage';
import { project } from '@/lib/models/project';
import { species } from '@/lib/models/species';
import { strain } from '@/lib/models/strain';
import { subject } from '@/lib/models/subject';
import { getReadPool } from '../db/pool';
import { queryOne, sql } from '../db/sql';
import { getEnv } from '../env';
import type { Viewer } from '../viewer';
import { readableRows } from './record';
import { mondayOf, mondays, mondayText } from './weeks';

export type ProjectOverview = {
  readonly sessions: number;
  readonly subjects: number;
  /** Local dates of the first and the latest session; null without any that has one. */
  readonly first: string | null;
  readonly last: string | null;
  readonly weeks: readonly { readonly start: string; readonly count: number }[];
  readonly species: readonly string[];
  /** Codes of the kinds of data that were recorded. */
  readonly techniques: readonly string[];
  /** Where the files of its sessions are, those with most sessions first. */
  readonly storages: readonly { readonly id: string; readonly title: string; readonly sessions: number }[];
};

type OverviewOptions = {
  /** How many weeks are counted. */
  readonly weeks: number;
  /** The last of them: this week, or that of the latest session, for data that are finished. */
  readonly until: 'now' | 'latest';
};

/** What there is in a project (by its UUID) that the viewer may read, as numbers; null when they may not. One statement. */
export async function projectOverview(
  viewer: Viewer,
  id: string,
  { weeks, until }: OverviewOptions,
): Promise<ProjectOverview | null> {
  const zone = getEnv().LAB_TIME_ZONE;
  const latest = mondayOf(sql`coalesce((SELECT max(date_time) FROM sessions), now())`, zone);
  const last = until === 'now' ? mondayOf(sql`now()`, zone) : latest;
  const date = (pick: 'min' | 'max') =>
    sql`(SELECT to_char(${sql.raw(pick)}(date_time) AT TIME ZONE ${zone}, 'YYYY-MM-DD') FROM sessions)`;
  // Who reads the project reads its subjects and sessions, so only the project itself is asked about.
  return queryOne<ProjectOverview>(
    sql`WITH found AS MATERIALIZED (SELECT t.id FROM project t WHERE t.id = ${id}::uuid AND ${readableRows(viewer, project, 't')}),
      sessions AS MATERIALIZED (SELECT l.source_id AS id, l.sort_date_time AS date_time FROM session_projects l JOIN found f ON f.id = l.target_id WHERE l.live),
      subjects AS MATERIALIZED (SELECT l.source_id AS id FROM subject_projects l JOIN found f ON f.id = l.target_id WHERE l.live),
      counted AS (SELECT ${mondayOf(sql`s.date_time`, zone)} AS monday, count(*)::int AS count FROM sessions s WHERE s.date_time IS NOT NULL GROUP BY 1)
    SELECT (SELECT count(*)::int FROM sessions) AS sessions, (SELECT count(*)::int FROM subjects) AS subjects, ${date('min')} AS first, ${date('max')} AS last,
      (SELECT json_agg(json_build_object('start', ${mondayText(sql`w.monday`)}, 'count', coalesce(c.count, 0)) ORDER BY w.monday)
        FROM ${mondays(last, weeks)} LEFT JOIN counted c ON c.monday = w.monday) AS weeks,
      (SELECT coalesce(json_agg(DISTINCT sp.name), '[]'::json) FROM subjects x JOIN subject s ON s.id = x.id AND ${readableRows(viewer, subject, 's')}
        JOIN strain st ON st.id = s.strain_id AND ${readableRows(viewer, strain, 'st')} JOIN species sp ON sp.id = st.species_id AND ${readableRows(viewer, species, 'sp')}) AS species,
      (SELECT coalesce(json_agg(DISTINCT d.type), '[]'::json) FROM sessions x JOIN dataacquisition d ON d.session_id = x.id AND ${readableRows(viewer, dataacquisition, 'd')}) AS techniques,
      (SELECT coalesce(json_agg(r ORDER BY r.sessions DESC, r.title), '[]'::json) FROM (
        SELECT st.id, st.name AS title, count(*)::int AS sessions FROM sessions x JOIN session_datastorage l ON l.source_id = x.id
          JOIN datastorage st ON st.id = l.target_id AND ${readableRows(viewer, datastorage, 'st')} GROUP BY st.id, st.name) r) AS storages
    FROM found`,
    getReadPool(),
  );
}
