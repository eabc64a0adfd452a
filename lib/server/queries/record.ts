import 'server-only';
import type { Storage } from '@/lib/declare/field';
import { isNaming } from '@/lib/declare/kinds/inverse';
import type { RowsField } from '@/lib/declare/kinds/rows';
import { kindOf } from '@/lib/declare/kinds';
import { levels, type Level } from '@/lib/declare/levels';
import {
  fieldNamed,
  isGrants,
  isInverse,
  isReference,
  isReferences,
  isRows,
  type Field,
  type Model,
} from '@/lib/declare/model';
import { columnOf, grantTableOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { levelExpression, readable } from '../access';
import { fragment } from '../db/fragment';
import { sql, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { computeExpression } from './computed';
import { shownText, withoutAddress } from './shown-text';

export type Shape = {
  /** Relations to put in place of their ids. */
  readonly include?: readonly string[];
  /** Fields to leave out. */
  readonly exclude?: readonly string[];
  /** For tables of pages: links whose ends are named come as `{subject: id}` in place of ids of their own. */
  readonly withEnds?: boolean;
  /** The viewer's level as `can`, for pages. */
  readonly withLevel?: boolean;
};

/** An instant as ISO 8601 in UTC with milliseconds. */
export const isoInstant = (column: Sql): Sql =>
  sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The id on the wire: the number of users and groups, else the UUID. */
export const wireId = (model: Model, row: string): Sql => sql.ref(`${row}.${model.number === 'id' ? 'number' : 'id'}`);

/** PostgreSQL cuts longer names, and two that begin alike would become one. */
const aliasMax = 40;
let shortened = 0;
const shortNames = new Map<string, string>();

/** The alias of a related row: the way to it, or a short name of its own. The same way has the same name, so that texts repeat. */
export function aliasOf(row: string, name: string): string {
  const way = `${row}_${name}`;
  if (way.length <= aliasMax) return way;
  const known = shortNames.get(way) ?? `way_${(shortened += 1)}`;
  shortNames.set(way, known);
  return known;
}

/** The live rows of a model that the viewer may read, under an alias. */
export const readableRows = (viewer: Viewer, model: Model, row: string): Sql =>
  sql`${sql.ref(`${row}.live`)} AND ${readable(viewer, model, row)}`;

/**
 * The JSON of one record as the viewer may see it, built by PostgreSQL from the row under alias `row`.
 * Ids of records that the viewer may not read are left out. Field order is that of the declaration.
 */
export function recordJson(viewer: Viewer, model: Model, row: string, shape: Shape = {}): Sql {
  const isUser = viewer.kind === 'user';
  const key = JSON.stringify([
    model.name,
    row,
    viewer.kind,
    viewer.portal,
    isUser && viewer.isSuperuser,
    shape.include,
    shape.exclude,
    shape.withLevel,
    shape.withEnds,
  ]);
  return fragment(key, isUser ? viewer.id : '', (id) =>
    buildRecordJson(isUser ? { ...viewer, id } : viewer, model, row, shape),
  );
}

function buildRecordJson(viewer: Viewer, model: Model, row: string, shape: Shape): Sql {
  const entries: Sql[] = [pair('id', wireId(model, row))];
  if (model.number === 'shown') entries.push(pair('number', sql.ref(`${row}.number`)));
  for (const [name, field] of Object.entries(model.fields)) {
    if (field.internal || shape.exclude?.includes(name)) continue;
    if (field.isPrivate && viewer.portal === 'public') continue;
    const value = fieldJson(viewer, model, name, field, row, formIn(shape, name, field));
    if (value) entries.push(pair(name, value));
  }
  if (model.access.by === 'catalogue') entries.push(pair('status', sql.ref(`${row}.approval`)));
  entries.push(
    pair('created_at', isoInstant(sql.ref(`${row}.created_at`))),
    pair('updated_at', isoInstant(sql.ref(`${row}.updated_at`))),
    pair('version', sql.ref(`${row}.version`)),
  );
  if (viewer.portal !== 'public') {
    const numberOf = (column: string) =>
      sql`(SELECT u.number FROM "user" u WHERE u.id = ${sql.ref(`${row}.${column}`)})`;
    entries.push(pair('created_by', numberOf('created_by')), pair('updated_by', numberOf('updated_by')));
  }
  if (shape.withLevel) entries.push(pair('level', levelExpression(viewer, model, row)));
  return objectOf(entries);
}

/** How a relation is given: by ids, by the records themselves, or by what the records that point here lead to. */
type Form = 'ids' | 'records' | 'ends';

function formIn({ include, withEnds }: Shape, name: string, field: Field): Form {
  if (include?.includes(name)) return 'records';
  return withEnds && isNaming(field) ? 'ends' : 'ids';
}

const pair = (name: string, value: Sql): Sql => sql`${sql.lit(name)}, ${value}`;
/** Pairs that fit one call: PostgreSQL takes at most 100 arguments. */
const pairsMax = 45;

function objectOf(entries: readonly Sql[]): Sql {
  if (entries.length <= pairsMax) return sql`json_build_object(${sql.join(entries)})`;
  // json keeps the order of its keys, so the halves are joined as text.
  const [first, rest] = [objectOf(entries.slice(0, pairsMax)), objectOf(entries.slice(pairsMax))];
  return sql`(rtrim(${first}::text, '}') || ',' || ltrim(${rest}::text, '{'))::json`;
}

function fieldJson(viewer: Viewer, model: Model, name: string, field: Field, row: string, form: Form): Sql | null {
  const isIncluded = form === 'records';
  const storage = kindOf(field).storage(field);
  switch (storage.shape) {
    case 'column':
      return columnJson(viewer, model, name, field, storage, row, isIncluded);
    case 'link': {
      const target = modelNamed(storage.to);
      const alias = aliasOf(row, name);
      const item = isIncluded ? recordJson(viewer, target, alias) : wireId(target, alias);
      return sql`(SELECT coalesce(json_agg(${item} ORDER BY l.position, ${sql.ref(`${alias}.id`)}), '[]'::json)
        FROM ${sql.table(linkTableOf(model, name))} l JOIN ${sql.table(tableOf(target))} ${sql.ref(alias)} ON ${sql.ref(`${alias}.id`)} = l.target_id
        WHERE l.source_id = ${sql.ref(`${row}.id`)} AND ${readableRows(viewer, target, alias)})`;
    }
    case 'inverse':
      return inverseJson(viewer, model, field, storage, row, aliasOf(row, name), form);
    case 'grants':
      return grantsJson(viewer, model, field, storage, row);
    case 'computed':
      return computeExpression(storage.by, row);
    case 'none':
      return sql`${sql.lit(JSON.stringify(linksOf(model)))}::json`;
  }
}

/** Suffixes under which related lists are served, by field. */
export function linksOf(model: Model): Record<string, string> {
  return Object.fromEntries(
    Object.entries(model.fields).flatMap(([name, field]) => (isInverse(field) ? [[name, `${name}/`]] : [])),
  );
}

function columnJson(
  viewer: Viewer,
  model: Model,
  name: string,
  field: Field,
  storage: Extract<Storage, { shape: 'column' }>,
  row: string,
  isIncluded: boolean,
): Sql {
  const column = sql.ref(`${row}.${columnOf(name, field)}`);
  if (viewer.portal === 'public' && isRows(field)) return withoutAddresses(field, column);
  if (viewer.portal === 'public' && field.kind === 'entries') return withoutPeople(column);
  if (!isReference(field)) return storage.read === 'instant' ? isoInstant(column) : shownText(viewer, field, column);
  const target = modelNamed(field.to);
  // Who reads a record through its parent reads the parent, so its id needs no look-up.
  const isParent = model.access.by === 'via' && model.access.field === name && target.number !== 'id';
  if (isParent && !isIncluded) return column;
  if (field.isTold && !isIncluded && target.number !== 'id') return column;
  const alias = aliasOf(row, name);
  const value = isIncluded ? recordJson(viewer, target, alias) : wireId(target, alias);
  const read = sql`(SELECT ${value} FROM ${sql.table(tableOf(target))} ${sql.ref(alias)} WHERE ${sql.ref(`${alias}.id`)} = ${column} AND ${readableRows(viewer, target, alias)})`;
  // What may not be read stays a bare id (CONTRACT section 4).
  return field.isTold ? sql`coalesce(${read}, to_json(${column}))` : read;
}

/** The entries of a log without who made them. */
const withoutPeople = (column: Sql): Sql =>
  sql`(SELECT coalesce(jsonb_agg(e.item - 'performed_by' ORDER BY e.place), '[]'::jsonb) FROM jsonb_array_elements(${column}) WITH ORDINALITY AS e(item, place))`;

/** The rows of a list with people's names in place of their e-mail addresses. */
function withoutAddresses(field: RowsField, column: Sql): Sql {
  const people = Object.entries(field.columns).filter(([, { isPerson }]) => isPerson);
  if (people.length === 0) return column;
  const names = people.map(([name]) => pair(name, withoutAddress(sql`r.item->>${sql.lit(name)}`)));
  return sql`(SELECT coalesce(jsonb_agg(r.item || jsonb_build_object(${sql.join(names)}) ORDER BY r.place), '[]'::jsonb) FROM jsonb_array_elements(${column}) WITH ORDINALITY AS r(item, place))`;
}

function inverseJson(
  viewer: Viewer,
  model: Model,
  field: Field,
  storage: Extract<Storage, { shape: 'inverse' }>,
  row: string,
  alias: string,
  form: Form,
): Sql {
  const child = modelNamed(storage.of);
  const by = child.fields[storage.by];
  const id = sql.ref(`${row}.id`);
  const end = form === 'ends' && isInverse(field) ? field.leadsTo?.by : undefined;
  const item = end
    ? endJson(viewer, child, end, alias)
    : form === 'records'
      ? recordJson(viewer, child, alias)
      : wireId(child, alias);
  // Children whose access comes through this very field are readable with their parent.
  const inherits = child.access.by === 'via' && child.access.field === storage.by && !child.access.and;
  const order =
    'order' in child.fields
      ? sql`${sql.ref(`${alias}.order`)}, ${sql.ref(`${alias}.id`)}`
      : sql`${sql.ref(`${alias}.id`)}`;
  const visible = inherits ? sql`${sql.ref(`${alias}.live`)}` : readableRows(viewer, child, alias);
  if (by && isReferences(by)) {
    const link = sql.table(linkTableOf(child, storage.by));
    if (inherits && form === 'ids' && child.number !== 'id')
      return sql`(SELECT coalesce(json_agg(l.source_id ORDER BY l.source_id), '[]'::json) FROM ${link} l WHERE l.target_id = ${id} AND l.live)`;
    return sql`(SELECT coalesce(json_agg(${item} ORDER BY ${order}), '[]'::json) FROM ${link} l JOIN ${sql.table(tableOf(child))} ${sql.ref(alias)} ON ${sql.ref(`${alias}.id`)} = l.source_id WHERE l.target_id = ${id} AND ${visible})`;
  }
  const column = by ? columnOf(storage.by, by) : storage.by;
  return sql`(SELECT coalesce(json_agg(${item} ORDER BY ${order}), '[]'::json) FROM ${sql.table(tableOf(child))} ${sql.ref(alias)} WHERE ${sql.ref(`${alias}.${column}`)} = ${id} AND ${visible})`;
}

/** What a record between two others leads to: null where the viewer may not read it. */
function endJson(viewer: Viewer, between: Model, by: string, alias: string): Sql {
  const field = fieldNamed(between, by);
  const value = field && fieldJson(viewer, between, by, field, alias, 'ids');
  return objectOf(value ? [pair(by, value)] : []);
}

function grantsJson(
  viewer: Viewer,
  model: Model,
  field: Field,
  storage: Extract<Storage, { shape: 'grants' }>,
  row: string,
): Sql | null {
  // Access lists name people: never on the public portal.
  if (viewer.portal === 'public') return null;
  const table = sql.table(grantTableOf(model));
  const id = sql.ref(`${row}.id`);
  const holder =
    storage.to === 'user'
      ? sql`"user" h ON h.id = g.user_id AND h.live`
      : sql`"group" h ON h.id = g.group_id AND h.live`;
  if (storage.as === 'ids' || !isGrants(field))
    return sql`(SELECT coalesce(json_agg(h.number ORDER BY h.number), '[]'::json) FROM ${table} g JOIN ${holder} WHERE g.record_id = ${id})`;
  const flags = flagPairs(field.levels);
  const key = storage.to === 'user' ? sql`h.email::text` : sql`h.name`;
  return sql`(SELECT coalesce(json_object_agg(${key}, json_build_object(${flags}) ORDER BY g.level DESC, ${key}), '{}'::json) FROM ${table} g JOIN ${holder} WHERE g.record_id = ${id})`;
}

function flagPairs(among: readonly Level[]): Sql {
  const flags = { can_change: 'contributor', is_manager: 'manager', is_owner: 'owner' } as const;
  const entries = Object.entries(flags).filter(([, level]) => among.includes(level));
  return sql.join(
    entries.map(([flag, level]) => sql`${sql.lit(flag)}, g.level >= ${sql.lit(levels.indexOf(level) + 1)}`),
  );
}
