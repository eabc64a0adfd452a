import 'server-only';
import { invalid } from '@/lib/errors';
import { queryOne, sql } from '../db/sql';
import { readableRows } from '../queries/record';
import { project } from '@/lib/models/project';
import type { Hooks } from './index';

/** Names are unique among the projects one can see: a global key would tell strangers which names exist. */
export const projectHooks: Hooks = {
  async beforeSave({ tx, viewer, rows }) {
    const named = rows.flatMap(({ id, values: { name } }) => (typeof name === 'string' ? [{ id, name }] : []));
    if (named.length === 0) return;
    const areTwins = new Set(named.map(({ name }) => name)).size < named.length;
    const twin = await queryOne(
      sql`SELECT 1 FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS n(id uuid, name text)
        JOIN project t ON t.name = n.name AND t.id <> n.id AND ${readableRows(viewer, project, 't')} LIMIT 1`,
      tx,
    );
    if (twin || areTwins)
      throw invalid('name', 'not-unique', 'You already see a project with this name: choose another.');
  },
};
