import 'server-only';
import type { GridUndo } from '@/lib/declare/grid';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { gridTableOf, throughOf } from '@/lib/formats/grid/table';
import { transaction, type Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { goesWith } from '../queries/removal';
import { recordsById } from '../queries/records-by-id';
import { lockRows } from './lock';
import { restoreRecords } from './restore';
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
    // The other way round than it was saved: what is new had been given names that others gave up.
    await removeNew(tx, viewer, model, undo.created);
    for (const deletion of undo.deletions) await restoreRecords(viewer, deletion, { tx, isWhole: true });
    if (undo.changed.length > 0) {
      const records = undo.changed.toReversed().map(({ id, version, values }) => ({ ...values, id, version }));
      const refused = (await writeMany(viewer, model, records, { tx })).find(({ error }) => error)?.error;
      if (refused?.code === 'stale') throw changedSince();
      if (refused) throw refused;
    }
  });
}

const changedSince = () =>
  new AppError('conflict', { message: 'Someone has changed some of it since: see the history of each.' });

/** Deletes new records that are as they were made, with nothing in them that was added since. */
async function removeNew(tx: Executor, viewer: Viewer, model: Model, created: GridUndo['created']): Promise<void> {
  if (created.length === 0) return;
  const ids = created.map(({ id }) => id);
  const locked = await lockRows(tx, viewer, model, ids);
  const now = await recordsById(tx, viewer, model, ids, { exclude: Object.keys(model.fields) });
  const going = await goesWith(tx, model, ...locked);
  const isAsMade = created.every(({ id, version }) => (now.get(id)?.version ?? version) === version);
  if (!isAsMade || going.some((one) => one.model.name !== model.name)) throw changedSince();
  await removeMany(viewer, model, ids, { tx });
}

/** Deletes the links that were made, where their records stay. */
async function unlink(tx: Executor, viewer: Viewer, model: Model, { links }: GridUndo): Promise<void> {
  for (const { model: name, made } of links) {
    const through = Object.values(model.fields)
      .map(throughOf)
      .find((one) => one?.model.name === name);
    if (!through) throw new AppError('not_found');
    if (made.length === 0) continue;
    await removeMany(viewer, through.model, made, { tx, version: 1 }).catch((error: unknown) => {
      throw error instanceof AppError && error.code === 'stale' ? changedSince() : error;
    });
  }
}
