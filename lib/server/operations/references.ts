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

/**
 * Replaces the ids in `values` by UUIDs, loaded inside the viewer's scope: what they may not read does not exist.
 * Through the field that gives access, a contributor's level is needed on every record that is added.
 */
export async function resolveReferences(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  values: Record<string, unknown>,
  current: Readonly<Record<string, unknown>> = {},
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const fields = named(model, values);
  if (fields.length === 0) return problems;
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
  const found = await query<{ field: string; id: string; number: number | null; writable: boolean }>(
    sql.join(parts, sql` UNION ALL `),
    tx,
  );
  for (const { name, target, isList, ids } of fields) {
    const rows = found.filter(({ field }) => field === name);
    const before = new Set([current[name] ?? []].flat().map(String));
    const resolved = ids.map((id) => {
      const row = rows.find(
        (candidate) =>
          candidate.id === String(id) || (candidate.number !== null && String(candidate.number) === String(id)),
      );
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
