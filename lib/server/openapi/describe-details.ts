import 'server-only';
import { typeFamily, type DetailField, type FamilyName } from '@/lib/vocabularies/types';

/** One key of the details of a type. `choices` are codes or units. */
export type DetailFacts = {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
};

/** The details of one type. */
export type TypeFacts = {
  readonly family: FamilyName;
  readonly code: string;
  readonly label: string;
  readonly category: string;
  readonly version: string;
  /** The details are a list of such objects. */
  readonly isRows: boolean;
  readonly details: readonly DetailFacts[];
};

const words: Record<DetailField['kind'], string> = {
  string: 'text',
  text: 'text',
  time: 'time of day, HH:MM',
  number: 'number',
  integer: 'whole number',
  boolean: 'true or false',
  enum: 'one of',
  multiselect: 'list of',
  array: 'list of numbers',
  table: 'list of rows',
  numberUnit: 'value and unit',
};

/** The types of a family that have details, for a reader. */
export const describeDetails = (family: FamilyName): TypeFacts[] =>
  Object.values(typeFamily(family).types)
    .filter(({ fields }) => fields.length > 0)
    .map(({ code, label, category, version, fields }) => ({
      family,
      code,
      label,
      category,
      version,
      isRows: typeFamily(family).payload === 'rows',
      details: fields.map(describeDetail),
    }));

function describeDetail(field: DetailField): DetailFacts {
  const { key, label, kind, required, units = [], choices = [], choiceLabels = {}, columns = [], unit } = field;
  const items = kind === 'array' && field.items?.kind === 'string' ? 'list of texts' : words[kind];
  return {
    key,
    label,
    type: `${items}${unit && kind === 'number' ? ` in ${unit}` : ''}${describeRange(field)}`,
    isRequired: required,
    choices: [
      ...units,
      ...choices.map((choice) => {
        const meaning = choiceLabels[String(choice)];
        return meaning ? `${choice}: ${meaning}` : String(choice);
      }),
      ...columns.map((column) => column.key),
    ],
  };
}

function describeRange({ min, max }: DetailField): string {
  if (min !== undefined && max !== undefined) return `, ${min} to ${max}`;
  return min === undefined ? (max === undefined ? '' : `, at most ${max}`) : `, at least ${min}`;
}
