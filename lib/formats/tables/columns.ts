import { isInverse, isReference, type Field, type Model } from '@/lib/declare/model';
import { modelNamed } from '@/lib/models';
import { entryFields } from './entry-fields';
import type { Column, RelationColumn, Table } from './table';

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
