import 'server-only';
import { equipment } from '@/lib/models/equipment';
import { dataacquisition } from '@/lib/models/data-acquisition';
import { sessionsubject } from '@/lib/models/session-subject';
import { setup } from '@/lib/models/setup';
import { strain } from '@/lib/models/strain';
import { subject } from '@/lib/models/subject';
import { getReadPool } from '../db/pool';
import { queryOne, sql } from '../db/sql';
import { getEnv } from '../env';
import type { UserViewer } from '../viewer';
import { readableRows } from './record';
import { mondayOf, mondays, mondayText, sessionsBetween } from './weeks';

/** How far back the charts of the dashboard look. */
export const activityWeeks = 12;
/** Rankings look at the latest of the sessions, so that a large facility costs no more. */
const rankedMax = 5000;
const ranksShown = 5;

export type Ranked = { readonly id: string; readonly title: string; readonly sessions: number };

export type Activity = {
  /** The sessions of each week: of the viewer, and of others. */
  readonly weeks: readonly { readonly start: string; readonly mine: number; readonly others: number }[];
  /** By how many of those sessions they were used in. */
  readonly strains: readonly Ranked[];
  readonly devices: readonly Ranked[];
};

/** What was recorded in the last weeks that the viewer may read, and with what. One statement. */
export async function activityOf(viewer: UserViewer, now = new Date()): Promise<Activity> {
  const zone = getEnv().LAB_TIME_ZONE;
  const thisWeek = mondayOf(sql`${now}::timestamptz`, zone);
  const from = sql`((${thisWeek} - make_interval(weeks => ${activityWeeks - 1})) AT TIME ZONE ${zone})`;
  const to = sql`((${thisWeek} + interval '1 week') AT TIME ZONE ${zone})`;
  const row = await queryOne<Activity>(
    sql`WITH seen AS MATERIALIZED (${sessionsBetween(viewer, 'date_time', from, to)}),
      counted AS (SELECT ${mondayOf(sql`s.at`, zone)} AS monday, count(*) AS total,
          count(*) FILTER (WHERE t.created_by = ${viewer.id} OR t.experimenter_user_id = ${viewer.id}) AS mine
        FROM seen s JOIN session t ON t.id = s.id GROUP BY 1),
      latest AS MATERIALIZED (SELECT id FROM seen ORDER BY at DESC LIMIT ${rankedMax}),
      strains AS (SELECT st.id, st.name AS title, count(DISTINCT l.id)::int AS sessions FROM latest l
        JOIN sessionsubject ss ON ss.session_id = l.id AND ${readableRows(viewer, sessionsubject, 'ss')}
        JOIN subject s ON s.id = ss.subject_id AND ${readableRows(viewer, subject, 's')}
        JOIN strain st ON st.id = s.strain_id AND ${readableRows(viewer, strain, 'st')}
        GROUP BY st.id, st.name ORDER BY sessions DESC, title LIMIT ${ranksShown}),
      devices AS (SELECT e.id, concat_ws(' · ', e.name, su.name) AS title, count(DISTINCT l.id)::int AS sessions FROM latest l
        JOIN dataacquisition d ON d.session_id = l.id AND ${readableRows(viewer, dataacquisition, 'd')}
        JOIN dataacquisition_equipment de ON de.source_id = d.id
        JOIN equipment e ON e.id = de.target_id AND ${readableRows(viewer, equipment, 'e')}
        JOIN setup su ON su.id = e.setup_id AND ${readableRows(viewer, setup, 'su')}
        GROUP BY e.id, e.name, su.name ORDER BY sessions DESC, title LIMIT ${ranksShown})
      SELECT (SELECT json_agg(json_build_object('start', ${mondayText(sql`w.monday`)}, 'mine', coalesce(c.mine, 0),
            'others', coalesce(c.total - c.mine, 0)) ORDER BY w.monday)
          FROM ${mondays(thisWeek, activityWeeks)} LEFT JOIN counted c ON c.monday = w.monday) AS weeks,
        (SELECT coalesce(json_agg(s ORDER BY s.sessions DESC, s.title), '[]'::json) FROM strains s) AS strains,
        (SELECT coalesce(json_agg(d ORDER BY d.sessions DESC, d.title), '[]'::json) FROM devices d) AS devices`,
    getReadPool(),
  );
  return row ?? { weeks: [], strains: [], devices: [] };
}
