import 'server-only';
import { AppError } from '@/lib/errors';
import { findStoredFiles, type StoredFile } from '../queries/stored-file';
import { isKey } from '../storage/store';
import { anonymousViewer, type Viewer } from '../viewer';
import { mayReadFile } from './file-field';

/** A file that the viewer may read, or that anyone may. @throws AppError not_found for every other, exactly as if there were none. */
export async function readableFile(viewer: Viewer, id: string): Promise<StoredFile> {
  const [file] = isKey(id) ? await findStoredFiles([id]) : [];
  if (!file) throw new AppError('not_found');
  if (await mayReadFile(viewer, file)) return file;
  if (viewer.portal !== 'public' && (await mayReadFile(anonymousViewer, file))) return file;
  throw new AppError('not_found');
}
