import 'server-only';
import { sql } from '../db/sql';
import type { LinkRule } from './link-rule';

/** Rules of laboratories and of the catalogues. */
export const catalogueRules: Readonly<Record<string, LinkRule>> = {
  'investigators-are-members': {
    fields: ['principal_investigators'],
    needs: ['group'],
    where: ({ draft, row }) =>
      sql`EXISTS (SELECT 1 FROM group_grant m WHERE m.user_id = ${sql.ref(`${row}.id`)} AND m.record_id = (SELECT g.id FROM "group" g WHERE ${String(draft.group)} IN (g.id::text, g.number::text)))`,
    message: (title) => `${title} is no member of the group: invite them to it first.`,
  },
  'two-levels-of-categories': {
    fields: ['parent'],
    needs: [],
    where: ({
      draft,
      row,
    }) => sql`(${sql.ref(`${row}.parent_id`)} IS NULL AND ${sql.ref(`${row}.id`)} IS DISTINCT FROM ${typeof draft.id === 'string' ? draft.id : null}::uuid
      AND NOT EXISTS (SELECT 1 FROM behavioralcategory c WHERE c.parent_id = ${typeof draft.id === 'string' ? draft.id : null}::uuid AND c.live))`,
    message: (title) => `“${title}” can’t be the parent: categories have two levels.`,
  },
};
