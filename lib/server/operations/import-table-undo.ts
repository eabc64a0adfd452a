import 'server-only';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import { isUuid } from '@/lib/declare/kinds/reference';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { entryTime } from '@/lib/vocabularies/entry-time';
import { transaction, type Executor } from '../db/sql';
import { versionsOf } from '../queries/import-table-existing';
import {
  lockImport,
  markUndone,
  passVersionsOn,
  recordsOfImport,
  type ImportedRecord,
} from '../queries/import-table-log';
import { newId } from '../id';
import { goesWith } from '../queries/removal';
import { titlesOf } from '../rules/candidates';
import type { UserViewer } from '../viewer';
import { getRecord } from './get';
import { stable } from './stable-json';
import { removeEntry } from './log-entries';
import type { Watch } from './import-table';
import { removeRecord } from './remove';
import { removeMany } from './remove-many';
import { updateRecord } from './update';
import { updateMany } from './update-many';
import { OneByOne, writeTogether } from './write-together';

/** Records from one word of progress to the next, undone together. */
const progressRecords = 200;

/**
 * Takes an import back, all of it or nothing: what it created is deleted, what it changed is set back, the entries it added
 * are removed. For whoever imported and for administrators, each with their own rights.
 * @throws AppError not_found; conflict where something was changed or built upon since; what deleting or changing throws.
 */
export async function undoTableImport(viewer: UserViewer, id: string, watch: Watch = {}): Promise<void> {
  if (!isUuid(id)) throw new AppError('not_found');
  await transaction(async (tx) => {
    const found = await lockImport(tx, viewer, id);
    if (!found) throw new AppError('not_found');
    if (found.isUndone) throw new AppError('conflict', { message: 'This import has been undone already.' });
    const records = await recordsOfImport(tx, id);
    const [model] = records.map((record) => modelNamed(record.model));
    if (model) await refuseIfChanged(tx, viewer, model, records);
    // What was changed first: a record that an import made may hold what it changed.
    const order = [
      ...records.filter(({ action }) => action !== 'create'),
      ...records.filter(({ action }) => action === 'create'),
    ];
    // One deletion, so that one restore brings back all that this takes.
    const undo: Undo = { tx, viewer, deletion: newId() };
    let done = 0;
    for (const some of runsOf(order)) {
      watch.signal?.throwIfAborted();
      await undoSome(undo, some);
      done += some.length;
      watch.onProgress?.(done, order.length);
    }
    if (model) await passVersionsOn(tx, model, records);
    await markUndone(tx, viewer, id);
  });
}

type Undo = { readonly tx: Executor; readonly viewer: UserViewer; readonly deletion: string };

/** Pieces of the same action on records of the same model, each no longer than a step of progress. */
function runsOf(records: readonly ImportedRecord[]): ImportedRecord[][] {
  const runs: ImportedRecord[][] = [];
  for (const record of records) {
    const last = runs.at(-1);
    const [first] = last ?? [];
    const isSame = first?.action === record.action && first.model === record.model;
    if (last && isSame && last.length < progressRecords) last.push(record);
    else runs.push([record]);
  }
  return runs;
}

/** Undoes records with a few statements; where that is refused, one after another says which is at fault. */
async function undoSome(undo: Undo, records: readonly ImportedRecord[]): Promise<void> {
  const [first] = records;
  if (!first) return;
  const { tx, viewer, deletion } = undo;
  const model = modelNamed(first.model);
  const together = await writeTogether<ImportedRecord, object>(tx, records, async (some) => {
    if (first.action === 'update')
      return updateMany(
        tx,
        viewer,
        model,
        some.map(({ id, data }) => ({ id, input: data })),
      );
    // Entries of one log follow each other.
    if (first.action === 'entry') throw new OneByOne();
    const ids = some.map(({ id }) => id);
    await removeMany(viewer, model, ids, { tx, deletion });
    return { done: some };
  });
  if (together?.every((one) => !('error' in one))) return;
  for (const record of records) await undoOne(undo, model, record);
}

async function undoOne(
  { tx, viewer, deletion }: Undo,
  model: Model,
  { action, id, data }: ImportedRecord,
): Promise<void> {
  if (action === 'create') await removeRecord(viewer, model, id, { tx, deletion });
  else if (action === 'update') await updateRecord(viewer, model, id, data, { tx });
  else await removeAddedEntry(tx, viewer, model, id, data as LogEntry); // as the import wrote it
}

async function removeAddedEntry(
  tx: Executor,
  viewer: UserViewer,
  model: Model,
  id: string,
  added: LogEntry,
): Promise<void> {
  const log: AnyRecord = await getRecord(viewer, model, id, {}, tx);
  const there = (log.entries as readonly LogEntry[]).find((one) => entryTime(one) === entryTime(added)); // stored checked
  if (stable(there) !== stable(added)) throw changedSince([`the entry at ${entryTime(added)}`]);
  await removeEntry(viewer, model, id, { date_time: entryTime(added) }, { tx });
}

/** Work that others have done since is not taken back with it. */
async function refuseIfChanged(
  tx: Executor,
  viewer: UserViewer,
  model: Model,
  records: readonly ImportedRecord[],
): Promise<void> {
  const whole = records.filter(({ action }) => action !== 'entry');
  const versions = await versionsOf(tx, viewer, model, [...new Set(whole.map(({ id }) => id))]);
  const changed = [...new Set(whole.filter(({ id, version }) => versions.get(id) !== version).map(({ id }) => id))];
  if (changed.length > 0) throw changedSince([...(await titlesOf(viewer, model, changed)).values()], changed.length);
  const created = whole.filter(({ action }) => action === 'create').map(({ id }) => id);
  if (created.length === 0) return;
  const hanging = (await goesWith(tx, model, ...created)).filter((going) => going.model.name !== model.name);
  if (hanging.length === 0) return;
  const what = hanging
    .map(
      ({ ids, model: other }) => `${ids.length} ${(ids.length === 1 ? other.label : other.labelPlural).toLowerCase()}`,
    )
    .join(', ');
  throw new AppError('conflict', {
    message: `What was imported has been built upon: ${what} would be deleted with it. Delete those first. Nothing was undone.`,
  });
}

function changedSince(titles: readonly string[], count = titles.length): AppError {
  const named = titles
    .slice(0, 5)
    .map((title) => `“${title}”`)
    .join(', ');
  return new AppError('conflict', {
    message: `Changed since the import: ${named || (count === 1 ? 'a record' : `${count} records`)}${count > 5 ? ` and ${count - 5} more` : ''}. Nothing was undone.`,
  });
}
