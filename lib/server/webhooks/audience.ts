import 'server-only';
import { isReference, isReferences, type Model } from '@/lib/declare/model';
import { columnOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { models } from '@/lib/models';
import { readable } from '../access';
import { sql, type Sql } from '../db/sql';
import { readableRows } from '../queries/record';
import type { UserViewer } from '../viewer';

/** The live rows that a webhook's owner may be told of: those that they may read, in its project where it has one. */
export function tellable(owner: UserViewer, model: Model, row: string, projectId: string | null): Sql {
  const own = readableRows(owner, model, row);
  if (projectId === null) return own;
  return sql`${own} AND ${isIn(model, row, projectId)} AND ${isProjectReadable(owner, projectId)}`;
}

/** Through the field that points at projects; what has none belongs to no project. */
function isIn(model: Model, row: string, projectId: string): Sql {
  for (const [name, field] of Object.entries(model.fields)) {
    if (isReferences(field) && field.to === 'project')
      return sql`EXISTS (SELECT 1 FROM ${sql.table(linkTableOf(model, name))} wl WHERE wl.source_id = ${sql.ref(`${row}.id`)} AND wl.target_id = ${projectId}::uuid)`;
    if (isReference(field) && field.to === 'project')
      return sql`${sql.ref(`${row}.${columnOf(name, field)}`)} = ${projectId}::uuid`;
  }
  return sql`false`;
}

// Being told of a session as one of this project would tell that it is in it.
const isProjectReadable = (owner: UserViewer, projectId: string): Sql =>
  sql`EXISTS (SELECT 1 FROM ${sql.table(tableOf(models.project))} wp WHERE wp.id = ${projectId}::uuid AND wp.live AND ${readable(owner, models.project, 'wp')})`;
