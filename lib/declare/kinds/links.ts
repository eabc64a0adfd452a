import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { kind } from './kind';

export type LinksField = FieldOf<'links', Common & { readonly readOnly: true }, Readonly<Record<string, string>>>;

/** Suffixes of the record's address under which its related lists are served, one for each inverse field. */
export function links<const O extends Common>(
  options: O,
): FieldOf<'links', O & { readonly readOnly: true }, Readonly<Record<string, string>>> {
  return { kind: 'links', ...options, readOnly: true };
}

export const linksKind = kind<LinksField>({
  storage: () => ({ shape: 'none' }),
  schema: () => z.unknown(),
  empty: () => ({}),
  operators: [],
  sortable: false,
  searchable: false,
  toCell: () => '',
  fromCell: () => null,
  jsonSchema: () => ({ type: 'object', readOnly: true, additionalProperties: { type: 'string' } }),
});
