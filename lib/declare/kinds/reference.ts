import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { describe } from '../problem';
import { kind } from './kind';

type Options = Common & {
  /** Name of the model it points at. */
  readonly to: string;
  /** What deleting the target does: refuse, or take this record with it. */
  readonly onDelete: 'restrict' | 'cascade' | 'clear';
};
export type ReferenceField = FieldOf<'reference', Options, string | number | null>;

/** One other record, by its id (an integer for users and groups). Empty is null. */
export function reference<const O extends Options>(
  options: O,
): FieldOf<'reference', O, O extends { required: true } ? string | number : string | number | null> {
  return { kind: 'reference', ...options };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a value can be the id of a record. */
export function isRecordId(value: unknown): value is string | number {
  return typeof value === 'string' ? uuid.test(value) || /^\d{1,9}$/.test(value) : Number.isInteger(value);
}

/** Whether a text from an address or a form can be the id of what has no number. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && uuid.test(text);
/** Ids as they come: bare, or as the record itself, which an include may have put in its place. */
export const recordIdSchema = z
  .preprocess(
    (value) => (typeof value === 'object' && value !== null && 'id' in value ? value.id : value),
    z.custom<string | number>(isRecordId, { error: ({ input }) => `Expected an id, found ${describe(input)}.` }),
  )
  .transform((value) => (typeof value === 'string' ? value.toLowerCase() : value));

export const referenceKind = kind<ReferenceField>({
  storage: (field) => ({
    shape: 'column',
    prisma: 'String @db.Uuid',
    nullable: !field.required,
    read: 'reference',
    bind: 'plain',
  }),
  schema: () => recordIdSchema,
  empty: () => null,
  operators: ['exact', 'in', 'isnull'],
  sortable: false,
  searchable: false,
  parseFilter: (text) => (isRecordId(text) ? text.toLowerCase() : null),
  toCell: (value) => (value === null || value === undefined ? '' : String(value)),
  fromCell: (cell) => cell.trim(),
  jsonSchema: (field) => ({ type: ['string', 'null'], format: 'uuid', description: `Id of a ${field.to}.` }),
});
