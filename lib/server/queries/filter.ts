import 'server-only';
import type { Operator } from '@/lib/declare/field';
import { dateTimeKind } from '@/lib/declare/kinds/date-time';
import { kindOf } from '@/lib/declare/kinds';
import { isRecordId } from '@/lib/declare/kinds/reference';
import { fieldNamed, type Field, type Model } from '@/lib/declare/model';
import { nearest, sentenceSubject } from '@/lib/declare/problem';
import { columnOf, grantTableOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { sql, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { aliasOf, readableRows } from './record';
import { shownText } from './shown-text';

/** One condition of a list. `path` runs through relations: ['strain', 'name']. All conditions hold together. */
export type Filter = {
  readonly path: readonly string[];
  readonly operator: Operator;
  readonly values: readonly string[];
  readonly negate?: boolean;
};

/** Names that every record has, and names that clients use for them. */
const engineColumns: Readonly<Record<string, { column: string; isInstant: boolean }>> = {
  created_at: { column: 'created_at', isInstant: true },
  created_date: { column: 'created_at', isInstant: true },
  updated_at: { column: 'updated_at', isInstant: true },
};

const depthMax = 5;
const valuesMax = 1000;

/** Conditions on the rows under alias `row`. A relation to what the viewer may not see matches nothing. */
export function filterRows(viewer: Viewer, model: Model, row: string, filters: readonly Filter[]): Sql[] {
  return filters.map((filter) => {
    const name = `filter{${filter.path.join('.')}${filter.operator === 'exact' ? '' : `.${filter.operator}`}}`;
    if (filter.path.length > depthMax) throw queryError(name, `At most ${depthMax} names in a row.`);
    // Only aliases of a declaration lead against the direction of a field.
    if (filter.path.some((part) => part.includes('/'))) throw unknownName({ viewer, name, filter }, model, name);
    if (filter.values.length > valuesMax) throw queryError(name, `At most ${valuesMax} values.`);
    const condition = conditionOf({ viewer, name, filter }, model, row, filter.path);
    return filter.negate ? sql`NOT coalesce(${condition}, false)` : condition;
  });
}

/** A mistake in a query: names the parameter, what was found and what is possible. */
export function queryError(parameter: string, message: string): AppError {
  return new AppError('invalid', { problems: [{ path: parameter, code: 'query', message }] });
}

type Context = { readonly viewer: Viewer; readonly name: string; readonly filter: Filter };

function conditionOf(context: Context, model: Model, row: string, path: readonly string[]): Sql {
  const [name = '', ...rest] = path;
  if (name === 'id' && rest.length === 0) return idCondition(context, model, row);
  if (name === 'number' && model.number && rest.length === 0) return numberCondition(context, row);
  const engine = Object.hasOwn(engineColumns, name) ? engineColumns[name] : undefined;
  const field = fieldNamed(model, name);
  if (name.includes('/')) return againstField(context, row, name, rest);
  if (!field && Object.hasOwn(model.filterAliases ?? {}, name)) {
    const ways = (model.filterAliases?.[name] ?? []).map((way) =>
      conditionOf(context, model, row, [...way.split('.'), ...rest]),
    );
    return sql`(${sql.join(ways, sql` OR `)})`;
  }
  if (engine && rest.length === 0 && !field)
    return compare(context, sql.ref(`${row}.${engine.column}`), (text) =>
      dateTimeKind.parseFilter?.(text, { kind: 'dateTime', label: name }),
    );
  const isAuthor = (name === 'created_by' || name === 'updated_by') && context.viewer.portal !== 'public';
  if (isAuthor && !field)
    return throughReference(context, modelNamed('user'), aliasOf(row, name), sql.ref(`${row}.${name}`), rest);
  if (!field || field.internal || (field.isPrivate && context.viewer.portal === 'public'))
    throw unknownName(context, model, name);
  return fieldCondition(context, model, row, name, field, rest);
}

function unknownName(context: Context, model: Model, name: string): AppError {
  const known = [
    'id',
    'created_at',
    'updated_at',
    ...Object.entries(model.fields).flatMap(([key, field]) => (field.internal ? [] : [key])),
  ];
  const near = nearest(name, known);
  return queryError(
    context.name,
    `${sentenceSubject(model.label)} has no field “${name.slice(0, 60)}”.${near ? ` Did you mean “${near}”?` : ''}`,
  );
}

function fieldCondition(
  context: Context,
  model: Model,
  row: string,
  name: string,
  field: Field,
  rest: readonly string[],
): Sql {
  const kind = kindOf(field);
  const storage = kind.storage(field);
  const { operator } = context.filter;
  const isPlain = rest.length === 0;
  if (isPlain && !kind.operators.includes(operator)) {
    const message =
      kind.operators.length > 0
        ? `can be compared by ${kind.operators.join(', ')}; found “${operator}”.`
        : 'can’t be filtered by.';
    throw queryError(context.name, `${field.label} ${message}`);
  }
  const id = sql.ref(`${row}.id`);
  switch (storage.shape) {
    case 'column': {
      const column = sql.ref(`${row}.${columnOf(name, field)}`);
      if (storage.read === 'reference' && 'to' in field)
        return throughReference(context, modelNamed(String(field.to)), aliasOf(row, name), column, rest);
      if (!isPlain) throw queryError(context.name, `${field.label} is no relation, so nothing can follow “${name}”.`);
      if (storage.prisma.endsWith('[]')) return listCondition(context, column);
      return compare(context, shownText(context.viewer, field, column), (text) =>
        kind.parseFilter ? kind.parseFilter(text, field) : text,
      );
    }
    case 'link': {
      const target = modelNamed(storage.to);
      const alias = aliasOf(row, name);
      return related(
        context,
        target,
        alias,
        rest,
        (condition) =>
          sql`EXISTS (SELECT 1 FROM ${sql.table(linkTableOf(model, name))} l JOIN ${sql.table(tableOf(target))} ${sql.ref(alias)} ON ${sql.ref(`${alias}.id`)} = l.target_id WHERE l.source_id = ${id} AND ${readableRows(context.viewer, target, alias)} AND ${condition})`,
      );
    }
    case 'inverse':
      return throughInverse(context, modelNamed(storage.of), storage.by, aliasOf(row, name), id, rest);
    case 'grants':
      // Nothing follows a list of groups; and who is on it is no business of the public's.
      if (!isPlain || context.viewer.portal === 'public')
        throw queryError(context.name, `${field.label} can’t be filtered by${isPlain ? '' : ' what follows'}.`);
      return sql`EXISTS (SELECT 1 FROM ${sql.table(grantTableOf(model))} g JOIN "group" h ON h.id = g.group_id AND h.live WHERE g.record_id = ${id} AND h.number = ANY(${numbers(context)}))`;
    default:
      throw queryError(context.name, `${field.label} can’t be filtered by.`);
  }
}

/** The records of a child model whose field points at the record with that id. */
function throughInverse(
  context: Context,
  child: Model,
  name: string,
  alias: string,
  id: Sql,
  rest: readonly string[],
): Sql {
  const by = child.fields[name];
  const isList = by !== undefined && kindOf(by).storage(by).shape === 'link';
  const points = isList
    ? sql`EXISTS (SELECT 1 FROM ${sql.table(linkTableOf(child, name))} l WHERE l.source_id = ${sql.ref(`${alias}.id`)} AND l.target_id = ${id})`
    : sql`${sql.ref(`${alias}.${by ? columnOf(name, by) : name}`)} = ${id}`;
  return related(
    context,
    child,
    alias,
    rest,
    (condition) =>
      sql`EXISTS (SELECT 1 FROM ${sql.table(tableOf(child))} ${sql.ref(alias)} WHERE ${points} AND ${readableRows(context.viewer, child, alias)} AND ${condition})`,
  );
}

/** A part `model/field` of an alias. */
function againstField(context: Context, row: string, part: string, rest: readonly string[]): Sql {
  const [model = '', field = ''] = part.split('/');
  return throughInverse(context, modelNamed(model), field, aliasOf(row, model), sql.ref(`${row}.id`), rest);
}

function throughReference(context: Context, target: Model, alias: string, column: Sql, rest: readonly string[]): Sql {
  return related(
    context,
    target,
    alias,
    rest,
    (condition) =>
      sql`EXISTS (SELECT 1 FROM ${sql.table(tableOf(target))} ${sql.ref(alias)} WHERE ${sql.ref(`${alias}.id`)} = ${column} AND ${readableRows(context.viewer, target, alias)} AND ${condition})`,
  );
}

/** A relation compared by id, by presence, or by what its target holds. */
function related(
  context: Context,
  target: Model,
  alias: string,
  rest: readonly string[],
  exists: (condition: Sql) => Sql,
): Sql {
  if (rest.length === 0 && context.filter.operator === 'isnull')
    return truth(context) ? sql`NOT ${exists(sql`true`)}` : exists(sql`true`);
  return exists(rest.length === 0 ? idCondition(context, target, alias) : conditionOf(context, target, alias, rest));
}

function idCondition(context: Context, model: Model, row: string): Sql {
  const { operator, values } = context.filter;
  if (operator !== 'exact' && operator !== 'in')
    throw queryError(context.name, `Ids can be compared by exact and in; found “${operator}”.`);
  const ids = listed(context, values, true);
  const wrong = ids.find((id: string): boolean => !isRecordId(id));
  if (wrong !== undefined) throw queryError(context.name, `Expected an id, found “${wrong.slice(0, 60)}”.`);
  const uuids = ids.filter((id) => id.includes('-')).map((id) => id.toLowerCase());
  const integers = ids.filter((id) => !id.includes('-')).map(Number);
  if (!model.number) return sql`${sql.ref(`${row}.id`)} = ANY(${uuids}::uuid[])`;
  return sql`(${sql.ref(`${row}.id`)} = ANY(${uuids}::uuid[]) OR ${sql.ref(`${row}.number`)} = ANY(${integers}::int[]))`;
}

const numberCondition = (context: Context, row: string): Sql =>
  sql`${sql.ref(`${row}.number`)} = ANY(${numbers(context)})`;

function numbers(context: Context): Sql {
  const texts = listed(context, context.filter.values, true);
  const wrong = texts.find((text) => !/^\d{1,9}$/.test(text));
  if (wrong !== undefined) throw queryError(context.name, `Expected a whole number, found “${wrong.slice(0, 60)}”.`);
  return sql`${texts.map(Number)}::int[]`;
}

/**
 * The values of `in`: one text with commas, or several, each of which may hold commas of its own. Ids hold none, so that theirs
 * always part.
 */
function listed({ filter, name }: Context, values: readonly string[], areIds = false): string[] {
  const isParted = filter.operator === 'in' && (areIds || values.length === 1);
  const all = isParted ? values.flatMap((value) => value.split(',')) : [...values];
  if (all.length > valuesMax) throw queryError(name, `At most ${valuesMax} values.`);
  return all.map((value) => value.trim());
}

const truth = (context: Context): boolean => {
  const text = (context.filter.values[0] ?? '').toLowerCase();
  if (['true', '1', 'yes'].includes(text)) return true;
  if (['false', '0', 'no'].includes(text)) return false;
  throw queryError(context.name, `Expected true or false, found “${text.slice(0, 60)}”.`);
};

function listCondition(context: Context, column: Sql): Sql {
  const { operator, values } = context.filter;
  if (operator === 'isnull') return truth(context) ? sql`cardinality(${column}) = 0` : sql`cardinality(${column}) > 0`;
  if (operator === 'icontains')
    return sql`EXISTS (SELECT 1 FROM unnest(${column}) w WHERE w ILIKE ${`%${escapeLike(values[0] ?? '')}%`})`;
  return sql`${column} && ${listed(context, values)}::text[]`;
}

/** `%`, `_` and `\` mean themselves in what people search for. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const order: Partial<Record<Operator, Sql>> = { gt: sql`>`, gte: sql`>=`, lt: sql`<`, lte: sql`<=` };
const like: Partial<Record<Operator, (text: string) => string>> = {
  contains: (text) => `%${text}%`,
  icontains: (text) => `%${text}%`,
  startswith: (text) => `${text}%`,
  istartswith: (text) => `${text}%`,
  endswith: (text) => `%${text}`,
  iendswith: (text) => `%${text}`,
  iexact: (text) => text,
};

function compare(context: Context, column: Sql, parse: (text: string) => unknown): Sql {
  const { operator, values } = context.filter;
  const value = (text: string): unknown => {
    if (text.includes('\0')) throw queryError(context.name, 'NUL characters are not allowed.');
    const parsed = parse(text);
    if (parsed === null || parsed === undefined)
      throw queryError(context.name, `“${text.slice(0, 60)}” can’t be compared with it.`);
    return parsed;
  };
  const [first = '', second] = values;
  if (operator === 'isnull')
    return truth(context)
      ? sql`(${column} IS NULL OR ${column}::text = '')`
      : sql`(${column} IS NOT NULL AND ${column}::text <> '')`;
  if (operator === 'in') return sql`${column} IN (${sql.join(listed(context, values).map(value))})`;
  if (operator === 'range') {
    const [from = '', to = ''] = second === undefined ? first.split(',') : [first, second];
    return sql`${column} BETWEEN ${value(from)} AND ${value(to)}`;
  }
  const pattern = like[operator];
  if (pattern) {
    const text = pattern(escapeLike(String(value(first))));
    return operator.startsWith('i') ? sql`${column}::text ILIKE ${text}` : sql`${column}::text LIKE ${text}`;
  }
  return sql`${column} ${order[operator] ?? sql`=`} ${value(first)}`;
}
