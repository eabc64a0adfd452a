import { kindOf } from '@/lib/declare/kinds';
import { tagsKind } from '@/lib/declare/kinds/tags';
import { isNaive } from '@/lib/declare/time';
import type { Field } from '@/lib/declare/model';
import { schemaOf } from '@/lib/declare/parse';
import { describe } from '@/lib/declare/problem';
import { textToHtml } from '@/lib/formats/session-toml/rich-text';
import { isFamilyName, typeFamily } from '@/lib/vocabularies/types';
import { fieldOf, isList } from './columns';
import { expectationOf, refusalOf } from './expectations';
import type { CellProblem } from './report';
import { isRelation, type Column, type Table } from './table';

/** The records that a cell names: `text` as a whole, and its parts where it may hold several. */
export type Names = { readonly text: string; readonly parts: readonly string[] };

/** What was taken for granted: the zone of a time, or that the month comes first. */
export type Assumption = 'zone' | 'month-first';

export type ReadCell =
  | { readonly value: unknown; readonly assumptions: readonly Assumption[]; readonly problem: null }
  | { readonly problem: Pick<CellProblem, 'code' | 'message' | 'suggestion'> };

/** Reads a cell that is not empty. Look-ups come out as `Names`, everything else as the field's kind takes it. */
export function readCell(table: Table, column: Column, text: string): ReadCell {
  if (text.includes('\0') || !text.isWellFormed())
    return wrong('unstorable', 'This holds a NUL or half a character, which can’t be stored.', 'Take it out.');
  if (/^YOUR_[A-Z0-9_]+$/.test(text))
    return wrong('placeholder', `“${text}” stands for a value of yours.`, expectationOf(table, column));
  if (isRelation(column)) return read(namesIn(text, isList(table, column)));
  const field = fieldOf(table, column);
  if (!field) return read(text);
  const schema = kindOf(field).jsonSchema(field);
  if (schema.format === 'date-time') return readInstant(table, column, field, text);
  if ([schema.type].flat().includes('object')) return readJson(table, column, field, text);
  const isPlain = kindOf(field).isHtml && !/<[a-z][^<>]*>/i.test(text);
  return checked(table, column, field, text, isPlain ? textToHtml(text) : kindOf(field).fromCell(text, field));
}

const read = (value: unknown, assumptions: readonly Assumption[] = []): ReadCell => ({
  value,
  assumptions,
  problem: null,
});
const wrong = (code: string, message: string, suggestion: string | null): ReadCell => ({
  problem: { code, message, suggestion },
});

/** Words as in a list of tags: a name with a comma stands in quotation marks. */
const namesIn = (text: string, isMany: boolean): Names => ({
  text,
  parts: isMany ? (tagsKind.fromCell(text, { kind: 'tags', label: '' }) as string[]) : [text], // that kind reads words
});

/** `value` is what the text of the cell comes to. */
function checked(
  table: Table,
  column: Column,
  field: Field,
  text: string,
  value: unknown,
  assumptions: Assumption[] = [],
): ReadCell {
  const parsed = schemaOf(field).safeParse(value);
  if (parsed.success) return read(parsed.data, assumptions);
  const said = parsed.error.issues.map((issue) => issue.message).join(' ');
  const { message, suggestion } = refusalOf(table, column, field, text, said);
  return wrong('value', message, suggestion);
}

/** `MM/DD/YYYY`, with or without a time. */
const monthFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ T]+(\d{1,2}:\d{2}(?::\d{2})?))?$/;

function readInstant(table: Table, column: Column, field: Field, text: string): ReadCell {
  const american = monthFirst.exec(text);
  if (!american) {
    const written = String(kindOf(field).fromCell(text, field));
    return checked(table, column, field, text, written, isNaive(written) ? ['zone'] : []);
  }
  const [, month = '', day = '', year = '', time = '00:00'] = american;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${time.padStart(time.length > 5 ? 8 : 5, '0')}`;
  const result = checked(table, column, field, text, iso, ['zone', 'month-first']);
  if (result.problem === null || Number(month) <= 12) return result;
  const turned = `${year}-${day.padStart(2, '0')}-${month.padStart(2, '0')} ${time}`;
  return wrong('value', `There is no month ${month}; with slashes the month comes first.`, `Write “${turned}”.`);
}

function readJson(table: Table, column: Column, field: Field, text: string): ReadCell {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const where = error instanceof Error ? `: ${error.message}` : '';
    return wrong('not-json', `This is not valid JSON${where}.`, expectationOf(table, column));
  }
  const family = 'family' in field ? String(field.family) : '';
  const shape = isFamilyName(family) && typeFamily(family).payload === 'rows' ? 'a list' : 'an object';
  const isShaped = typeof value === 'object' && value !== null && Array.isArray(value) === (shape === 'a list');
  if (!isShaped) return wrong('shape', `Expected ${shape}, found ${describe(value)}.`, expectationOf(table, column));
  return checked(table, column, field, text, value);
}
