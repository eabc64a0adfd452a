import type { DetailField, DetailKind } from '@/lib/vocabularies/types';
import { listOf, objectOf } from './read-value';

const plain = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const choiceText = (field: DetailField, value: unknown) => field.choiceLabels?.[plain(value)] ?? plain(value);

/** One text for each kind of detail; a table says how many rows it has. */
const texts: Record<DetailKind, (field: DetailField, value: unknown) => string> = {
  string: (_, value) => plain(value),
  text: (_, value) => plain(value),
  time: (_, value) => plain(value),
  number: (field, value) => `${plain(value)}${field.unit ? ` ${field.unit}` : ''}`,
  integer: (field, value) => `${plain(value)}${field.unit ? ` ${field.unit}` : ''}`,
  boolean: (_, value) => (value === true ? 'Yes' : 'No'),
  enum: choiceText,
  multiselect: (field, value) =>
    listOf(value)
      .map((item) => choiceText(field, item))
      .join(', '),
  array: (_, value) => listOf(value).map(plain).join(', '),
  table: (field, value) => `${listOf(value).length} ${field.label.toLowerCase()}`,
  numberUnit: (_, value) => `${plain(objectOf(value).value)} ${plain(objectOf(value).unit)}`.trim(),
};

/** A detail as a person reads it; empty where it is not given. */
export const detailText = (field: DetailField, value: unknown): string =>
  value === undefined || value === null ? '' : texts[field.kind](field, value);
