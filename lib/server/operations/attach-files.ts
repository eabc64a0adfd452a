import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import type { NamedFile } from '@/lib/declare/kinds/kind';
import type { Field, Model } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { AppError } from '@/lib/errors';
import type { Executor } from '../db/sql';
import { newId } from '../id';
import {
  attachStoredFiles,
  copyStoredFile,
  findStoredFiles,
  type FilePlace,
  type StoredFile,
} from '../queries/stored-file';
import type { Viewer } from '../viewer';
import { mayReadFile, misfit, filesTakenBy } from './file-field';

/**
 * Makes the files that cleaned values name those of the record that is about to be written, so that whoever reads it reads them.
 * Somebody's own uploads become part of it; what belongs to another record, and may be read, is copied: an image that was
 * pasted from there is seen by the readers of this record, and stays when that one goes. Puts the addresses into `values`.
 * @throws AppError invalid for what is not there or may not be read.
 */
export async function attachFiles(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  recordId: string,
  values: Record<string, unknown>,
): Promise<void> {
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = model.fields[name];
    const files = field && kindOf(field).files;
    const ids = files && value !== null ? files.find(value) : [];
    if (!field || !files || ids.length === 0) continue;
    const place = { model: model.name, recordId, field: name };
    const found = new Map((await findStoredFiles(ids, tx)).map((file) => [file.id, file]));
    const placed = new Map<string, NamedFile>();
    for (const id of ids) {
      const outcome = await placeFile(tx, viewer, field, place, found.get(id));
      if (typeof outcome === 'string') problems.push({ path: name, code: 'unknown-file', message: outcome });
      else placed.set(id, outcome);
    }
    values[name] = files.replace(value, placed);
  }
  if (problems.length > 0) throw new AppError('invalid', { problems });
}

/** The file as this field may name it, or why it can't. */
async function placeFile(
  tx: Executor,
  viewer: Viewer,
  field: Field,
  place: FilePlace,
  file: StoredFile | undefined,
): Promise<NamedFile | string> {
  const isText = kindOf(field).isHtml === true;
  const unknown = `${isText ? 'An image in the text' : 'The file'} is not here, or you may not see it: upload it again.`;
  if (!file) return unknown;
  const isOfRecord = file.model === place.model && file.record_id === place.recordId;
  if (isOfRecord && file.field === place.field) return file;
  if (!isOfRecord && !(await mayReadFile(viewer, file, tx))) return unknown;
  const wrong = misfit(filesTakenBy(field) ?? 'image', file.media_type);
  if (wrong) return wrong;
  if (file.record_id === null) {
    await attachStoredFiles(tx, [file.id], place);
    return file;
  }
  const copy = newId();
  // Whoever may write is a person; trusted code copies in the name of who uploaded it.
  await copyStoredFile(tx, file.id, place, { id: copy, by: viewer.kind === 'user' ? viewer.id : file.created_by });
  return { id: copy, name: file.name };
}
