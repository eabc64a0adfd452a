import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { describe } from '../problem';
import { kind } from './kind';

type Options = Common & { readonly default: boolean };
export type BooleanField = FieldOf<'boolean', Options, boolean>;

/** Yes or no; the declaration says what nothing means. */
export function boolean<const O extends Options>(options: O): FieldOf<'boolean', O, boolean> {
  return { kind: 'boolean', ...options };
}

const words: Record<string, boolean> = {
  true: true,
  yes: true,
  '1': true,
  on: true,
  enabled: true,
  false: false,
  no: false,
  '0': false,
  off: false,
  disabled: false,
};

export const booleanKind = kind<BooleanField>({
  storage: (field) => ({
    shape: 'column',
    prisma: 'Boolean',
    nullable: false,
    default: String(field.default),
    read: 'plain',
    bind: 'plain',
  }),
  schema: () => z.boolean({ error: ({ input }) => `Expected true or false, found ${describe(input)}.` }),
  empty: (field) => field.default,
  operators: ['exact', 'isnull'],
  sortable: true,
  searchable: false,
  parseFilter: (text) => words[text.trim().toLowerCase()] ?? null,
  toCell: (value) => (value === true ? 'true' : 'false'),
  fromCell: (cell) => words[cell.trim().toLowerCase()] ?? (cell.trim() === '' ? null : cell),
  jsonSchema: (field) => ({ type: 'boolean', default: field.default }),
});
