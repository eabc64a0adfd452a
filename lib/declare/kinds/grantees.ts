import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { describe } from '../problem';
import { kind } from './kind';
import { recordIdSchema } from './reference';

export type GranteesField = FieldOf<'grantees', Common & { readonly to: 'group' }, readonly number[]>;

/** The groups that a record is shared with, by id. Naming a group that has no level yet makes it a contributor. */
export function grantees<const O extends Common>(
  options: O,
): FieldOf<'grantees', O & { readonly to: 'group' }, readonly number[]> {
  return { kind: 'grantees', ...options, to: 'group' };
}

export const granteesKind = kind<GranteesField>({
  storage: () => ({ shape: 'grants', to: 'group', as: 'ids' }),
  schema: () =>
    z
      .array(recordIdSchema, { error: ({ input }) => `Expected a list of group ids, found ${describe(input)}.` })
      .max(100, 'At most 100 groups.')
      .transform((ids) => [...new Set(ids)]),
  empty: () => [],
  operators: ['exact', 'in'],
  sortable: false,
  searchable: false,
  toCell: (value) => (Array.isArray(value) ? value.join(', ') : ''),
  fromCell: (cell) =>
    cell
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
  jsonSchema: () => ({ type: 'array', items: { type: 'integer' }, description: 'Ids of groups.' }),
});
