import 'server-only';
import type { ContextPart } from '@/lib/declare/search-answer';
import { kindOf } from '@/lib/declare/kinds';
import { isInverse, isReference, isReferences, type Field, type Model } from '@/lib/declare/model';
import { columnOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { getReadPool } from '../../db/pool';
import { query, sql, type Sql } from '../../db/sql';
import { titleSql } from '../../rules';
import { labelled } from '../../rules/candidates';
import type { UserViewer } from '../../viewer';
import { aliasOf, isoInstant, readableRows, wireId } from '../record';

export type Presented = {
  /** Its UUID. */
  readonly key: string;
  /** The page that shows it, with its place there. */
  readonly href: string;
  readonly title: string;
  readonly context: readonly ContextPart[];
  /** All texts that a search looks at, without marks, for the line in which a word was found. */
  readonly body: string;
};

const partsMax = 4;
const bodyMax = 4000;

/** The records of those UUIDs that the viewer may read, with what tells them from others. */
export async function present(viewer: UserViewer, model: Model, ids: readonly string[]): Promise<Presented[]> {
  if (ids.length === 0) return [];
  const context = contextOf(viewer, model, 't');
  const body = model.search
    .filter((name) => name !== model.title)
    .map((name) => sql`nullif(${sql.ref(`t.${name}`)}::text, '')`);
  const home = homeOf(model, 't');
  const rows = await query<{ key: string; page: string; title: string; context: unknown[]; body: string }>(
    sql`SELECT t.id::text AS key, ${home?.id ?? wireId(model, 't')}::text AS page, ${titleSql(model, 't')} AS title,
        json_build_array(${sql.join(context.map(({ value }) => value))}) AS context,
        left(regexp_replace(concat_ws(' · ', ${sql.join([sql`NULL`, ...body])}), '<[^>]*>', ' ', 'g'), ${sql.lit(bodyMax)}) AS body
      FROM ${sql.table(tableOf(model))} t WHERE t.id = ANY(${ids}::uuid[]) AND ${readableRows(viewer, model, 't')}`,
    getReadPool(),
  );
  const shown = rows.map(({ page, ...row }) => ({
    ...row,
    href: home ? `/${home.path}/${page}#${model.name}-${row.key}` : `/${model.path}/${page}`,
    title: labelled(model, row.title),
    context: row.context.flatMap((value, index) => context[index]?.read(value) ?? []),
  }));
  return ids.flatMap((id) => shown.find(({ key }) => key === id) ?? []);
}

/** The page of another record on which it stands; null for what has a page of its own. */
function homeOf(model: Model, row: string): { id: Sql; path: string } | null {
  const field = model.shownOn === undefined ? undefined : model.fields[model.shownOn];
  if (model.shownOn === undefined || !field || !isReference(field)) return null;
  return { id: sql.ref(`${row}.${columnOf(model.shownOn, field)}`), path: modelNamed(field.to).path };
}

type Context = { readonly value: Sql; readonly read: (value: unknown) => ContextPart[] };

/** What tables show of a record besides its title, as far as it fits one line. */
function contextOf(viewer: UserViewer, model: Model, row: string): Context[] {
  const parts = Object.entries(model.fields).flatMap(([name, field]) =>
    field.listed && !field.internal && name !== model.title && !isInTitle(model, name)
      ? (partOf(viewer, model, name, field, row) ?? [])
      : [],
  );
  return parts.slice(0, partsMax);
}

/** People are called by their first and last names. */
const isInTitle = (model: Model, name: string): boolean => model.name === 'user' && name.endsWith('_name');

function partOf(viewer: UserViewer, model: Model, name: string, field: Field, row: string): Context | null {
  if (isReference(field) || isReferences(field) || isInverse(field)) {
    const value = relatedTitles(viewer, model, name, field, row);
    return value && { value, read: textPart };
  }
  const storage = kindOf(field).storage(field);
  if (storage.shape !== 'column') return null;
  const column = sql.ref(`${row}.${columnOf(name, field)}`);
  if (storage.read === 'instant')
    return { value: isoInstant(column), read: (at) => (typeof at === 'string' ? [{ at }] : []) };
  if ('choices' in field && Array.isArray(field.choices)) {
    const labels = new Map(field.choices.map(({ code, label }: { code: string; label: string }) => [code, label]));
    return { value: column, read: (code) => textPart(labels.get(String(code))) };
  }
  return field.kind === 'text' || field.kind === 'date'
    ? { value: sql`left(${column}::text, 80)`, read: textPart }
    : null;
}

const textPart = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);

/** The titles of a few related records that the viewer may read. */
function relatedTitles(viewer: UserViewer, model: Model, name: string, field: Field, row: string): Sql | null {
  const id = sql.ref(`${row}.id`);
  const titles = (of: Model, alias: string, from: Sql, where: Sql) =>
    sql`(SELECT string_agg(r.title, ', ') FROM (SELECT ${titleSql(of, alias)} AS title FROM ${from} WHERE ${where} AND ${readableRows(viewer, of, alias)} ORDER BY title LIMIT 3) r)`;
  const alias = aliasOf(row, name);
  if (isReference(field)) {
    const target = modelNamed(field.to);
    const table = sql`${sql.table(tableOf(target))} ${sql.ref(alias)}`;
    return titles(target, alias, table, sql`${sql.ref(`${alias}.id`)} = ${sql.ref(`${row}.${columnOf(name, field)}`)}`);
  }
  if (isReferences(field)) {
    const target = modelNamed(field.to);
    const table = sql`${sql.table(linkTableOf(model, name))} l JOIN ${sql.table(tableOf(target))} ${sql.ref(alias)} ON ${sql.ref(`${alias}.id`)} = l.target_id`;
    return titles(target, alias, table, sql`l.source_id = ${id}`);
  }
  if (!isInverse(field)) return null;
  // Rows between two records (the subjects of a session) are known by what they point at.
  const between = modelNamed(field.of);
  const [to, pointer] = Object.entries(between.fields).find(([, one]) => one.listed && isReference(one)) ?? [];
  const by = between.fields[field.by];
  if (between.nav !== null || !to || !pointer || !isReference(pointer) || !by || !isReference(by)) return null;
  const target = modelNamed(pointer.to);
  const table = sql`${sql.table(tableOf(between))} b JOIN ${sql.table(tableOf(target))} ${sql.ref(alias)} ON ${sql.ref(`${alias}.id`)} = ${sql.ref(`b.${columnOf(to, pointer)}`)}`;
  return titles(
    target,
    alias,
    table,
    sql`${sql.ref(`b.${columnOf(field.by, by)}`)} = ${id} AND ${readableRows(viewer, between, 'b')}`,
  );
}
