import { z } from 'zod';
import { comparisons, type Common, type FieldOf } from '../field';
import { withIsoDate } from '../month-names';
import { describe } from '../problem';
import { parseInstant } from '../time';
import { kind } from './kind';

export type DateTimeField = FieldOf<'dateTime', Common, string | null>;

/** An instant, ISO 8601 in UTC with `Z`. A time without a zone is read in the laboratory's zone. Empty is null. */
export function dateTime<const O extends Common>(options: O): FieldOf<'dateTime', O, string | null> {
  return { kind: 'dateTime', ...options };
}

export const dateTimeKind = kind<DateTimeField>({
  storage: () => ({
    shape: 'column',
    prisma: 'DateTime @db.Timestamptz(3)',
    nullable: true,
    read: 'instant',
    bind: 'plain',
  }),
  schema: () =>
    z
      .string({ error: ({ input }) => `Expected a date and time, found ${describe(input)}.` })
      .transform((value, context) => {
        const instant = parseInstant(value);
        if (instant) return instant;
        context.addIssue({
          code: 'custom',
          message: `Expected a date and time such as 2026-03-14T09:30:00+01:00, found ${describe(value)}.`,
        });
        return z.NEVER;
      }),
  empty: () => null,
  operators: comparisons,
  sortable: true,
  searchable: false,
  parseFilter: (text) => parseInstant(text),
  toCell: (value) => (typeof value === 'string' ? value : ''),
  fromCell: withIsoDate,
  jsonSchema: () => ({ type: 'string', format: 'date-time' }),
});
