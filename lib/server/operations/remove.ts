import 'server-only';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { allowed, grantedWithoutElevation } from '../access';
import { audit } from '../audit';
import { query, queryOne, sql, transaction, type Executor } from '../db/sql';
import { hooksOf } from '../hooks';
import { newId } from '../id';
import { recordJson } from '../queries/record';
import { blockersOf, goesWith, type Blocker, type Going } from '../queries/removal';
import { titleSql } from '../rules';
import { labelled } from '../rules/candidates';
import { systemViewer, type Viewer } from '../viewer';
import { announceDeletion } from '../webhooks/announce-deletion';
import { lockRecord } from './lock';
import { refuseUnlessAsked } from './list';
import { userIdOf } from './write';

export type RemovalPlan = {
  readonly title: string;
  readonly version: number;
  /** What is deleted along, by model. */
  readonly goes: readonly { model: string; label: string; count: number; titles: string[] }[];
  /** What still uses it and must let go first. Records that the viewer can't see are not counted. */
  readonly blockers: readonly { model: string; label: string; count: number; titles: string[]; hasHidden: boolean }[];
};

export const titlesShown = 5;

/** What deleting a record would take along, and what stands in its way. */
export async function removalPlan(viewer: Viewer, model: Model, id: string | number): Promise<RemovalPlan> {
  refuseUnlessAsked(viewer, model);
  return transaction(async (tx) => {
    const { going, locked } = await plan(tx, viewer, model, id);
    const blockers = await blockersOf(tx, viewer, going);
    const goes = await describeGoing(tx, going, [locked.id]);
    const title = await queryOne<{ title: string }>(
      sql`SELECT ${titleSql(model, 't')} AS title FROM ${sql.table(tableOf(model))} t WHERE t.id = ${locked.id}`,
      tx,
    );
    return {
      title: title ? labelled(model, title.title) : model.label,
      version: locked.version,
      goes,
      blockers: blockers.map(describeBlocker),
    };
  });
}

/** What a deletion takes besides the records themselves, for people. */
export async function describeGoing(
  tx: Executor,
  going: readonly Going[],
  roots: readonly string[],
): Promise<RemovalPlan['goes']> {
  const own = new Set(roots);
  const goes: RemovalPlan['goes'][number][] = [];
  for (const { model, ids } of going) {
    const others = ids.filter((one) => !own.has(one));
    if (others.length === 0) continue;
    const rows = await query<{ title: string }>(
      sql`SELECT ${titleSql(model, 't')} AS title FROM ${sql.table(tableOf(model))} t WHERE t.id = ANY(${others}::uuid[]) ORDER BY 1 LIMIT ${titlesShown}`,
      tx,
    );
    const titles = rows.map(({ title }) => labelled(model, title));
    goes.push({ model: model.name, label: labelOf(model, others.length), count: others.length, titles });
  }
  return goes;
}

const labelOf = ({ label, labelPlural }: Model, count: number): string => (count === 1 ? label : labelPlural);

export const describeBlocker = ({ model, titles, visible, hasHidden }: Blocker) => ({
  model: model.name,
  label: labelOf(model, visible),
  count: visible,
  titles: titles.slice(0, titlesShown),
  hasHidden,
});

async function plan(tx: Executor, viewer: Viewer, model: Model, id: string | number) {
  const locked = await lockRecord(tx, viewer, model, id);
  const right = await queryOne<{ may: boolean; ordinary: boolean }>(
    sql`SELECT ${allowed(viewer, model, 't', 'delete')} AS may, ${grantedWithoutElevation(viewer, model, 't')} AS ordinary FROM ${sql.table(tableOf(model))} t WHERE t.id = ${locked.id}`,
    tx,
  );
  if (!right?.may || model.readOnly) throw new AppError('forbidden', { message: mayNotDelete(model) });
  return { locked, elevated: !right.ordinary, going: await goesWith(tx, model, locked.id) };
}

function mayNotDelete(model: Model): string {
  const what = `this ${model.label.toLowerCase()}`;
  if (model.access.by === 'via')
    return `Deleting ${what} needs the level contributor on all the projects that share it.`;
  if (model.access.by === 'grants') return `Only owners delete ${what}.`;
  return `Only administrators delete ${what}.`;
}

/** Deletes a record with what hangs on it, softly. The answer's `deletion` brings all of it back; that of a view’s row is empty. */
export async function removeRecord(
  viewer: Viewer,
  model: Model,
  id: string | number,
  options: { readonly version?: number; readonly tx?: Executor; readonly deletion?: string } = {},
): Promise<{ deletion: string }> {
  refuseUnlessAsked(viewer, model);
  const work = async (tx: Executor) => {
    const { locked, going, elevated } = await plan(tx, viewer, model, id);
    if (options.version !== undefined && options.version !== locked.version)
      throw new AppError('stale', { data: { current: JSON.parse(locked.record) as unknown, version: locked.version } });
    const { writes } = hooksOf(model);
    if (writes) {
      await writes.remove({ tx, viewer, model, id: locked.id });
      return { deletion: '' };
    }
    const blockers = await blockersOf(tx, viewer, going);
    if (blockers.length > 0) throw inUse(`This ${model.label.toLowerCase()} is`, blockers);
    const deletion = options.deletion ?? newId();
    await markDeleted(tx, viewer, going, deletion, elevated);
    return { deletion };
  };
  return options.tx ? work(options.tx) : transaction(work);
}

/** `what`: "This session is". */
export function inUse(what: string, blockers: readonly Blocker[]): AppError {
  const users = blockers.map(({ model: other, titles, visible, hasHidden }) => {
    const named = titles
      .slice(0, 3)
      .map((title) => `“${title}”`)
      .join(', ');
    const count =
      visible > 0
        ? `${visible} ${visible === 1 ? other.label.toLowerCase() : other.labelPlural.toLowerCase()} (${named}${visible > 3 ? ', …' : ''})`
        : '';
    return [count, hasHidden ? 'records that you can’t see' : ''].filter(Boolean).join(' and ');
  });
  return new AppError('in_use', {
    message: `${what} still used by ${users.join(' and by ')}: take it out there first.`,
    data: { blockers: blockers.map(describeBlocker) },
  });
}

/** Marks everything as deleted under one id, with an audit row each. */
export async function markDeleted(
  tx: Executor,
  viewer: Viewer,
  going: readonly Going[],
  deletion: string,
  elevated: boolean,
): Promise<void> {
  const everything = systemViewer('record of a deletion');
  await announceDeletion(tx, going);
  for (const { model, ids } of going) {
    const table = sql.table(tableOf(model));
    const rows = await query<{ id: string; record: string }>(
      sql`SELECT t.id::text, ${recordJson(everything, model, 't')}::text AS record FROM ${table} t WHERE t.id = ANY(${ids}::uuid[])`,
      tx,
    );
    await query(
      sql`UPDATE ${table} SET live = NULL, deleted_at = now(), deletion = ${deletion}, updated_by = ${userIdOf(viewer)}, version = version + 1 WHERE id = ANY(${ids}::uuid[])`,
      tx,
    );
    await audit(
      tx,
      viewer,
      rows.map(({ id, record }) => ({
        model: model.name,
        recordId: id,
        action: 'delete' as const,
        before: record,
        elevated,
      })),
    );
  }
}
