import 'server-only';
import { isRecordId } from '@/lib/declare/kinds/reference';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { queryOne, sql } from '../db/sql';
import { idIs } from '../operations/get';
import { titleSql } from '../rules';
import { labelled } from '../rules/candidates';
import type { Viewer } from '../viewer';
import { mayBringBack } from './taken';

/** The deletion of a record that the viewer may undo. Null for all others, so that nothing leaks. */
export async function undoableDeletion(
  viewer: Viewer,
  model: Model,
  id: string,
): Promise<{ deletion: string; title: string } | null> {
  if (viewer.portal === 'public' || model.view || !isRecordId(id) || (!id.includes('-') && !model.number)) return null;
  const found = await queryOne<{ deletion: string; title: string }>(
    sql`SELECT t.deletion::text AS deletion, ${titleSql(model, 't')} AS title FROM ${sql.table(tableOf(model))} t
      WHERE ${idIs(model, 't', id)} AND t.live IS NULL AND t.deletion IS NOT NULL AND ${mayBringBack(viewer, model, 't')}`,
  );
  return found && { ...found, title: labelled(model, found.title) };
}
