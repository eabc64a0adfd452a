import 'server-only';
import { models } from '@/lib/models';
import { transaction } from '../db/sql';
import type { Viewer } from '../viewer';
import { filesMax } from './import-sessions';
import { removeRecord } from './remove';

/** Deletes the sessions that an import created, all of them or none. Throws what deleting one would. */
export async function undoImport(viewer: Viewer, ids: readonly string[]): Promise<void> {
  await transaction(async (tx) => {
    for (const id of ids.slice(0, filesMax)) await removeRecord(viewer, models.session, id, { tx });
  });
}
