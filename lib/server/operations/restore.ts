import 'server-only';
import { isUuid } from '@/lib/declare/kinds/reference';
import { tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { modelNamed, storedModels } from '@/lib/models';
import { audit, type AuditEntry } from '../audit';
import { query, sql, transaction, type Executor } from '../db/sql';
import { isRoot, mayBringBack } from '../queries/taken';
import type { Viewer } from '../viewer';
import { elevatedAmong, userIdOf } from './write';

type Taken = { model: string; id: string; isRoot: boolean; may: boolean };

/**
 * Brings back what one deletion took, as far as the viewer could delete it: each record with what went along. Answers the first of
 * them. `isWhole` is for those who set back a write of their own: all of it or nothing.
 * @throws AppError not_found where there is nothing of it for the viewer; conflict when a name has been taken since.
 */
export async function restoreRecords(
  viewer: Viewer,
  deletion: string,
  options: { readonly tx?: Executor; readonly isWhole?: boolean } = {},
): Promise<{ model: string; id: string }> {
  if (!isUuid(deletion)) throw new AppError('not_found');
  const work = async (tx: Executor) => {
    const taken = await takenBy(tx, viewer, deletion);
    const mine = taken.filter(({ may }) => may);
    const roots = mine.filter((row) => row.isRoot);
    const [first] = roots;
    if (!first || (options.isWhole && mine.length < taken.length)) throw new AppError('not_found');
    // In the history a record comes before what belongs to it.
    const names = new Set([...roots, ...mine].map(({ model }) => model));
    const restored: AuditEntry[] = [];
    for (const name of names) restored.push(...(await bringBack(tx, viewer, name, deletion, mine)));
    if (restored.length === 0) throw new AppError('not_found');
    let isElevated = false;
    for (const name of new Set(roots.map(({ model }) => model)))
      isElevated ||= (await elevatedAmong(tx, viewer, modelNamed(name), idsOf(name, roots))).size > 0;
    await audit(
      tx,
      viewer,
      restored.map((entry) => ({ ...entry, elevated: isElevated })),
    );
    return { model: first.model, id: first.id };
  };
  return options.tx ? work(options.tx) : transaction(work);
}

const idsOf = (name: string, rows: readonly Taken[]): string[] =>
  rows.flatMap(({ model, id }) => (model === name ? [id] : []));

/** Everything that a deletion took and that is still gone. */
const takenBy = (tx: Executor, viewer: Viewer, deletion: string): Promise<Taken[]> =>
  query<Taken>(
    sql.join(
      storedModels.map(
        (model) =>
          sql`SELECT ${sql.lit(model.name)} AS model, t.id::text, ${isRoot(model, 't')} AS "isRoot", ${mayBringBack(viewer, model, 't')} AS may FROM ${sql.table(tableOf(model))} t WHERE t.deletion = ${deletion}::uuid`,
      ),
      sql` UNION ALL `,
    ),
    tx,
  );

async function bringBack(
  tx: Executor,
  viewer: Viewer,
  name: string,
  deletion: string,
  rows: readonly Taken[],
): Promise<AuditEntry[]> {
  const back = await query<{ id: string }>(
    sql`UPDATE ${sql.table(tableOf(modelNamed(name)))} SET live = true, deleted_at = NULL, deletion = NULL, updated_by = ${userIdOf(viewer)}, version = version + 1
      WHERE deletion = ${deletion}::uuid AND id = ANY(${idsOf(name, rows)}::uuid[]) RETURNING id::text`,
    tx,
  );
  return back.map(({ id }): AuditEntry => ({ model: name, recordId: id, action: 'restore' }));
}
