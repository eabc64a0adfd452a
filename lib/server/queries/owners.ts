import 'server-only';
import type { Model } from '@/lib/declare/model';
import { grantTableOf, grantsToGroups } from '@/lib/declare/tables';
import { sql, type Sql } from '../db/sql';

/** The owners of records with an access list, as a table (record_id, user_id, group_id); deleted people and groups own nothing. */
export function liveOwners(model: Model): Sql {
  const table = sql.table(grantTableOf(model));
  const people = sql`SELECT g.record_id, g.user_id, NULL::uuid AS group_id FROM ${table} g JOIN "user" u ON u.id = g.user_id AND u.live WHERE g.level = 4`;
  if (!grantsToGroups(model)) return sql`(${people})`;
  return sql`(${people} UNION ALL SELECT g.record_id, NULL, g.group_id FROM ${table} g JOIN "group" h ON h.id = g.group_id AND h.live WHERE g.level = 4)`;
}
