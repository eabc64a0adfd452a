import { z } from 'zod';
import { comparisons, type Common, type FieldOf } from '../field';
import { describe } from '../problem';
import { kind } from './kind';

type Options = Common & {
  /** The unit of the value; null says that it has none. */
  readonly unit: string | null;
  readonly integer?: boolean;
  readonly min?: number;
  readonly max?: number;
};
export type NumberField = FieldOf<'number', Options, number | null>;

/** A number in one fixed unit. Empty is null. */
export function number<const O extends Options>(
  options: O,
): FieldOf<'number', O, O extends { required: true } ? number : number | null> {
  return { kind: 'number', ...options };
}

const int32Max = 2_147_483_647;

export const numberKind = kind<NumberField>({
  storage: (field) => ({
    shape: 'column',
    prisma: field.integer ? 'Int' : 'Float',
    nullable: !field.required,
    read: 'plain',
    bind: 'plain',
  }),
  schema: (field) =>
    z.number({ error: ({ input }) => `Expected a number, found ${describe(input)}.` }).superRefine((value, context) => {
      const say = (message: string) => context.addIssue({ code: 'custom', message });
      const min = field.min ?? (field.integer ? -int32Max : undefined);
      const max = field.max ?? (field.integer ? int32Max : undefined);
      if (field.integer && !Number.isInteger(value)) say(`Expected a whole number, found ${value}.`);
      if (min !== undefined && value < min) say(`Expected at least ${min}, found ${value}.`);
      if (max !== undefined && value > max) say(`Expected at most ${max}, found ${value}.`);
    }),
  empty: () => null,
  operators: comparisons,
  sortable: true,
  searchable: false,
  parseFilter: (text) => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : null),
  toCell: (value) => (typeof value === 'number' ? String(value) : ''),
  fromCell: (cell) => (cell.trim() !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell),
  jsonSchema: (field) => ({
    type: field.integer ? 'integer' : 'number',
    ...(field.min === undefined ? {} : { minimum: field.min }),
    ...(field.max === undefined ? {} : { maximum: field.max }),
  }),
});
