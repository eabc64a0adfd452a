import { z } from 'zod';
import { comparisons, type Common, type FieldOf } from '../field';
import { describe } from '../problem';
import { formatClock, parseDuration } from '../time';
import { kind } from './kind';

export type DurationField = FieldOf<'duration', Common, number | null>;

/** A length of time or an offset, whole milliseconds; input also as `HH:MM:SS(.mmm)` or ISO 8601. Empty is null. */
export function duration<const O extends Common>(options: O): FieldOf<'duration', O, number | null> {
  return { kind: 'duration', ...options };
}

/** 24 days, the most that fits the column. */
const millisecondsMax = 24 * 86_400_000;

export const durationKind = kind<DurationField>({
  storage: () => ({ shape: 'column', prisma: 'Int', nullable: true, read: 'plain', bind: 'plain' }),
  schema: () =>
    z
      .union([z.number(), z.string()], {
        error: ({ input }) => `Expected milliseconds or HH:MM:SS, found ${describe(input)}.`,
      })
      .transform((value, context) => {
        const milliseconds = typeof value === 'number' ? value : parseDuration(value);
        if (milliseconds !== null && Number.isInteger(milliseconds) && Math.abs(milliseconds) <= millisecondsMax)
          return milliseconds;
        context.addIssue({
          code: 'custom',
          message: `Expected whole milliseconds, HH:MM:SS or an ISO 8601 duration of at most 24 days, found ${describe(value)}.`,
        });
        return z.NEVER;
      }),
  empty: () => null,
  operators: comparisons,
  sortable: true,
  searchable: false,
  parseFilter: (text) => (/^-?\d+$/.test(text) ? Number(text) : parseDuration(text)),
  toCell: (value) => (typeof value === 'number' ? formatClock(value) : ''),
  fromCell: (cell) => cell,
  jsonSchema: () => ({ type: 'integer', description: 'milliseconds; HH:MM:SS is taken too', examples: [600_000] }),
});
