import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import { isReferences, type Model } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { columnOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { grantedWithoutElevation } from '../access';
import { conflictKey } from '../db/errors';
import { query, queryOne, sql, type Executor, type Sql } from '../db/sql';
import { sanitiseRichText } from '../rich-text';
import type { Viewer } from '../viewer';

/** Columns and their bound values for what is kept in the record's own row. */
function columnsOf(model: Model, values: Readonly<Record<string, unknown>>): { column: string; value: Sql }[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const field = model.fields[name];
    const storage = field && kindOf(field).storage(field);
    if (!field || storage?.shape !== 'column') return [];
    const bound = storage.bind === 'json' && value !== null ? sql`${JSON.stringify(value)}::jsonb` : sql`${value}`;
    return [{ column: columnOf(name, field), value: bound }];
  });
}

/** Rich text is stored clean. */
export function sanitiseValues(model: Model, values: Record<string, unknown>): void {
  for (const [name, field] of Object.entries(model.fields)) {
    const value = values[name];
    if (kindOf(field).isHtml && typeof value === 'string') values[name] = sanitiseRichText(value);
  }
}

export const userIdOf = (viewer: Viewer): string | null => (viewer.kind === 'user' ? viewer.id : null);

/** Whether a superuser acts on a record that no grant of theirs reaches, for the audit log. */
export async function isElevated(tx: Executor, viewer: Viewer, model: Model, id: string): Promise<boolean> {
  if (viewer.kind !== 'user' || !viewer.isSuperuser) return false;
  const row = await queryOne<{ ordinary: boolean }>(
    sql`SELECT ${grantedWithoutElevation(viewer, model, 't')} AS ordinary FROM ${sql.table(tableOf(model))} t WHERE t.id = ${id}`,
    tx,
  );
  return row?.ordinary === false;
}

export async function insertRow(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  id: string,
  values: Readonly<Record<string, unknown>>,
  extra: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const user = userIdOf(viewer);
  const engine = { id, created_by: user, updated_by: user, ...extra };
  const columns = [
    ...columnsOf(model, values),
    ...Object.entries(engine).map(([column, value]) => ({ column, value: sql`${value}` })),
  ];
  await named(
    model,
    query(
      sql`INSERT INTO ${sql.table(tableOf(model))} (${sql.join(columns.map(({ column }) => sql.ref(column)))}) VALUES (${sql.join(columns.map(({ value }) => value))})`,
      tx,
    ),
  );
  await writeLinks(tx, model, id, values, true);
}

/**
 * Many rows at once: their JSON becomes rows of the table's own types. All have the columns of the first. `extra` is
 * asked for each.
 */
export async function insertRows(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly { readonly id: string; readonly values: Readonly<Record<string, unknown>> }[],
  extra: () => Readonly<Record<string, unknown>> = () => ({}),
): Promise<void> {
  const user = userIdOf(viewer);
  const records = rows.map(({ id, values }) => ({
    ...ownColumns(model, values),
    id,
    created_by: user,
    updated_by: user,
    ...extra(),
  }));
  const columns = sql.join(Object.keys(records[0] ?? {}).map((column) => sql.ref(column)));
  const table = sql.table(tableOf(model));
  await named(
    model,
    query(
      sql`INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, ${JSON.stringify(records)}::jsonb)`,
      tx,
    ),
  );
  for (const [name, field] of Object.entries(model.fields)) {
    if (!isReferences(field)) continue;
    const links = rows.flatMap(({ id, values }) =>
      (Array.isArray(values[name]) ? values[name] : []).map((target, position) => ({
        id,
        target: String(target),
        position,
      })),
    );
    if (links.length === 0) continue;
    await named(
      model,
      query(
        sql`INSERT INTO ${sql.table(linkTableOf(model, name))} (source_id, target_id, position)
          SELECT * FROM unnest(${links.map(({ id }) => id)}::uuid[], ${links.map(({ target }) => target)}::uuid[], ${links.map(({ position }) => position)}::int[])`,
        tx,
      ),
    );
  }
}

/** What is kept in the record's own row, by column. */
function ownColumns(model: Model, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const field = model.fields[name];
      const isColumn = field && kindOf(field).storage(field).shape === 'column';
      return isColumn ? [[columnOf(name, field), value]] : [];
    }),
  );
}

export async function updateRow(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const sets = columnsOf(model, values).map(({ column, value }) => sql`${sql.ref(column)} = ${value}`);
  sets.push(sql`updated_at = now()`, sql`updated_by = ${userIdOf(viewer)}`, sql`version = version + 1`);
  await named(model, query(sql`UPDATE ${sql.table(tableOf(model))} SET ${sql.join(sets)} WHERE id = ${id}`, tx));
  await writeLinks(tx, model, id, values);
}

/** Makes the linked records those of `values`, in their order. */
async function writeLinks(
  tx: Executor,
  model: Model,
  id: string,
  values: Readonly<Record<string, unknown>>,
  isNew = false,
): Promise<void> {
  for (const [name, field] of Object.entries(model.fields)) {
    const targets = values[name];
    if (!isReferences(field) || !Array.isArray(targets)) continue;
    const table = sql.table(linkTableOf(model, name));
    const ids = targets.map(String);
    if (!isNew) await query(sql`DELETE FROM ${table} WHERE source_id = ${id} AND target_id <> ALL(${ids}::uuid[])`, tx);
    if (ids.length === 0) continue;
    await named(
      model,
      query(
        sql`INSERT INTO ${table} (source_id, target_id, position) SELECT ${id}::uuid, target, place - 1 FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS given(target, place)
          ON CONFLICT (source_id, target_id) DO UPDATE SET position = excluded.position`,
        tx,
      ),
    );
  }
}

/** A broken unique key as a problem of the fields that make it. */
async function named<T>(model: Model, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const key = conflictKey(error);
    if (key === null) throw error;
    throw new AppError('invalid', { problems: [uniqueProblem(model, key)], cause: error });
  }
}

function uniqueProblem(model: Model, key: string): Problem {
  const columns = (fields: readonly string[]) =>
    fields.map((name) => (model.fields[name] ? columnOf(name, model.fields[name]) : name));
  const unique = (model.unique ?? []).find((fields) => {
    const own = fields.filter((name) => !(model.fields[name] && isReferences(model.fields[name])));
    return key.includes(columns(own).join('_'));
  });
  const [path = 'detail'] =
    unique?.filter((name) => model.fields[name] && !isReferences(model.fields[name])).slice(-1) ?? [];
  const scope = unique?.find((name) => name !== path && model.fields[name]);
  const what = model.fields[path]?.label.toLowerCase() ?? 'key';
  const where = scope ? ` in this ${(model.fields[scope]?.label ?? scope).toLowerCase().replace(/s$/, '')}` : '';
  return {
    path,
    code: 'not-unique',
    message: `Another ${model.label.toLowerCase()}${where} has this ${what} already: choose another.`,
  };
}
