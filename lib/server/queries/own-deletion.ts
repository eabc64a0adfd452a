import 'server-only';
import { isRecordId } from '@/lib/declare/kinds/reference';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { isReviewer } from '../access';
import { queryOne, sql } from '../db/sql';
import { titleSql } from '../rules';
import type { Viewer } from '../viewer';

/** The deletion of a record that the viewer may undo: their own, or any for administrators. Null for all others, so that nothing leaks. */
export async function undoableDeletion(
  viewer: Viewer,
  model: Model,
  id: string,
): Promise<{ deletion: string; title: string } | null> {
  if (viewer.kind !== 'user' || !isRecordId(id) || !id.includes('-')) return null;
  // Deleting is the last change of a deleted row.
  const isTheirs = isReviewer(viewer) ? sql`true` : sql`t.updated_by = ${viewer.id}`;
  return queryOne(
    sql`SELECT t.deletion::text AS deletion, ${titleSql(model, 't')} AS title FROM ${sql.table(tableOf(model))} t
      WHERE t.id = ${id}::uuid AND t.live IS NULL AND t.deletion IS NOT NULL AND ${isTheirs}`,
  );
}
