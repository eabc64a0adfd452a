import 'server-only';
import type { GridUndo } from '@/lib/declare/grid';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { gridTableOf, throughOf } from '@/lib/formats/grid/table';
import { transaction, type Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { removeRecord, restoreRecords } from './remove';
import { removeMany } from './remove-many';
import { writeMany } from './write-many';

/**
 * Sets a save of a grid back through the ordinary operations, all of it or nothing. What somebody has changed since is
 * refused. @throws AppError conflict, forbidden, not_found, in_use.
 */
export async function undoGrid(viewer: Viewer, model: Model, undo: GridUndo): Promise<void> {
  if (!gridTableOf(model)) throw new AppError('not_found');
  await transaction(async (tx) => {
    await unlink(tx, viewer, model, undo);
    for (const deletion of undo.deletions) await restoreRecords(viewer, deletion, { tx });
    if (undo.changed.length > 0) {
      const records = undo.changed.map(({ id, version, values }) => ({ ...values, id, version }));
      const refused = (await writeMany(viewer, model, records, { tx })).find(({ error }) => error)?.error;
      if (refused?.code === 'stale')
        throw new AppError('conflict', { message: 'Someone has changed some of it since: see the history of each.' });
      if (refused) throw refused;
    }
    if (undo.created.length > 0) await removeMany(viewer, model, undo.created, { tx });
  });
}

/** Deletes the links that were made, where their records stay. */
async function unlink(tx: Executor, viewer: Viewer, model: Model, { links }: GridUndo): Promise<void> {
  for (const { model: name, made } of links) {
    const through = Object.values(model.fields)
      .map(throughOf)
      .find((one) => one?.model.name === name);
    if (!through) throw new AppError('not_found');
    for (const id of made) await removeRecord(viewer, through.model, id, { tx });
  }
}
