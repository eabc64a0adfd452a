import { kindOf } from '@/lib/declare/kinds';
import { isInverse, type Field, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { lookUp, value, type Column, type Table } from '../tables/table';

/** Records between two others that say nothing but that they belong together: the subjects of a session. */
export type Through = { readonly model: Model; readonly by: string; readonly to: string };

/** The records behind a link of the other side, where a grid can make and delete them; null for all else. */
export function throughOf(field: Field): Through | null {
  if (!isInverse(field) || !field.leadsTo) return null;
  const model = modelNamed(field.of);
  const ends = [field.by, field.leadsTo.by];
  const isPart = model.access.by === 'via' && model.access.field === field.by;
  const isBare = Object.entries(model.fields).every(([name, own]) => !own.required || ends.includes(name));
  return isPart && isBare ? { model, by: field.by, to: field.leadsTo.by } : null;
}

const tables = new WeakMap<Model, Table | null>();

/**
 * The table by which the cells of a model's grid are read: a column for each field that one line of text can hold, named
 * like the field. Null for models whose records are not written one by one.
 */
export function gridTableOf(model: Model): Table | null {
  let table = tables.get(model);
  if (table === undefined) tables.set(model, (table = makeTable(model)));
  return table;
}

/** Whether new records can be made in a grid: it has a column for all they need. */
export function isGridWhole(model: Model): boolean {
  const columns = gridTableOf(model)?.columns;
  return (
    columns !== undefined &&
    Object.entries(model.fields).every(([name, field]) => !field.required || field.readOnly || name in columns)
  );
}

function makeTable(model: Model): Table | null {
  if (model.nav === null || model.view || model.readOnly || model.access.by === 'parties' || model.name === 'user')
    return null;
  const columns = orderedFields(model).flatMap(([name, field]): [string, Column][] => {
    const column = columnFor(model, name, field);
    return column ? [[name, column]] : [];
  });
  if (!columns.some(([name]) => name === model.title)) return null;
  return {
    name: model.name,
    model: model.name,
    help: model.help,
    same: { key: [] },
    columns: Object.fromEntries(columns),
  };
}

/** The title, what gives access, links of the other side, then the fields in the order of the form. */
function orderedFields(model: Model): [string, Field][] {
  const scope = model.access.by === 'via' ? model.access.field : '';
  const form = model.layout.flatMap(({ fields }) => fields);
  const place = ([name, field]: [string, Field]): number => {
    if (name === model.title) return 0;
    if (name === scope) return 1;
    return isInverse(field) ? 2 : 3 + form.indexOf(name);
  };
  return Object.entries(model.fields)
    .filter(([name, field]) => form.includes(name) || isInverse(field))
    .toSorted((one, other) => place(one) - place(other));
}

function columnFor(model: Model, name: string, field: Field): Column | null {
  if (field.internal) return null;
  const through = throughOf(field);
  if (through) return lookUp(name, sharedScope(model, through));
  const { shape } = kindOf(field).storage(field);
  if (field.readOnly || (shape !== 'link' && shape !== 'column')) return null;
  if ('to' in field) return lookUp(name);
  const isFile = kindOf(field).files !== undefined && !kindOf(field).isHtml;
  return !isFile && isOneText(kindOf(field).jsonSchema(field)) ? value(name) : null;
}

/** What both lie in, as a session and its subjects in projects: names are looked for there. */
function sharedScope(model: Model, { model: between, to }: Through): { within?: string } {
  const field = between.fields[to];
  const target = field && 'to' in field ? modelNamed(String(field.to)) : null;
  const homeOf = ({ access, fields }: Model) => {
    const home = access.by === 'via' ? fields[access.field] : undefined;
    return home && 'to' in home ? String(home.to) : null;
  };
  const isShared = target !== null && homeOf(model) !== null && homeOf(model) === homeOf(target);
  return isShared && model.access.by === 'via' ? { within: model.access.field } : {};
}

/** Texts, numbers, yes or no, and lists of words; no structures. */
function isOneText({ type, items }: Record<string, unknown>): boolean {
  const types = [type].flat().filter((one) => one !== 'null');
  const isScalar = types.every((one) => ['string', 'number', 'integer', 'boolean'].includes(String(one)));
  const isWords = types.join() === 'array' && (items as { type?: unknown } | undefined)?.type === 'string'; // JSON Schema
  return types.length > 0 && (isScalar || isWords);
}
