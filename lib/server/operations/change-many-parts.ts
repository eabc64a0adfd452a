import 'server-only';
import type { PartsField } from '@/lib/declare/many-changes';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { columnOf, tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { query, sql, type Executor, type Sql } from '../db/sql';
import { readableRows } from '../queries/record';
import type { Viewer } from '../viewer';
import { createMany } from './create-many';
import { removeRecord } from './remove';
import { removeMany } from './remove-many';
import type { AllOrWhyNot, Refusal } from './write-together';
import { writeEach } from './write-together';

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
async function partsOf(
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

type Owner = { readonly id: string; readonly before: AnyRecord };
type OwnerChanged = {
  readonly status: 'changed' | 'unchanged';
  readonly before: AnyRecord;
  readonly after: AnyRecord;
} & PartsWritten;

/** Makes or deletes the parts of records, by the records' ids. What they are before and after holds the ids of what the parts are about. */
export async function changePartsOfAll(
  tx: Executor,
  viewer: Viewer,
  { field, operation, ids }: PartsChange,
  owners: readonly Owner[],
): Promise<ReadonlyMap<string, OwnerChanged | Refusal>> {
  const known = await partsOf(tx, viewer, field, owners);
  const partsBefore = ({ id }: Owner) => known.get(id) ?? [];
  const write = operation === 'add' ? addParts : removeParts;
  const done = await writeEach(tx, owners, (some) =>
    write(
      tx,
      viewer,
      field,
      ids,
      some.map((owner) => ({ ...owner, known: partsBefore(owner) })),
    ),
  );
  const results = owners.map((owner, place): [string, OwnerChanged | Refusal] => {
    const one = done[place] ?? {};
    if ('error' in one) return [owner.id, one];
    const now = partsBefore(owner).map(({ target }) => target);
    const next = operation === 'add' ? [...new Set([...now, ...ids])] : now.filter((id) => !ids.includes(id));
    return [
      owner.id,
      {
        status: next.length === now.length ? 'unchanged' : 'changed',
        before: { ...owner.before, [field.name]: now },
        after: { ...owner.before, [field.name]: next },
        ...one,
      },
    ];
  });
  return new Map(results);
}

type OwnerWithParts = Owner & { readonly known: readonly Known[] };

async function addParts(
  tx: Executor,
  viewer: Viewer,
  field: PartsField,
  targets: readonly string[],
  owners: readonly OwnerWithParts[],
): Promise<AllOrWhyNot<PartsWritten>> {
  const added = owners.flatMap(({ before, known }, place) =>
    targets
      .filter((id) => !known.some(({ target }) => target === id))
      .map((target) => ({ place, input: { [field.by]: before.id, [field.leadsBy]: target } })),
  );
  if (added.length === 0) return { done: owners.map(() => ({ made: [] })) };
  const inputs = added.map(({ input }) => input);
  const result = await createMany(tx, viewer, modelNamed(field.of), inputs);
  if ('refused' in result)
    return {
      // The first of the reasons stands for the record, as when its parts are made one after another.
      refused: new Map([...result.refused].toReversed().map(([index, error]) => [added[index]?.place ?? 0, error])),
    };
  const made = owners.map((): string[] => []);
  for (const [index, { record }] of result.done.entries())
    made[added[index]?.place ?? 0]?.push(String((JSON.parse(record) as AnyRecord).id)); // built from the declaration
  return { done: made.map((one) => ({ made: one })) };
}

async function removeParts(
  tx: Executor,
  viewer: Viewer,
  field: PartsField,
  targets: readonly string[],
  owners: readonly OwnerWithParts[],
): Promise<AllOrWhyNot<PartsWritten>> {
  const part = modelNamed(field.of);
  const gone = owners.map(({ known }) => known.filter(({ target }) => targets.includes(target)).map(({ id }) => id));
  const all = gone.flat();
  if (all.length === 0) return { done: owners.map(() => ({ deletions: [] })) };
  // One record alone says what stands in the way of which part.
  if (owners.length === 1) {
    const deletions: string[] = [];
    for (const id of all) deletions.push((await removeRecord(viewer, part, id, { tx })).deletion);
    return { done: [{ deletions }] };
  }
  const { deletion } = await removeMany(viewer, part, all, { tx });
  return { done: gone.map((ids) => ({ deletions: ids.length > 0 ? [deletion] : [] })) };
}
