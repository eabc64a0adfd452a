import 'server-only';
import type { ManyPlan, WrittenRecords } from '@/lib/declare/many-changes';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { query, sql, transaction, type Executor } from '../db/sql';
import type { TitlesByModel } from '../queries/titles';
import type { Viewer } from '../viewer';
import { moveOf, readChange } from './change-many-input';
import { brokenAmong, brokenAround, misfitsOf, type Broken } from './change-many-misfits';
import { isWritten } from './change-many-part';
import { presented, sealOf, titlesIn } from './change-many-present';
import { runChange, type DonePart } from './change-many-run';
import { refuseUnlessAsked } from './list';

/**
 * What a change of several records would do, and who would see them then: it is made, looked at and taken back in one
 * transaction, by the steps of the change itself. Records out of the viewer's sight are left out.
 * @throws AppError invalid, forbidden for what can't be changed in several records.
 */
export async function planChangeOfMany(
  viewer: Viewer,
  model: Model,
  ids: readonly string[],
  input: unknown,
): Promise<{ plan: ManyPlan; titles: TitlesByModel }> {
  refuseUnlessAsked(viewer, model);
  const change = readChange(model, input, ids.length);
  return transaction(async (tx) => {
    await query(sql`SAVEPOINT plan`, tx);
    const done = await runChange(tx, viewer, model, ids, change);
    const after = await brokenBy(tx, viewer, done);
    await query(sql`ROLLBACK TO SAVEPOINT plan`, tx);
    const misfits = misfitsOf(await brokenAmong(tx, viewer, after), after);
    const titles = await titlesIn(tx, viewer, done);
    const parts = done.map((one) => presented(one, titles));
    return { plan: { ids, parts, misfits, seal: sealOf(change, done) }, titles };
  });
}

/** What breaks a rule at this moment, of all that has to do with records that are moved. */
async function brokenBy(tx: Executor, viewer: Viewer, done: readonly DonePart[]): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const { part, outcomes } of done) {
    if (!moveOf(part.model, part)) continue;
    const moved = outcomes.filter(isWritten).map(({ id }) => id);
    if (moved.length > 0) broken.push(...(await brokenAround(tx, viewer, part.model, moved)));
  }
  return broken;
}

/**
 * Makes a change that somebody has looked at, all of it or nothing. The answer is what undoes it.
 * @throws AppError stale when it would no longer do what they have seen; invalid, forbidden.
 */
export async function changeMany(
  viewer: Viewer,
  model: Model,
  ids: readonly string[],
  input: unknown,
  seal: string,
): Promise<WrittenRecords[]> {
  refuseUnlessAsked(viewer, model);
  const change = readChange(model, input, ids.length);
  return transaction(async (tx) => {
    const done = await runChange(tx, viewer, model, ids, change);
    if (sealOf(change, done) !== seal)
      throw new AppError('stale', {
        message: 'Something has changed since you looked, so nothing was done. This is what would happen now.',
      });
    return done.flatMap(writtenBy);
  });
}

function writtenBy({ part, outcomes }: DonePart): WrittenRecords[] {
  const changed = outcomes.filter(isWritten).filter(({ status }) => status === 'changed');
  if (!part.parts)
    return [
      {
        model: part.model.name,
        versions: Object.fromEntries(changed.map(({ wire, after }) => [wire, after.version])),
      },
    ];
  const made = changed.flatMap((one) => one.made ?? []);
  // Parts that went together came to one deletion.
  const deletions = [...new Set(changed.flatMap((one) => one.deletions ?? []))];
  return [{ model: part.parts.field.of, versions: {}, made, deletions }];
}
