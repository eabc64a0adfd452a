import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { describe } from '../problem';
import { kind } from './kind';
import { isRecordId, recordIdSchema } from './reference';

type Options = Common & {
  readonly to: string;
  /** The order in which they were given is kept. */
  readonly ordered?: boolean;
};
export type ReferencesField = FieldOf<'references', Options, readonly (string | number)[]>;

/** Other records by their ids, each once. */
export function references<const O extends Options>(
  options: O,
): FieldOf<'references', O, readonly (string | number)[]> {
  return { kind: 'references', ...options };
}

const countMax = 1000;

export const referencesKind = kind<ReferencesField>({
  storage: (field) => ({ shape: 'link', to: field.to, ordered: field.ordered === true }),
  schema: () =>
    z
      .array(recordIdSchema, { error: ({ input }) => `Expected a list of ids, found ${describe(input)}.` })
      .max(countMax, `At most ${countMax} records can be linked.`)
      .transform((ids) => [...new Set(ids)]),
  empty: () => [],
  operators: ['exact', 'in', 'isnull'],
  sortable: false,
  searchable: false,
  parseFilter: (text) => (isRecordId(text) ? text.toLowerCase() : null),
  toCell: (value) => (Array.isArray(value) ? value.join(', ') : ''),
  fromCell: (cell) =>
    cell
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
  jsonSchema: (field) => ({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    description: `Ids of ${field.to} records.`,
  }),
});
