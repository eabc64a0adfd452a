import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import { isReferences, type Model } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { columnOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { grantedWithoutElevation } from '../access';
import { conflictKey } from '../db/errors';
import { query, sql, type Executor, type Sql } from '../db/sql';
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
export const isElevated = async (tx: Executor, viewer: Viewer, model: Model, id: string): Promise<boolean> =>
  (await elevatedAmong(tx, viewer, model, [id])).has(id);

/** The records, of several, on which a superuser acts without a grant of theirs. */
export async function elevatedAmong(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (viewer.kind !== 'user' || !viewer.isSuperuser) return new Set();
  const rows = await query<{ id: string }>(
    sql`SELECT t.id::text FROM ${sql.table(tableOf(model))} t WHERE t.id = ANY(${[...ids]}::uuid[]) AND NOT (${grantedWithoutElevation(viewer, model, 't')})`,
    tx,
  );
  return new Set(rows.map(({ id }) => id));
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
  await writeLinks(tx, model, [{ id, values }], true);
}

/**
 * Many rows at once: their JSON becomes rows of the table's own types. All have the columns of the first. `extra` is
 * asked for each.
 */
export async function insertRows(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly Row[],
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
  await writeLinks(tx, model, rows, true);
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

/** Changes one row, and what it links. */
export const updateRow = (
  tx: Executor,
  viewer: Viewer,
  model: Model,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> => updateRows(tx, viewer, model, [{ id, values }]);

/** Many rows at once, each in its own columns: where a row gives none, it keeps what it has. */
export async function updateRows(tx: Executor, viewer: Viewer, model: Model, rows: readonly Row[]): Promise<void> {
  const changes = rows.map(({ id, values }) => ({ id, own: ownColumns(model, values) }));
  const columns = [...new Set(changes.flatMap(({ own }) => Object.keys(own)))];
  const table = sql.table(tableOf(model));
  const own = sql`(${sql.join(columns.map((column) => sql.ref(column)))}) = (SELECT ${sql.join(
    columns.map((column) => sql.ref(`n.${column}`)),
  )} FROM jsonb_populate_record(t, c.own) n)`;
  const sets = [sql`updated_at = now()`, sql`updated_by = ${userIdOf(viewer)}`, sql`version = t.version + 1`];
  await named(
    model,
    query(
      sql`UPDATE ${table} t SET ${sql.join(columns.length > 0 ? [own, ...sets] : sets)}
        FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS c(id uuid, own jsonb) WHERE t.id = c.id`,
      tx,
    ),
  );
  await writeLinks(tx, model, rows);
}

type Row = { readonly id: string; readonly values: Readonly<Record<string, unknown>> };

/** Makes the linked records those of the rows' values, in their order. */
async function writeLinks(tx: Executor, model: Model, rows: readonly Row[], areNew = false): Promise<void> {
  for (const [name, field] of Object.entries(model.fields)) {
    const given = rows.filter(({ values }) => Array.isArray(values[name]));
    if (!isReferences(field) || given.length === 0) continue;
    const table = sql.table(linkTableOf(model, name));
    const links = given.flatMap(({ id, values }) =>
      [values[name]].flat().map((target, position) => ({ id, target: String(target), position })),
    );
    const sources = sql`${links.map(({ id }) => id)}::uuid[]`;
    const targets = sql`${links.map(({ target }) => target)}::uuid[]`;
    if (!areNew)
      await query(
        sql`DELETE FROM ${table} l WHERE l.source_id = ANY(${given.map(({ id }) => id)}::uuid[])
          AND NOT EXISTS (SELECT 1 FROM unnest(${sources}, ${targets}) AS kept(source, target) WHERE kept.source = l.source_id AND kept.target = l.target_id)`,
        tx,
      );
    if (links.length === 0) continue;
    const isThere = areNew
      ? sql``
      : sql`ON CONFLICT (source_id, target_id) DO UPDATE SET position = excluded.position WHERE l.position <> excluded.position`;
    await named(
      model,
      query(
        sql`INSERT INTO ${table} AS l (source_id, target_id, position)
          SELECT * FROM unnest(${sources}, ${targets}, ${links.map(({ position }) => position)}::int[]) ${isThere}`,
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
