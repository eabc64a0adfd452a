import 'server-only';
import { kindOf } from '@/lib/declare/kinds';
import { isRecordId } from '@/lib/declare/kinds/reference';
import { fieldNamed, type Model } from '@/lib/declare/model';
import { nearest } from '@/lib/declare/problem';
import { accessTableOf, columnOf, linkTableOf, scopeLink, tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { sql, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { escapeLike, filterRows, queryError, type Filter } from './filter';
import { shownText } from './shown-text';
import { readableRows, recordJson, type Shape } from './record';

export type Sort = { readonly field: string; readonly descending: boolean };

export type ListQuery = Shape & {
  readonly filters: readonly Filter[];
  /** Words to look for in the model's search fields; all must occur. */
  readonly search?: string;
  /** First is primary; empty means the model's own order. */
  readonly sort: readonly Sort[];
  readonly limit: number;
  readonly offset: number;
  /** Only what was made after the record with this UUID, in that order; null begins. In place of `sort` and `offset`. */
  readonly after?: string | null;
};

// What a statement saw: two of them that saw the same transactions saw the same data.
const snapshot = sql`pg_current_snapshot()::text AS snapshot`;

/** The statement of one page: a single row whose `records` is the JSON array itself, as text, with its `snapshot`. */
export function pageStatement(viewer: Viewer, model: Model, list: ListQuery): Sql {
  if (list.after !== undefined) return enumeratedStatement(viewer, model, list, list.after);
  const sorts = sortsOf(model, list.sort);
  const fast = fastSort(viewer, model, list, sorts);
  const page = fast ? fastPage(viewer, model, list, fast) : plainPage(viewer, model, list, sorts);
  return sql`WITH page AS MATERIALIZED (${page})
    SELECT coalesce(json_agg(${recordJson(viewer, model, 't', list)} ORDER BY page.place), '[]'::json)::text AS records, ${snapshot}
    FROM page JOIN ${sql.table(tableOf(model))} t ON t.id = page.id`;
}

/**
 * A page in the order of creation after a record, and `last`, where the next one goes on; null once there is none. Ids never
 * change and grow, so whatever others write meanwhile, nothing comes twice and nothing that stays is left out.
 */
function enumeratedStatement(viewer: Viewer, model: Model, list: ListQuery, after: string | null): Sql {
  const link = scopeLink(model);
  const table = sql.table(tableOf(model));
  const filters = conditions(viewer, model, list);
  const beyond = (id: Sql) => (after === null ? sql`true` : sql`${id} > ${after}::uuid`);
  const one = list.limit + 1;
  const scoped =
    link && isScopedUser(viewer)
      ? sql`SELECT DISTINCT f.id FROM ${sql.table(accessTableOf(modelNamed(link.to)))} a CROSS JOIN LATERAL (
          SELECT l.source_id AS id FROM ${sql.table(linkTableOf(model, link.name))} l${filters.length > 0 ? sql` JOIN ${table} t ON t.id = l.source_id AND ${sql.join(filters, sql` AND `)}` : sql``}
          WHERE l.target_id = a.record_id AND l.live AND ${beyond(sql.ref('l.source_id'))} ORDER BY l.source_id LIMIT ${one}) f
          WHERE a.user_id = ${viewer.id} ORDER BY f.id LIMIT ${one}`
      : sql`SELECT t.id FROM ${table} t WHERE ${whereOf(viewer, model, list)} AND ${beyond(sql.ref('t.id'))} ORDER BY t.id LIMIT ${one}`;
  return sql`WITH found AS MATERIALIZED (${scoped}), page AS MATERIALIZED (SELECT id FROM found ORDER BY id LIMIT ${list.limit})
    SELECT coalesce(json_agg(${recordJson(viewer, model, 't', list)} ORDER BY page.id), '[]'::json)::text AS records, ${snapshot},
      CASE WHEN (SELECT count(*) FROM found) > ${list.limit} THEN (SELECT p.id::text FROM page p ORDER BY p.id DESC LIMIT 1) END AS last
    FROM page JOIN ${table} t ON t.id = page.id`;
}

/** One row for every record of a list, as JSON text, in its order (else that of creation). */
export function rowsStatement(viewer: Viewer, model: Model, list: ListQuery): Sql {
  const order =
    list.sort.length > 0 ? orderOf(viewer, model, sortsOf(model, list.sort)) : orderBy(sql.ref('t.id'), false);
  return sql`SELECT ${recordJson(viewer, model, 't', list)}::text AS record FROM ${sql.table(tableOf(model))} t WHERE ${whereOf(viewer, model, list)} ORDER BY ${order}`;
}

/** The statement that counts the whole list, up to `cap` where one is given, with its `snapshot`. */
export function countStatement(
  viewer: Viewer,
  model: Model,
  list: Pick<ListQuery, 'filters' | 'search'>,
  cap?: number,
): Sql {
  const link = scopeLink(model);
  const limit = cap === undefined ? sql`` : sql` LIMIT ${cap + 1}`;
  if (link && isScopedUser(viewer) && list.filters.length === 0 && !list.search?.trim())
    return sql`SELECT count(*)::int AS count, ${snapshot} FROM (SELECT DISTINCT l.source_id FROM ${sql.table(accessTableOf(modelNamed(link.to)))} a
      JOIN ${sql.table(linkTableOf(model, link.name))} l ON l.target_id = a.record_id WHERE a.user_id = ${viewer.id} AND l.live${limit}) c`;
  return sql`SELECT count(*)::int AS count, ${snapshot} FROM (SELECT 1 FROM ${sql.table(tableOf(model))} t WHERE ${whereOf(viewer, model, list)}${limit}) c`;
}

/** Someone whose rows come from their own grants, by the look-up. */
export const isScopedUser = (viewer: Viewer): viewer is Extract<Viewer, { kind: 'user' }> =>
  viewer.kind === 'user' && !viewer.isSuperuser && viewer.portal === 'private';

function whereOf(viewer: Viewer, model: Model, list: Pick<ListQuery, 'filters' | 'search'>): Sql {
  return sql.join([...conditions(viewer, model, list), readableRows(viewer, model, 't')], sql` AND `);
}

function conditions(viewer: Viewer, model: Model, list: Pick<ListQuery, 'filters' | 'search'>): Sql[] {
  const words = (list.search ?? '').split(/\s+/).filter(Boolean).slice(0, 10);
  const columns = model.search.map((name) => shownText(viewer, model.fields[name], sql.ref(`t.${name}`)));
  const search = words.map((word) =>
    // A model without texts to search in has nothing that fits a word.
    columns.length === 0
      ? sql`false`
      : sql`(${sql.join(
          columns.map((column) => sql`${column} ILIKE ${`%${escapeLike(word)}%`}`),
          sql` OR `,
        )})`,
  );
  return [...filterRows(viewer, model, 't', list.filters), ...search];
}

/** Checks the sort keys against the declaration. */
function sortsOf(model: Model, sorts: readonly Sort[]): Sort[] {
  const wanted =
    sorts.length > 0
      ? sorts.slice(0, 5)
      : [{ field: model.sort.replace(/^-/, ''), descending: model.sort.startsWith('-') }];
  return wanted.map(({ field: name, descending }) => {
    const field =
      name === 'created_date'
        ? 'created_at'
        : name === 'start_time' && 'date_time' in model.fields
          ? 'date_time'
          : name;
    if (!isSortable(model, field)) {
      const known = ['created_at', 'updated_at', ...Object.keys(model.fields).filter((key) => isSortable(model, key))];
      const near = nearest(field, known);
      throw queryError(
        'sort[]',
        `Can’t sort by “${field.slice(0, 60)}”. ${near ? `Did you mean “${near}”?` : `Possible: ${known.join(', ')}.`}`,
      );
    }
    return { field, descending };
  });
}

function isSortable(model: Model, name: string): boolean {
  if (name === 'created_at' || name === 'updated_at' || name === 'id') return true;
  if (name === 'number') return model.number !== undefined;
  const field = fieldNamed(model, name);
  return field !== undefined && !field.internal && kindOf(field).sortable;
}

function plainPage(viewer: Viewer, model: Model, list: ListQuery, sorts: readonly Sort[]): Sql {
  const order = orderOf(viewer, model, sorts);
  const table = sql.table(tableOf(model));
  const texts = conditions(viewer, model, list);
  // Candidates of a text filter first, by their trigram index; only they are then looked up in the scope.
  const isText =
    list.filters.some(
      ({ operator, path }) => path.length === 1 && /contains|startswith|endswith|iexact/.test(operator),
    ) || Boolean(list.search?.trim());
  const rows =
    isText && isScopedUser(viewer)
      ? sql`(WITH candidate AS MATERIALIZED (SELECT t.* FROM ${table} t WHERE ${sql.join([...texts, sql`t.live`], sql` AND `)}) SELECT t.* FROM candidate t WHERE ${readableRows(viewer, model, 't')}) t`
      : sql`${table} t`;
  const where = isText && isScopedUser(viewer) ? sql`true` : whereOf(viewer, model, list);
  return sql`SELECT t.id, row_number() OVER (ORDER BY ${order}) AS place FROM ${rows} WHERE ${where} ORDER BY ${order} LIMIT ${list.limit} OFFSET ${list.offset}`;
}

const orderOf = (viewer: Viewer, model: Model, sorts: readonly Sort[]): Sql =>
  sql.join([
    ...sorts.map(({ field, descending }) =>
      orderBy(shownText(viewer, model.fields[field], sql.ref(`t.${sortColumn(model, field)}`)), descending),
    ),
    orderBy(sql.ref('t.id'), sorts.at(-1)?.descending ?? false),
  ]);

const sortColumn = (model: Model, name: string): string => {
  const field = model.fields[name];
  return field ? columnOf(name, field) : name;
};

const orderBy = (column: Sql, descending: boolean): Sql => (descending ? sql`${column} DESC` : sql`${column}`);

/** Whether the page can be read in order from the links of each project, without sorting what it does not show. */
function fastSort(viewer: Viewer, model: Model, list: ListQuery, sorts: readonly Sort[]): Sort | null {
  const [sort, ...rest] = sorts;
  const isText =
    Boolean(list.search?.trim()) ||
    list.filters.some(({ operator }) => /contains|startswith|endswith|iexact/.test(operator));
  const isFast = sort && rest.length === 0 && model.fastSorts?.includes(sort.field) && isScopedUser(viewer) && !isText;
  return isFast && scopeLink(model) ? sort : null;
}

/** A filter by the very records that give access only makes them fewer; what is left is asked of each row. */
function scopeFilter(name: string, filters: readonly Filter[]): { ids: string[] | null; rest: readonly Filter[] } {
  const index = filters.findIndex(
    ({ path, operator, negate, values }) =>
      path.length === 1 &&
      path[0] === name &&
      !negate &&
      (operator === 'exact' || (operator === 'in' && values.length > 0)),
  );
  const { values = [], operator } = filters[index] ?? {};
  const ids = (operator === 'in' ? values.flatMap((value) => value.split(',')) : values).map((id) =>
    id.trim().toLowerCase(),
  );
  // Anything unusual takes the ordinary way, which says what is wrong.
  const isUsual = ids.length > 0 && ids.length <= 100 && ids.every((id) => id.includes('-') && isRecordId(id));
  if (!isUsual) return { ids: null, rest: filters };
  return { ids, rest: filters.toSpliced(index, 1) };
}

function fastPage(viewer: Viewer, model: Model, list: ListQuery, sort: Sort): Sql {
  const link = scopeLink(model);
  if (!link || !isScopedUser(viewer)) throw new Error('A fast page needs a scope through links.');
  const key = sql.ref(`l.sort_${sort.field}`);
  const end = list.limit + list.offset;
  const { ids, rest } = scopeFilter(link.name, list.filters);
  const filters = conditions(viewer, model, { ...list, filters: rest });
  const among = ids ? sql` AND a.record_id = ANY(${ids}::uuid[])` : sql``;
  const source =
    filters.length > 0
      ? sql` JOIN ${sql.table(tableOf(model))} t ON t.id = l.source_id AND ${sql.join(filters, sql` AND `)}`
      : sql``;
  // The first page of every project holds the first page of all; a record in several projects comes once.
  return sql`SELECT d.id, row_number() OVER (ORDER BY ${orderBy(sql`d.key`, sort.descending)}, ${orderBy(sql`d.id`, sort.descending)}) AS place
    FROM (SELECT DISTINCT f.id, f.key FROM ${sql.table(accessTableOf(modelNamed(link.to)))} a CROSS JOIN LATERAL (
      SELECT l.source_id AS id, ${key} AS key FROM ${sql.table(linkTableOf(model, link.name))} l${source}
      WHERE l.target_id = a.record_id AND l.live ORDER BY ${orderBy(key, sort.descending)}, ${orderBy(sql.ref('l.source_id'), sort.descending)} LIMIT ${end}) f
      WHERE a.user_id = ${viewer.id}${among}) d
    ORDER BY ${orderBy(sql`d.key`, sort.descending)}, ${orderBy(sql`d.id`, sort.descending)} LIMIT ${list.limit} OFFSET ${list.offset}`;
}
