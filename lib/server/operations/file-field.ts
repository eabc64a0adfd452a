import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import type { FileUse } from '@/lib/declare/kinds/kind';
import type { Field } from '@/lib/declare/model';
import { columnOf, tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { queryOne, sql, type Executor } from '../db/sql';
import { readableRows } from '../queries/record';
import type { StoredFile } from '../queries/stored-file';
import type { Viewer } from '../viewer';

/** What a field takes; null for one that holds no files. */
export const filesTakenBy = (field: Field): FileUse | null => kindOf(field).files?.accepts(field) ?? null;

/** Why a file of this type can't stand in a field; null when it can. */
export function misfit(use: FileUse, mediaType: string): string | null {
  return use === 'document' || mediaType.startsWith('image/')
    ? null
    : 'Expected an image: PNG, JPEG, WebP, GIF, AVIF or HEIC.';
}

/**
 * Whether somebody may read a file: with the record that it belongs to, or as the one who uploaded it while it belongs to none.
 * What a record once held is part of its history, which the public does not see.
 */
export async function mayReadFile(viewer: Viewer, file: StoredFile, on?: Executor): Promise<boolean> {
  if (file.model === null || file.record_id === null)
    return viewer.kind === 'user' && viewer.portal !== 'public' && viewer.id === file.created_by;
  const model = modelNamed(file.model);
  const field = model.fields[file.field ?? ''];
  if (!field || (field.isPrivate && viewer.portal === 'public')) return false;
  const isHeld = sql`strpos(${sql.ref(`t.${columnOf(file.field ?? '', field)}`)}::text, ${file.id}) > 0`;
  const isToBeSeen = viewer.portal === 'public' ? isHeld : sql`true`;
  const row = await queryOne(
    sql`SELECT 1 AS found FROM ${sql.table(tableOf(model))} t WHERE t.id = ${file.record_id}::uuid AND ${readableRows(viewer, model, 't')} AND ${isToBeSeen}`,
    on,
  );
  return row !== null;
}
