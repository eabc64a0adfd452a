import { z } from 'zod';
import type { Choice, Common, FieldOf } from '../field';
import { describe, nearest } from '../problem';
import { fromJsonCell, jsonCell, kind } from './kind';
import { normaliseUrl } from './url';

/** A column of a list of rows. `open` choices are suggestions: other texts are accepted. */
export type RowColumn = {
  readonly label: string;
  readonly type: 'text' | 'integer' | 'number' | 'boolean' | 'url';
  readonly required?: boolean;
  readonly max?: number;
  readonly min?: number;
  readonly choices?: readonly Choice[];
  readonly open?: boolean;
  /** What a new row starts with in a form. */
  readonly initial?: string;
  readonly help?: string;
  /** No two rows may hold the same value. */
  readonly unique?: boolean;
  /** Names people by their e-mail addresses, which the public portal shows as names. */
  readonly isPerson?: boolean;
};
type Options = Common & { readonly columns: Readonly<Record<string, RowColumn>>; readonly max?: number };
export type Row = Readonly<Record<string, string | number | boolean | null>>;
export type RowsField = FieldOf<'rows', Options, readonly Row[]>;

/** A short ordered list of uniform rows that live and die with their record (download links, cameras). */
export function rows<const O extends Options>(options: O): FieldOf<'rows', O, readonly Row[]> {
  return { kind: 'rows', ...options };
}

const countMax = 1000;

function checkCell(column: RowColumn, value: unknown): { value: Row[string]; message?: string } {
  if (value === undefined || value === null || value === '') {
    const none = column.type === 'text' || column.type === 'url' ? '' : column.type === 'boolean' ? false : null;
    return column.required && column.type !== 'boolean'
      ? { value: none, message: 'This value is required.' }
      : { value: none };
  }
  const wrong = (expected: string) => ({ value: null, message: `Expected ${expected}, found ${describe(value)}.` });
  if (column.type === 'boolean') return typeof value === 'boolean' ? { value } : wrong('true or false');
  if (column.type === 'integer' || column.type === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) return wrong('a number');
    if (column.type === 'integer' && !Number.isSafeInteger(value)) return wrong('a whole number');
    if (column.min !== undefined && value < column.min) return wrong(`at least ${column.min}`);
    return { value };
  }
  if (typeof value !== 'string') return wrong('text');
  if (value.includes('\0')) return wrong('text without NUL characters');
  if (column.max !== undefined && value.length > column.max) return wrong(`at most ${column.max} characters`);
  if (column.type === 'url') {
    const hasScheme = /^(https?|ftp):\/\//i.test(value) && normaliseUrl(value) !== null;
    return hasScheme ? { value } : wrong('an address that starts with http://, https:// or ftp://');
  }
  if (column.choices && !column.open && !column.choices.some(({ code }) => code === value)) {
    const codes = column.choices.map(({ code }) => code);
    const near = nearest(value, codes);
    return wrong(near ? `“${near}”` : `one of ${codes.join(', ')}`);
  }
  return { value };
}

export const rowsKind = kind<RowsField>({
  storage: () => ({ shape: 'column', prisma: 'Json', nullable: false, default: '"[]"', read: 'plain', bind: 'json' }),
  schema: (field) =>
    z
      .array(z.unknown(), { error: ({ input }) => `Expected a list of rows, found ${describe(input)}.` })
      .max(field.max ?? countMax, `At most ${field.max ?? countMax} rows.`)
      .transform((entries, context) => {
        const seen: Record<string, Set<unknown>> = {};
        const say = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
        return entries.map((entry, index): Row => {
          const isRow = typeof entry === 'object' && entry !== null && !Array.isArray(entry);
          if (!isRow) say([index], `Expected an object, found ${describe(entry)}.`);
          const source = new Map<string, unknown>(isRow ? Object.entries(entry) : []);
          for (const key of source.keys()) {
            if (Object.hasOwn(field.columns, key)) continue;
            const near = nearest(key, Object.keys(field.columns));
            say([index, key], `Unknown key${near ? `; did you mean “${near}”?` : '.'}`);
          }
          const row: Record<string, Row[string]> = {};
          for (const [key, column] of Object.entries(field.columns)) {
            const checked = checkCell(column, source.get(key));
            if (checked.message && isRow) say([index, key], checked.message);
            row[key] = checked.value;
            if (!column.unique) continue;
            const values = (seen[key] ??= new Set());
            if (values.has(checked.value))
              say([index, key], `${column.label} must differ from row to row; found ${describe(checked.value)} twice.`);
            values.add(checked.value);
          }
          return row;
        });
      }),
  empty: () => [],
  operators: [],
  sortable: false,
  searchable: false,
  toCell: jsonCell,
  fromCell: fromJsonCell,
  jsonSchema: (field) => ({
    type: 'array',
    ...(field.max === undefined ? {} : { maxItems: field.max }),
    items: {
      type: 'object',
      additionalProperties: false,
      required: Object.entries(field.columns).flatMap(([key, { required }]) => (required ? [key] : [])),
      properties: Object.fromEntries(Object.entries(field.columns).map(([key, column]) => [key, cellSchema(column)])),
    },
  }),
});

function cellSchema({ label, type, max, min, choices, open, help, required }: RowColumn): Record<string, unknown> {
  const isText = type === 'text' || type === 'url';
  const codes = choices?.map(({ code }) => code);
  return {
    title: label,
    // A number that is not given is null.
    type: isText ? 'string' : required || type === 'boolean' ? type : [type, 'null'],
    // No format: a cell that is not given is an empty text.
    ...(type === 'url' ? { examples: ['https://example.org/data'] } : {}),
    ...(max === undefined || !isText ? {} : { maxLength: max }),
    ...(min === undefined ? {} : { minimum: min }),
    ...(codes && open ? { examples: codes } : {}),
    // A choice that is not given is an empty text.
    ...(codes && !open ? { enum: required ? codes : [...codes, ''] } : {}),
    ...(help ? { description: help } : {}),
  };
}
