import type { GridColumn } from '@/lib/declare/grid';
import { kindOf } from '@/lib/declare/kinds';
import type { Field, Model } from '@/lib/declare/model';
import { isList } from '../tables/columns';
import { expectationOf } from '../tables/expectations';
import { isRelation, type Column, type Table } from '../tables/table';
import { gridTableOf, throughOf } from './table';

/** The columns of a model's grid for pages; none where it has no grid. */
export function gridColumnsOf(model: Model): GridColumn[] {
  const table = gridTableOf(model);
  if (!table) return [];
  const first = new Set(model.layout[0]?.fields ?? []);
  return Object.entries(table.columns).flatMap(([name, column]) => {
    const field = model.fields[name];
    return field ? [columnOf(model, table, name, column, field, first.has(name))] : [];
  });
}

function columnOf(
  model: Model,
  table: Table,
  name: string,
  column: Column,
  field: Field,
  isFirst: boolean,
): GridColumn {
  const types = [kindOf(field).jsonSchema(field).type].flat();
  const isLink = isRelation(column);
  const isWords = !isLink && types.includes('array');
  return {
    name,
    label: field.label,
    isRequired: field.required === true,
    isUsual: isFirst || field.listed === true || field.required === true,
    expects: expectationOf(table, column),
    help: field.help ?? '',
    isNumeric: !isLink && (types.includes('number') || types.includes('integer')),
    isLong: kindOf(field).isHtml === true || ('multiline' in field && field.multiline === true),
    isList: isWords || (isLink && isList(table, column)),
    choices: choicesOf(field, types),
    links: isLink ? linksOf(model, name, field) : null,
    isWords,
  };
}

function choicesOf(field: Field, types: readonly unknown[]): GridColumn['choices'] {
  if ('choices' in field) return field.choices as GridColumn['choices']; // of a choice, by its declaration
  if (!types.includes('boolean')) return null;
  return [
    { code: 'true', label: 'Yes' },
    { code: 'false', label: 'No' },
  ];
}

function linksOf(model: Model, name: string, field: Field): GridColumn['links'] {
  const through = throughOf(field);
  return through
    ? { path: through.model.path, field: through.to, owner: through.by }
    : { path: model.path, field: name, owner: null };
}
