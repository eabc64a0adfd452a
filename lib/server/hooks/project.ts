import 'server-only';
import { invalid } from '@/lib/errors';
import { queryOne, sql } from '../db/sql';
import { readableRows } from '../queries/record';
import { project } from '@/lib/models/project';
import type { Hooks } from './index';

/** Names are unique among the projects one can see: a global key would tell strangers which names exist. */
export const projectHooks: Hooks = {
  async beforeSave({ tx, viewer, id, values }) {
    if (typeof values.name !== 'string') return;
    const twin = await queryOne(
      sql`SELECT 1 FROM project t WHERE t.name = ${values.name} AND t.id <> ${id} AND ${readableRows(viewer, project, 't')} LIMIT 1`,
      tx,
    );
    if (twin) throw invalid('name', 'not-unique', 'You already see a project with this name: choose another.');
  },
};
