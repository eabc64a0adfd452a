import 'server-only';
import { query, sql, type Executor } from '../db/sql';
import type { Hooks } from './index';

/** Links the experimenter's name to an account when exactly one member of the session's projects has it. */
export const sessionHooks: Hooks = {
  async beforeSave({ tx, rows }) {
    const asked: Asked[] = [];
    for (const { values, current } of rows) {
      if (!('experimenter' in values) && !('projects' in values)) continue;
      const name = String(values.experimenter ?? current?.experimenter ?? '').trim();
      values.experimenter_user = null;
      if (name !== '')
        asked.push({ name, projects: [values.projects ?? current?.projects ?? []].flat().map(String), values });
    }
    if (asked.length === 0) return;
    const found = await membersCalled(tx, asked);
    for (const one of asked) {
      const [id, another] = found.get(keyOf(one)) ?? [];
      if (id !== undefined && another === undefined) one.values.experimenter_user = id;
    }
  },
};

type Asked = {
  readonly name: string;
  readonly projects: readonly string[];
  readonly values: Record<string, unknown>;
};

const keyOf = ({ name, projects }: Asked): string => JSON.stringify([name, projects]);

/** The accounts that the names mean in these projects, one statement for all; most sessions of a laboratory ask the same. */
async function membersCalled(tx: Executor, asked: readonly Asked[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const questions = [...new Map(asked.map((one) => [keyOf(one), one]))].map(([key, { name, projects }]) => ({
    key,
    name,
    projects,
  }));
  const rows = await query<{ key: string; ids: string[] }>(
    sql`SELECT q.key, array_agg(DISTINCT u.id::text) AS ids FROM jsonb_to_recordset(${JSON.stringify(questions)}::jsonb) AS q(key text, name text, projects uuid[])
      JOIN project_access a ON a.record_id = ANY(q.projects) JOIN "user" u ON u.id = a.user_id
      WHERE u.live AND (lower(u.first_name || ' ' || u.last_name) = lower(q.name) OR lower(u.last_name || ', ' || u.first_name) = lower(q.name)
        OR u.email = q.name::citext OR split_part(u.email::text, '@', 1) = lower(q.name)) GROUP BY q.key`,
    tx,
  );
  return new Map(rows.map(({ key, ids }) => [key, ids]));
}
