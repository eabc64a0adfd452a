import { z } from 'zod';
import type { Choice, Common, FieldOf } from '../field';
import { describe, nearest } from '../problem';
import { kind } from './kind';

type Options = Common & { readonly choices: readonly Choice[]; readonly default?: string };
export type ChoiceField = FieldOf<'choice', Options, string | null>;

/** One code of a closed list. Empty is the default, else null. */
export function choice<const O extends Options>(
  options: O,
): FieldOf<'choice', O, O extends { required: true } | { default: string } ? string : string | null> {
  return { kind: 'choice', ...options };
}

const isAlwaysSet = (field: ChoiceField) => field.required === true || field.default !== undefined;

export const choiceKind = kind<ChoiceField>({
  storage: (field) => ({
    shape: 'column',
    prisma: 'String',
    nullable: !isAlwaysSet(field),
    ...(field.default === undefined ? {} : { default: JSON.stringify(field.default) }),
    read: 'plain',
    bind: 'plain',
  }),
  schema: (field) => {
    const codes = new Set(field.choices.map(({ code }) => code));
    return z
      .string({ error: ({ input }) => `Expected one of the codes, found ${describe(input)}.` })
      .superRefine((value, context) => {
        if (codes.has(value)) return;
        const byLabel = field.choices.find(({ label }) => label.toLowerCase() === value.toLowerCase())?.code;
        const near = byLabel ?? nearest(value, codes);
        const listed = [...codes].slice(0, 12).join(', ');
        const expected = near ? `did you mean “${near}”?` : `expected one of ${listed}${codes.size > 12 ? ', …' : ''}.`;
        context.addIssue({ code: 'custom', message: `Found ${describe(value)}; ${expected}` });
      });
  },
  empty: (field) => field.default ?? null,
  operators: ['exact', 'in', 'isnull', 'icontains'],
  sortable: true,
  searchable: false,
  toCell: (value) => (typeof value === 'string' ? value : ''),
  fromCell: (cell) => cell.trim(),
  jsonSchema: (field) => ({ type: 'string', enum: field.choices.map(({ code }) => code) }),
});
