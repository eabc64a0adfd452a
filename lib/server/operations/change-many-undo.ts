import 'server-only';
import { z } from 'zod';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { findModel } from '@/lib/models';
import { transaction, type Executor } from '../db/sql';
import { writtenVersions, type WrittenVersion } from '../queries/written-versions';
import { labelled } from '../rules/candidates';
import type { UserViewer } from '../viewer';
import { partsMadeMax } from './change-many-input';
import { changedNames } from './history-diff';
import { isUndoable } from './history-undo';
import { refuseUnlessAsked } from './list';
import { lockRows } from './lock';
import { titlesShown } from './remove';
import { restoreRecords } from './restore';
import { removeMany } from './remove-many';
import { updateMany } from './update-many';
import { writeEach } from './write-together';

const writtenSchema = z
  .array(
    z.object({
      model: z.string(),
      versions: z.record(z.string(), z.number().int().positive()),
      made: z.array(z.string()).max(partsMadeMax).optional(),
      deletions: z.array(z.string()).max(partsMadeMax).optional(),
    }),
  )
  .max(10);

/**
 * Sets the records that a change of many has written back to what they were, all of them or none, each as an ordinary new
 * write with the rights of now. Only one's own writes, and only while nobody has changed the records since.
 * @throws AppError conflict where somebody has, or where a record can't be set back any more.
 */
export async function undoChangeOfMany(viewer: UserViewer, input: unknown): Promise<void> {
  const parsed = writtenSchema.safeParse(input);
  if (!parsed.success) throw new AppError('not_found');
  await transaction(async (tx) => {
    // What went along with the others goes back first.
    for (const { model: name, versions, made = [], deletions = [] } of parsed.data.toReversed()) {
      const model = findModel(name);
      if (!model) throw new AppError('not_found');
      refuseUnlessAsked(viewer, model);
      await undoPart(tx, viewer, model, versions);
      const what = model.labelPlural.toLowerCase();
      if (made.length > 0) await orNothing(`One of the ${what}`, removeMany(viewer, model, made, { tx, version: 1 }));
      for (const deletion of deletions)
        await orNothing(`One of the ${what}`, restoreRecords(viewer, deletion, { tx, isWhole: true }));
    }
  });
}

async function undoPart(
  tx: Executor,
  viewer: UserViewer,
  model: Model,
  versions: Readonly<Record<string, number>>,
): Promise<void> {
  const locked = await lockRows(tx, viewer, model, Object.keys(versions));
  const writes = await writtenVersions(tx, viewer, model, locked, versions);
  if (writes.length < Object.keys(versions).length)
    throw notUndone(`Some of these ${model.labelPlural.toLowerCase()} are gone by now.`);
  const touched = writes.filter(({ wire, now }) => now !== versions[wire]);
  if (touched.length > 0) {
    const names = touched.slice(0, titlesShown).map(({ title }) => `“${labelled(model, title)}”`);
    const more = touched.length - names.length;
    throw notUndone(`Changed since: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`);
  }
  const changes = writes.map((write) => ({ id: write.wire, version: write.now, input: inputBefore(model, write) }));
  const done = await writeEach(tx, changes, (some) => updateMany(tx, viewer, model, some));
  for (const [place, { title }] of writes.entries()) {
    const one = done[place];
    if (one && 'error' in one) throw notUndone(`“${labelled(model, title)}”: ${one.error.message}`);
  }
}

/** What makes a record as it was before a write. */
function inputBefore(model: Model, { before, after }: WrittenVersion): Record<string, unknown> {
  if (!before || !after) throw new AppError('not_found');
  const names = changedNames(model, before, after).filter((name) => {
    const field = model.fields[name];
    return field !== undefined && isUndoable(field);
  });
  return Object.fromEntries(names.map((name) => [name, before[name]]));
}

/** What one record refuses is the refusal of all. */
async function orNothing(what: string, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
    throw notUndone(`${what}: ${error.message}`);
  }
}

const notUndone = (why: string) => new AppError('conflict', { message: `${why} Nothing was undone.` });
