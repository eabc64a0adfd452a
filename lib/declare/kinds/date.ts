import { z } from 'zod';
import { comparisons, type Common, type FieldOf } from '../field';
import { withIsoDate } from '../month-names';
import { describe } from '../problem';
import { kind } from './kind';

export type DateField = FieldOf<'date', Common, string | null>;

/** A calendar day, `YYYY-MM-DD`. Empty is null. */
export function date<const O extends Common>(options: O): FieldOf<'date', O, string | null> {
  return { kind: 'date', ...options };
}

/** Whether the text is a day of the calendar between the years 1 and 9999. */
export function isCalendarDay(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts || parts[1] === '0000') return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

export const dateKind = kind<DateField>({
  storage: () => ({ shape: 'column', prisma: 'DateTime @db.Date', nullable: true, read: 'plain', bind: 'plain' }),
  schema: () =>
    z
      .string({ error: ({ input }) => `Expected a date as YYYY-MM-DD, found ${describe(input)}.` })
      .trim()
      .refine(isCalendarDay, {
        error: ({ input }) => `Expected a date as YYYY-MM-DD, found ${describe(input)}.`,
      }),
  empty: () => null,
  operators: comparisons,
  sortable: true,
  searchable: false,
  parseFilter: (text) => (isCalendarDay(text) ? text : null),
  toCell: (value) => (typeof value === 'string' ? value : ''),
  fromCell: withIsoDate,
  jsonSchema: () => ({ type: 'string', format: 'date' }),
});
