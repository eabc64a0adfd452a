import { z } from 'zod';
import type { Common, FieldBase, FieldOf } from '../field';
import { kind } from './kind';
import { isRecordId } from './reference';

type Options = Common & {
  /** The model that points here, and the field by which it does. */
  readonly of: string;
  readonly by: string;
  /** The records that they are about, by a reference of theirs: the subjects of a session. What filters of pages ask for. */
  readonly leadsTo?: { readonly by: string; readonly to: string };
  readonly readOnly: true;
};
export type InverseField = FieldOf<'inverse', Options, readonly string[]>;

/** The records of another model that point here: read only, edited over there. */
export function inverse<const O extends Omit<Options, 'readOnly'>>(
  options: O,
): FieldOf<'inverse', O & { readonly readOnly: true }, readonly string[]> {
  return { kind: 'inverse', ...options, readOnly: true };
}

/** The ids of what the records that point here lead to, where these were put in place of their ids; unseen ones are left out. */
export const endsIn = ({ leadsTo }: InverseField, value: unknown): string[] =>
  (Array.isArray(value) ? value : []).flatMap((entry: unknown) => {
    const end =
      leadsTo && typeof entry === 'object' && entry !== null
        ? (entry as Readonly<Record<string, unknown>>)[leadsTo.by]
        : null;
    return typeof end === 'string' || typeof end === 'number' ? [String(end)] : [];
  });

/** Whether tables name what the records that point here lead to; else they say how many there are. */
export const isNaming = (
  field: FieldBase,
): field is InverseField & { readonly leadsTo: { readonly by: string; readonly to: string } } =>
  field.kind === 'inverse' && field.listed === true && 'leadsTo' in field && field.leadsTo !== undefined;

export const inverseKind = kind<InverseField>({
  storage: (field) => ({ shape: 'inverse', of: field.of, by: field.by }),
  schema: () => z.unknown(),
  empty: () => [],
  operators: ['exact', 'in', 'isnull'],
  sortable: false,
  searchable: false,
  parseFilter: (text) => (isRecordId(text) ? text.toLowerCase() : null),
  toCell: (value) => (Array.isArray(value) ? value.join(', ') : ''),
  fromCell: () => [],
  jsonSchema: (field) => ({
    type: 'array',
    items: { type: 'string', format: 'uuid' },
    readOnly: true,
    description: `Ids of ${field.of} records.`,
  }),
});
