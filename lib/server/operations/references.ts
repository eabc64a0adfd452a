import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import { isReference, type Model } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { allowed, linkingNeeds } from '../access';
import { query, sql, type Executor } from '../db/sql';
import { readableRows } from '../queries/record';
import type { Viewer } from '../viewer';

/** Fields of `values` that point at other records, with the ids they name. */
function named(
  model: Model,
  values: Readonly<Record<string, unknown>>,
): { name: string; target: Model; isList: boolean; ids: (string | number)[] }[] {
  return Object.entries(model.fields).flatMap(([name, field]) => {
    const value = values[name];
    if (value === undefined || value === null || !('to' in field) || kindOf(field).storage(field).shape === 'grants')
      return [];
    const ids = (Array.isArray(value) ? value : [value]) as (string | number)[]; // checked by the kind's schema
    return ids.length > 0 ? [{ name, target: modelNamed(String(field.to)), isList: !isReference(field), ids }] : [];
  });
}

type Found = {
  readonly field: string;
  readonly id: string;
  readonly number: number | null;
  readonly writable: boolean;
};

/** The records that these fields name, loaded inside the viewer's scope, in one statement. */
async function findTargets(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  fields: ReturnType<typeof named>,
): Promise<Map<string, Found[]>> {
  const parts = fields.map(({ name, target, ids }, index) => {
    const row = `r${index}`;
    const needs = linkingNeeds(model, name);
    const texts = ids.map(String);
    const byNumber = target.number
      ? sql` OR ${sql.ref(`${row}.number`)} = ANY(${texts.filter((id) => !id.includes('-')).map(Number)}::int[])`
      : sql``;
    const writable = needs ? allowed(viewer, target, row, needs) : sql`true`;
    const number = target.number ? sql`${sql.ref(`${row}.number`)}` : sql`NULL::int`;
    return sql`SELECT ${sql.lit(name)} AS field, ${sql.ref(`${row}.id`)}::text AS id, ${number} AS number, ${writable} AS writable FROM ${sql.table(tableOf(target))} ${sql.ref(row)}
      WHERE (${sql.ref(`${row}.id`)} = ANY(${texts.filter((id) => id.includes('-'))}::uuid[])${byNumber}) AND ${readableRows(viewer, target, row)}`;
  });
  const rows = await query<Found>(sql.join(parts, sql` UNION ALL `), tx);
  const found = new Map<string, Found[]>(fields.map(({ name }) => [name, []]));
  for (const row of rows) found.get(row.field)?.push(row);
  return found;
}

/** Puts the UUIDs that were found in the place of ids, and says what was not. */
function replaceIds(
  fields: ReturnType<typeof named>,
  found: ReadonlyMap<string, ReadonlyMap<string, Found>>,
  values: Record<string, unknown>,
  current: Readonly<Record<string, unknown>>,
): Problem[] {
  const problems: Problem[] = [];
  for (const { name, target, isList, ids } of fields) {
    const rows = found.get(name);
    const before = new Set([current[name] ?? []].flat().map(String));
    const resolved = ids.map((id) => {
      const row = rows?.get(String(id));
      const label = target.label.toLowerCase();
      if (!row)
        problems.push({
          path: name,
          code: 'unknown-reference',
          message: `There is no ${label} with the id “${id}”, or you may not see it.`,
        });
      else if (!row.writable && !before.has(String(id)))
        problems.push({
          path: name,
          code: 'forbidden-reference',
          message: `Adding to this ${label} needs the level ${target.access.by === 'directory' ? 'owner in' : 'contributor on'} it: ask one of its managers.`,
        });
      return row?.id;
    });
    values[name] = isList ? [...new Set(resolved)] : resolved[0];
  }
  return problems;
}

/** A record is named by its UUID or by its number. */
function byAnyId(rows: readonly Found[]): ReadonlyMap<string, Found> {
  const known = new Map<string, Found>();
  for (const row of rows) {
    known.set(row.id, row);
    if (row.number !== null) known.set(String(row.number), row);
  }
  return known;
}

/**
 * Replaces the ids in `values` by UUIDs, loaded inside the viewer's scope: what they may not read does not exist.
 * Through the field that gives access, a contributor's level is needed on every record that is added.
 */
export async function resolveReferences(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  values: Record<string, unknown>,
): Promise<Problem[]> {
  return (await resolveReferencesOfMany(tx, viewer, model, [{ values }])).flat();
}

/**
 * The same for many records, with one statement for all of them; `current` is what a record is before it is changed. The
 * problems of each stand in its place.
 */
export async function resolveReferencesOfMany(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly { readonly values: Record<string, unknown>; readonly current?: Readonly<Record<string, unknown>> }[],
): Promise<Problem[][]> {
  const fieldsOfRows = rows.map(({ values }) => named(model, values));
  const all = new Map<string, ReturnType<typeof named>[number]>();
  for (const field of fieldsOfRows.flat()) {
    const known = all.get(field.name);
    if (known) known.ids.push(...field.ids);
    else all.set(field.name, { ...field, ids: [...field.ids] });
  }
  const fields = [...all.values()].map((field) => ({ ...field, ids: [...new Set(field.ids)] }));
  if (fields.length === 0) return rows.map(() => []);
  const found = await findTargets(tx, viewer, model, fields);
  const indexed = new Map([...found].map(([name, list]) => [name, byAnyId(list)]));
  return rows.map(({ values, current }, index) =>
    replaceIds(fieldsOfRows[index] ?? [], indexed, values, current ?? {}),
  );
}
