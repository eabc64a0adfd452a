import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { describe } from '../problem';
import { fromJsonCell, jsonCell, kind } from './kind';

export type KeyValuesField = FieldOf<'keyValues', Common, Readonly<Record<string, string | number>>>;

/** A flat object of the researcher's own keys (a letter, then letters, digits, `_`) with texts or numbers. */
export function keyValues<const O extends Common>(
  options: O,
): FieldOf<'keyValues', O, Readonly<Record<string, string | number>>> {
  return { kind: 'keyValues', ...options };
}

const keyPattern = /^[A-Za-z][A-Za-z0-9_]*$/;
const countMax = 100;
const textMax = 2000;

export const keyValuesKind = kind<KeyValuesField>({
  storage: () => ({ shape: 'column', prisma: 'Json', nullable: false, default: '"{}"', read: 'plain', bind: 'json' }),
  schema: () =>
    z
      .record(z.string(), z.unknown(), {
        error: ({ input }) => `Expected an object of keys and values, found ${describe(input)}.`,
      })
      .superRefine((value, context) => {
        const say = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
        if (Object.keys(value).length > countMax) say([], `At most ${countMax} keys.`);
        for (const [key, entry] of Object.entries(value)) {
          if (!keyPattern.test(key))
            say([key], `The key “${key.slice(0, 40)}” must start with a letter and hold only letters, digits and _.`);
          if (typeof entry === 'number' ? !Number.isFinite(entry) : typeof entry !== 'string')
            say([key], `Expected text or a number, found ${describe(entry)}.`);
          if (typeof entry === 'string' && entry.length > textMax) say([key], `At most ${textMax} characters.`);
        }
      }),
  empty: () => ({}),
  operators: [],
  sortable: false,
  searchable: false,
  toCell: (value) => (value && Object.keys(value).length > 0 ? jsonCell(value) : ''),
  fromCell: fromJsonCell,
  jsonSchema: () => ({
    type: 'object',
    propertyNames: { pattern: keyPattern.source },
    additionalProperties: { type: ['string', 'number'] },
  }),
});
