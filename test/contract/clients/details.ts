import { typeFamily, type DetailField, type FamilyName } from '@/lib/vocabularies/types';

const upTo = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));
const quantity = ({ min = 1, unit, units = [] }: DetailField) => ({ value: Math.max(min, 1), unit: unit ?? units[0] });
const choice = ({ choices = [] }: DetailField, index = 0) => choices[index % choices.length];
const text = (_: DetailField, index = 0) => `Text ${index}`;
const number = ({ min = 1 }: DetailField) => Math.max(min, 1);

/** A value of each kind of detail; what is a list has `count` items. */
const values: Readonly<Record<DetailField['kind'], (field: DetailField, count: number) => unknown>> = {
  string: text,
  text,
  time: () => '09:30',
  number,
  integer: number,
  boolean: () => true,
  enum: (field) => choice(field),
  numberUnit: quantity,
  multiselect: (field, count) => [...new Set(upTo(count, (index) => choice(field, index)))],
  array: ({ items, minItems = 0 }, count) =>
    upTo(Math.max(count, minItems), (index) =>
      items?.kind === 'string' ? `Item ${index}` : index + (items?.min ?? 1),
    ),
  table: ({ columns = [] }, count) =>
    upTo(count, (index) =>
      Object.fromEntries(columns.map((column) => [column.key, values[column.kind](column, index)])),
    ),
};

/** Details of a type with something at every key; a family of rows gets `count` of them. */
export function detailsOf(family: FamilyName, code: string, count: number): unknown {
  const { types, payload } = typeFamily(family);
  const row = () =>
    Object.fromEntries((types[code]?.fields ?? []).map((field) => [field.key, values[field.kind](field, count)]));
  return payload === 'rows' ? upTo(count, row) : row();
}
