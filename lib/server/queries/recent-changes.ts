import 'server-only';
import { isReferences, type Model } from '@/lib/declare/model';
import { linkTableOf, tableOf } from '@/lib/declare/tables';
import { models } from '@/lib/models';
import { getReadPool } from '../db/pool';
import { query, sql } from '../db/sql';
import { titleSql } from '../rules';
import type { UserViewer } from '../viewer';
import { isoInstant, readableRows } from './record';

/** The last change of a record. */
export type Change = {
  readonly model: string;
  readonly id: string;
  readonly title: string;
  /** ISO instant. */
  readonly at: string;
  readonly isNew: boolean;
  /** Whose change it was; empty for the system. */
  readonly person: string;
};

/** What a project is made of that carries its own times of change in its links, in order. */
const members = [models.session, models.subject];

/** The sessions and subjects of a project (by its UUID) that changed last, as far as the viewer may read them. */
export async function changesIn(viewer: UserViewer, projectId: string, limit: number): Promise<Change[]> {
  const latest = (model: Model) => {
    const field = model.fields.projects;
    if (!field || !isReferences(field)) throw new Error(`${model.name} belongs to no projects.`);
    return sql`(SELECT ${sql.lit(model.name)} AS model, t.id, ${titleSql(model, 't')} AS title, t.updated_at AS at, t.version = 1 AS is_new, t.updated_by
      FROM ${sql.table(linkTableOf(model, 'projects'))} l JOIN ${sql.table(tableOf(model))} t ON t.id = l.source_id
      WHERE l.target_id = ${projectId}::uuid AND l.live AND ${readableRows(viewer, model, 't')}
      ORDER BY l.sort_updated_at DESC, l.source_id DESC LIMIT ${limit})`;
  };
  return query<Change>(
    sql`SELECT c.model, c.id::text, c.title, ${isoInstant(sql`date_trunc('minute', c.at)`)} AS at, c.is_new AS "isNew",
        coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email::text, '') AS person
      FROM (${sql.join(members.map(latest), sql` UNION ALL `)}) c LEFT JOIN "user" u ON u.id = c.updated_by
      ORDER BY c.at DESC, c.id LIMIT ${limit}`,
    getReadPool(),
  );
}
