import 'server-only';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { allowed, grantedWithoutElevation } from '../access';
import { query, sql, transaction, type Executor } from '../db/sql';
import { newId } from '../id';
import { wireId } from '../queries/record';
import { blockersOf, goesWith } from '../queries/removal';
import { titleSql } from '../rules';
import { labelled } from '../rules/candidates';
import type { Viewer } from '../viewer';
import { refuseUnlessAsked } from './list';
import { lockRows } from './lock';
import { describeBlocker, describeGoing, inUse, markDeleted, titlesShown, type RemovalPlan } from './remove';

export type RemovalPlanOfMany = {
  /** Those that would be deleted: what of the records asked for the viewer may delete. */
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** Those that the viewer reads but may not delete: they stay. */
  readonly staying: { readonly count: number; readonly titles: readonly string[] };
} & Pick<RemovalPlan, 'goes' | 'blockers'>;

type Row = { id: string; wire: string; title: string; version: number; may: boolean; ordinary: boolean };

/** Whether records of the model can be deleted in a list: those of a view and of read-only models have ways of their own. */
export const areDeletable = (model: Model): boolean => !model.view && !model.readOnly && model.name !== 'user';

async function lockAll(tx: Executor, viewer: Viewer, model: Model, ids: readonly (string | number)[]): Promise<Row[]> {
  if (!areDeletable(model)) throw new AppError('forbidden');
  const locked = await lockRows(tx, viewer, model, ids);
  return query<Row>(
    sql`SELECT t.id::text, ${wireId(model, 't')}::text AS wire, ${titleSql(model, 't')} AS title, t.version, ${allowed(viewer, model, 't', 'delete')} AS may,
      ${grantedWithoutElevation(viewer, model, 't')} AS ordinary FROM ${sql.table(tableOf(model))} t WHERE t.id = ANY(${locked}::uuid[]) ORDER BY 3, 1`,
    tx,
  );
}

/** What deleting several records would take along and what stands in its way. Those out of the viewer's sight are left out. */
export async function removalPlanOfMany(
  viewer: Viewer,
  model: Model,
  ids: readonly (string | number)[],
): Promise<RemovalPlanOfMany> {
  refuseUnlessAsked(viewer, model);
  return transaction(async (tx) => {
    const rows = await lockAll(tx, viewer, model, ids);
    const [mine, others] = [rows.filter(({ may }) => may), rows.filter(({ may }) => !may)];
    const roots = mine.map(({ id }) => id);
    const going = await goesWith(tx, model, ...roots);
    const titlesOf = (some: readonly Row[]) => some.slice(0, titlesShown).map(({ title }) => labelled(model, title));
    return {
      ids: mine.map(({ wire }) => wire),
      titles: titlesOf(mine),
      staying: { count: others.length, titles: titlesOf(others) },
      goes: await describeGoing(tx, going, roots),
      blockers: (await blockersOf(tx, viewer, going)).map(describeBlocker),
    };
  });
}

/**
 * Deletes several records with what hangs on them, all or none; one `deletion` brings all of it back.
 * With a `version` all of them must have that one still; with a `deletion` they join what that one took.
 * @throws AppError not_found when one of them is gone, forbidden, stale, in_use.
 */
export async function removeMany(
  viewer: Viewer,
  model: Model,
  ids: readonly (string | number)[],
  options: { readonly tx?: Executor; readonly version?: number; readonly deletion?: string } = {},
): Promise<{ deletion: string; count: number }> {
  refuseUnlessAsked(viewer, model);
  const work = async (tx: Executor) => {
    const rows = await lockAll(tx, viewer, model, ids);
    const what = model.labelPlural.toLowerCase();
    if (rows.length === 0 || rows.length < new Set(ids.map(String)).size)
      throw new AppError('not_found', { message: `Some of these ${what} are gone by now. Look at the list again.` });
    if (rows.some(({ may }) => !may))
      throw new AppError('forbidden', { message: `Some of these ${what} you may not delete.` });
    if (options.version !== undefined && rows.some(({ version }) => version !== options.version))
      throw new AppError('stale');
    const going = await goesWith(tx, model, ...rows.map(({ id }) => id));
    const blockers = await blockersOf(tx, viewer, going);
    if (blockers.length > 0) throw inUse(`Some of these ${what} are`, blockers);
    const deletion = options.deletion ?? newId();
    await markDeleted(
      tx,
      viewer,
      going,
      deletion,
      rows.some(({ ordinary }) => !ordinary),
    );
    return { deletion, count: rows.length };
  };
  return options.tx ? work(options.tx) : transaction(work);
}
