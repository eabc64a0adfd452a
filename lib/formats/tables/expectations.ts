import { kindOf } from '@/lib/declare/kinds';
import type { Field } from '@/lib/declare/model';
import { describe } from '@/lib/declare/problem';
import { isFamilyName, typeFamily } from '@/lib/vocabularies/types';
import { fieldOf, isList, targetOf } from './columns';
import { isRelation, type Column, type RelationColumn, type Table } from './table';

/** The form in which a value is written, and what there is to say of it besides. */
type Form = { readonly what: string; readonly more?: string };

/** What a cell holds, for people, as far as its kind says: “A date as YYYY-MM-DD.” */
export function expectationOf(table: Table, column: Column): string {
  const field = fieldOf(table, column);
  if (isRelation(column)) return namesExpected(table, column);
  if (!field) return '';
  const form = formOf(field);
  if (form) return [`${form.what[0]?.toUpperCase()}${form.what.slice(1)}.`, form.more].filter(Boolean).join(' ');
  const schema = kindOf(field).jsonSchema(field);
  const types = [schema.type].flat();
  if ('family' in field && isFamilyName(String(field.family))) {
    const isRows = typeFamily(String(field.family) as 'procedure').payload === 'rows'; // checked in the line above
    return isRows ? 'JSON: a list of objects with the keys of the type.' : 'JSON: an object with the keys of the type.';
  }
  const codes = codesOf(field);
  if (codes)
    return codes.length > 12
      ? `One of ${codes.length} codes, such as ${codes.slice(0, 3).join(', ')}.`
      : `One of ${codes.join(', ')}.`;
  if (types.includes('integer')) return 'A whole number.';
  if (types.includes('number')) return 'A number.';
  if (types.includes('array')) return 'Words, separated by commas; a word with a comma in quotation marks.';
  return typeof schema.maxLength === 'number' ? `Text of at most ${schema.maxLength} characters.` : 'Text.';
}

/**
 * Why a text is no value of a field, and what to write instead, each said once. `said` is what the field's kind says of it.
 */
export function refusalOf(
  table: Table,
  column: Column,
  field: Field,
  text: string,
  said: string,
): { readonly message: string; readonly suggestion: string | null } {
  const form = formOf(field);
  if (form) return { message: `Expected ${form.what}, found ${describe(text)}.`, suggestion: form.more ?? null };
  const codes = codesOf(field);
  const isJson = [kindOf(field).jsonSchema(field).type].flat().some((type) => type === 'object' || type === 'array');
  // Which codes there are may have been said; of texts and numbers the kind says all there is.
  const isMore = codes ? !said.includes(codes.slice(0, 12).join(', ')) : isJson;
  return { message: said, suggestion: isMore ? expectationOf(table, column) : null };
}

function namesExpected(table: Table, column: RelationColumn): string {
  const { label, labelPlural, title } = targetOf(table, column);
  const names = column.reads === 'grant' && column.field === 'users' ? 'E-mail addresses' : 'Names or ids';
  return isList(table, column)
    ? `${names} of ${labelPlural.toLowerCase()}, separated by commas.`
    : `The ${title === 'name' ? 'name' : title} or the id of a ${label.toLowerCase()}.`;
}

/** How values are written that one has to write in one form; null for others. */
function formOf(field: Field): Form | null {
  const schema = kindOf(field).jsonSchema(field);
  const types = [schema.type].flat();
  if (schema.format === 'date-time')
    return {
      what: 'a date and time as YYYY-MM-DD HH:MM',
      more: 'The month may be a word, as in 1 Sep 2026; without a zone it is the laboratory’s.',
    };
  if (schema.format === 'date')
    return { what: 'a date as YYYY-MM-DD', more: 'The month may be a word, as in 1 Sep 2026.' };
  if (types.includes('boolean')) return { what: 'true or false (also yes, no, 1, 0, on, off, enabled, disabled)' };
  // Durations are whole milliseconds too, but no cell holds those.
  if (types.includes('integer') && kindOf(field).fromCell('1', field) !== 1)
    return { what: 'HH:MM:SS or an ISO 8601 duration such as PT1H5M, at most 24 days' };
  return null;
}

function codesOf(field: Field): readonly string[] | null {
  const codes = kindOf(field).jsonSchema(field).enum;
  return Array.isArray(codes) ? codes.map(String) : null;
}
