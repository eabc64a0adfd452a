import 'server-only';
import { transaction } from '../db/sql';
import { deleteStoredFiles, findAbandoned } from '../queries/stored-file';
import { getStore } from './current';
import { previewKey } from './store';

/** How long an upload that no draft names waits to be saved with a record: a form may lie open over a weekend. */
const waitingDays = 7;
const atOnce = 100;

/**
 * Removes uploads that no record was saved with and no draft names. Whatever was once part of a record stays, also when it was replaced or the
 * record was deleted: its history shows it, and undoing brings it back. Answers how many were removed.
 */
export async function sweepFiles(): Promise<number> {
  let count = 0;
  for (;;) {
    const removed = await transaction(async (tx) => {
      const files = await findAbandoned(tx, waitingDays, atOnce);
      const store = getStore();
      // The bytes first: what ends in between is done again. Only files of records are copied, so nobody shares these.
      for (const { content_id } of files) {
        await store.delete(content_id);
        await store.delete(previewKey(content_id));
      }
      await deleteStoredFiles(
        tx,
        files.map(({ id }) => id),
      );
      return files.length;
    });
    count += removed;
    if (removed < atOnce) return count;
  }
}
