import 'server-only';
import { query, sql } from '../db/sql';
import type { Hooks } from './index';

/** Links the experimenter's name to an account when exactly one member of the session's projects has it. */
export const sessionHooks: Hooks = {
  async beforeSave({ tx, values, current }) {
    if (!('experimenter' in values) && !('projects' in values)) return;
    const name = String(values.experimenter ?? current?.experimenter ?? '').trim();
    const projects = [values.projects ?? current?.projects ?? []].flat().map(String);
    if (name === '') {
      values.experimenter_user = null;
      return;
    }
    const matches = await query<{ id: string }>(
      sql`SELECT DISTINCT u.id::text FROM "user" u JOIN project_access a ON a.user_id = u.id AND a.record_id = ANY(${projects}::uuid[])
        WHERE u.live AND (lower(u.first_name || ' ' || u.last_name) = lower(${name}) OR lower(u.last_name || ', ' || u.first_name) = lower(${name})
          OR u.email = ${name}::citext OR split_part(u.email::text, '@', 1) = lower(${name})) LIMIT 2`,
      tx,
    );
    values.experimenter_user = matches.length === 1 ? matches[0]?.id : null;
  },
};
