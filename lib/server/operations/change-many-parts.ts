import 'server-only';
import type { PartsField } from '@/lib/declare/many-changes';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { columnOf, tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { query, sql, type Executor, type Sql } from '../db/sql';
import { readableRows } from '../queries/record';
import type { Viewer } from '../viewer';
import { createRecord } from './create';
import { removeRecord } from './remove';

/** The same parts for several records, to be made or deleted: subjects of sessions. */
export type PartsChange = {
  readonly field: PartsField;
  readonly operation: 'add' | 'remove';
  /** What the parts are about. */
  readonly ids: readonly string[];
};

/** What undoes it: the parts that were made, and the deletions of those that were taken away. */
export type PartsWritten = { readonly made?: readonly string[]; readonly deletions?: readonly string[] };

type Known = { readonly owner: string; readonly id: string; readonly target: string };

/** The parts of records by the records' ids, of those that the viewer may read with what they are about. */
export async function partsOf(
  tx: Executor,
  viewer: Viewer,
  { of, by, leadsBy, to }: PartsField,
  owners: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, readonly Known[]>> {
  const [part, target] = [modelNamed(of), modelNamed(to)];
  const [owner, leads] = [pointer(part, by), pointer(part, leadsBy)];
  const rows = await query<Known>(
    sql`SELECT ${owner}::text AS owner, p.id::text, ${leads}::text AS target FROM ${sql.table(tableOf(part))} p
      JOIN ${sql.table(tableOf(target))} r ON r.id = ${leads} AND ${readableRows(viewer, target, 'r')}
      WHERE ${owner} = ANY(${owners.map(({ id }) => id)}::uuid[]) AND ${readableRows(viewer, part, 'p')} ORDER BY p.created_at, p.id`,
    tx,
  );
  const byOwner = new Map<string, Known[]>();
  for (const row of rows) byOwner.set(row.owner, [...(byOwner.get(row.owner) ?? []), row]);
  return byOwner;
}

function pointer(model: Model, name: string): Sql {
  const field = model.fields[name];
  if (!field) throw new Error(`${model.name} has no field ${name}.`);
  return sql.ref(`p.${columnOf(name, field)}`);
}

/** Makes or deletes the parts of one record. Its state before and after holds the ids of what the parts are about. */
export async function changeParts(
  tx: Executor,
  viewer: Viewer,
  { field, operation, ids }: PartsChange,
  record: AnyRecord,
  known: readonly Known[],
) {
  const part = modelNamed(field.of);
  const now = known.map(({ target }) => target);
  const made: string[] = [];
  const deletions: string[] = [];
  if (operation === 'add')
    for (const target of ids.filter((id) => !now.includes(id))) {
      const one = await createRecord(viewer, part, { [field.by]: record.id, [field.leadsBy]: target }, { tx });
      made.push(String(one.id));
    }
  else
    for (const { id } of known.filter(({ target }) => ids.includes(target)))
      deletions.push((await removeRecord(viewer, part, id, { tx })).deletion);
  const next = operation === 'add' ? [...new Set([...now, ...ids])] : now.filter((id) => !ids.includes(id));
  const isSame = made.length + deletions.length === 0;
  return {
    status: isSame ? ('unchanged' as const) : ('changed' as const),
    before: { ...record, [field.name]: now },
    after: { ...record, [field.name]: next },
    made,
    deletions,
  };
}
