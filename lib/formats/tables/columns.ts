import { kindOf } from '@/lib/declare/kinds';
import { isInverse, isReference, type Field, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { entryFields } from './entry-fields';
import { typeFamily, isFamilyName } from '@/lib/vocabularies/types';
import { isRelation, type Column, type RelationColumn, type Table } from './table';

/** The declared field that a column fills or narrows by; null for a parent, which fills none. */
export function fieldOf(table: Table, column: Column): Field | null {
  if (column.reads === 'parent') return null;
  if (column.reads === 'entry') return entryFields[column.part];
  const model = modelNamed(column.reads === 'facet' ? column.of : table.model);
  const field = model.fields[column.field];
  if (!field) throw new Error(`The table ${table.name} names the field ${column.field}, which ${model.name} lacks.`);
  return field;
}

/** The model whose records a column names. */
export function targetOf(table: Table, column: RelationColumn): Model {
  if (column.reads === 'parent') return modelNamed(column.to);
  const field = fieldOf(table, column);
  // Links of the other side name what they lead to.
  if (field && isInverse(field) && field.leadsTo) return modelNamed(field.leadsTo.to);
  if (!field || !('to' in field)) throw new Error(`${table.name}: ${column.field} links no records.`);
  return modelNamed(String(field.to));
}

/** The fields of the other model that a name is compared with. */
export const namesOf = (column: RelationColumn, target: Model): readonly string[] =>
  column.reads === 'look-up' && column.by ? column.by : [target.title];

/** Whether a cell may name several records. */
export function isList(table: Table, column: RelationColumn): boolean {
  const field = fieldOf(table, column);
  return field !== null && !isReference(field);
}

/** What a column is called beside its technical name. */
export function labelOf(table: Table, column: Column): string {
  if (column.reads === 'parent') return column.label;
  const label = fieldOf(table, column)?.label ?? '';
  return column.reads === 'grant' ? `${label} (${column.level})` : label;
}

/** Whether the header must have the column and each row a value in it. */
export function isRequired(table: Table, column: Column): boolean {
  if (column.required !== undefined || ['facet', 'grant', 'entry'].includes(column.reads))
    return column.required === true;
  if ('fallback' in column && column.fallback !== undefined) return false;
  return fieldOf(table, column)?.required === true;
}

/** Columns that a new record can't do without. */
export const requiredColumns = (table: Table): string[] =>
  Object.entries(table.columns).flatMap(([name, column]) => (isRequired(table, column) ? [name] : []));

/** What a cell holds, for people, as far as its kind says: “A date as YYYY-MM-DD.” */
export function expectationOf(table: Table, column: Column): string {
  const field = fieldOf(table, column);
  if (isRelation(column)) {
    const { label, labelPlural, title } = targetOf(table, column);
    const names = column.reads === 'grant' && column.field === 'users' ? 'E-mail addresses' : 'Names or ids';
    return isList(table, column)
      ? `${names} of ${labelPlural.toLowerCase()}, separated by commas.`
      : `The ${title === 'name' ? 'name' : title} or the id of a ${label.toLowerCase()}.`;
  }
  if (!field) return '';
  const schema = kindOf(field).jsonSchema(field);
  const types = [schema.type].flat();
  if ('family' in field && isFamilyName(String(field.family))) {
    const isRows = typeFamily(String(field.family) as 'procedure').payload === 'rows'; // checked in the line above
    return isRows ? 'JSON: a list of objects with the keys of the type.' : 'JSON: an object with the keys of the type.';
  }
  if (schema.format === 'date-time')
    return 'A date and time as YYYY-MM-DD HH:MM; without a zone it is the laboratory’s.';
  if (schema.format === 'date') return 'A date as YYYY-MM-DD.';
  if (types.includes('boolean')) return 'true or false (also yes, no, 1, 0, on, off, enabled, disabled).';
  if (Array.isArray(schema.enum))
    return schema.enum.length > 12
      ? `One of ${schema.enum.length} codes, such as ${schema.enum.slice(0, 3).join(', ')}.`
      : `One of ${schema.enum.join(', ')}.`;
  if (types.includes('integer')) return 'HH:MM:SS or an ISO 8601 duration such as PT1H5M.';
  if (types.includes('array')) return 'Words, separated by commas; a word with a comma in quotation marks.';
  return typeof schema.maxLength === 'number' ? `Text of at most ${schema.maxLength} characters.` : 'Text.';
}
