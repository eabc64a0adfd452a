import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { kind } from './kind';

export type FileField = FieldOf<'file', Common & { readonly readOnly: true }, string | null>;

/** The address of a stored file, set by an upload. Empty is null. */
export function file<const O extends Common & { readonly readOnly: true }>(
  options: O,
): FieldOf<'file', O, string | null> {
  return { kind: 'file', ...options };
}

export const fileKind = kind<FileField>({
  storage: () => ({ shape: 'column', prisma: 'String', nullable: true, read: 'plain', bind: 'plain' }),
  schema: () => z.string(),
  empty: () => null,
  operators: ['isnull'],
  sortable: false,
  searchable: false,
  toCell: (value) => (typeof value === 'string' ? value : ''),
  fromCell: (cell) => cell,
  jsonSchema: () => ({ type: ['string', 'null'], format: 'uri', readOnly: true }),
});
