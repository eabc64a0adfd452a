import 'server-only';
import { isReference, type Model } from '@/lib/declare/model';
import { columnOf, tableOf } from '@/lib/declare/tables';
import { modelList } from '@/lib/models';
import { getReadPool } from '../db/pool';
import { query, sql, type Sql } from '../db/sql';
import type { UserViewer } from '../viewer';
import { isoInstant } from './record';

/** A record that the viewer has written to, when last, and how often of late. */
export type Edited = { readonly model: string; readonly id: string; readonly at: string; readonly times: number };

/** So many of the viewer's latest writes are looked at. */
const writesMax = 300;

/** What a record without a page in the navigation belongs to: the session of an epoch. */
function parentOf(model: Model): { to: string; column: string } | null {
  if (model.nav !== null || model.access.by !== 'via') return null;
  const field = model.fields[model.access.field];
  return field && isReference(field) ? { to: field.to, column: columnOf(model.access.field, field) } : null;
}

const children = modelList.flatMap((model) => {
  const parent = parentOf(model);
  return parent ? [{ model, parent }] : [];
});

/**
 * What the viewer worked on last, from the audit log: modules count as their session. Whether they may still read it is for
 * the one who asks for its title.
 */
export async function editedBy(viewer: UserViewer, limit: number): Promise<Edited[]> {
  const cases = (pick: (child: (typeof children)[number]) => Sql) =>
    sql.join(
      children.map((child) => sql`WHEN ${sql.lit(child.model.name)} THEN ${pick(child)}`),
      sql` `,
    );
  const parentId = cases(
    ({ model, parent }) =>
      sql`(SELECT c.${sql.id(parent.column)} FROM ${sql.table(tableOf(model))} c WHERE c.id = a.record_id)`,
  );
  return query<Edited>(
    sql`SELECT model, record_id::text AS id, ${isoInstant(sql`date_trunc('minute', max(at))`)} AS at, count(*)::int AS times FROM (
        SELECT CASE a.model ${cases(({ parent }) => sql`${sql.lit(parent.to)}`)} ELSE a.model END AS model,
          CASE a.model ${parentId} ELSE a.record_id END AS record_id, a.at
        FROM (SELECT model, record_id, at FROM audit_log WHERE user_id = ${viewer.id} AND via = 'cookie'
            AND action IN ('create', 'update', 'restore') ORDER BY id DESC LIMIT ${writesMax}) a) written
      WHERE model = ANY(${modelList.filter(({ nav }) => nav !== null).map((model) => model.name)}::text[])
      GROUP BY model, record_id ORDER BY max(at) DESC, record_id LIMIT ${limit}`,
    getReadPool(),
  );
}
