import { z } from 'zod';
import { textOperators, type Common, type FieldOf } from '../field';
import { describe } from '../problem';
import { kind } from './kind';

/** Patterns by name, so that a declaration stays data. */
const patterns = {
  rrid: {
    test: /^RRID:\s?\S+$/,
    say: 'Expected an RRID that starts with “RRID:”, such as RRID:IMSR_JAX:000664.',
    example: 'RRID:IMSR_JAX:000664',
  },
  orcid: {
    test: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/,
    say: 'Expected an ORCID iD such as 0000-0002-1825-0097.',
    example: '0000-0002-1825-0097',
  },
  email: {
    test: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    say: 'Expected an e-mail address such as name@example.org.',
    example: 'name@example.org',
  },
} as const;

type Options = Common & {
  readonly max?: number;
  readonly multiline?: boolean;
  readonly pattern?: keyof typeof patterns;
  /** Values are compared and unique without regard to case. */
  readonly caseless?: boolean;
  /** Names a person, perhaps by e-mail address, which the public portal does not show. */
  readonly isPerson?: boolean;
  /** Mostly an age as an ISO 8601 duration: pages tell it in words, files and programs get it as it is. */
  readonly isAge?: boolean;
  /** Empty is null on the wire, not "" (CONTRACT section 4). */
  readonly emptyIsNull?: boolean;
};
export type TextField = FieldOf<'text', Options, string>;

/** Plain text; lines are kept, white space around it is not. Empty text is "". */
export function text<const O extends Options>(
  options: O,
): FieldOf<'text', O, O extends { emptyIsNull: true } ? string | null : string> {
  return { kind: 'text', ...options };
}

// PostgreSQL can't store NUL; other control characters only break terminals and files.
// eslint-disable-next-line no-control-regex
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export const textKind = kind<TextField>({
  storage: (field) => ({
    shape: 'column',
    prisma: field.caseless ? 'String @db.Citext' : 'String',
    nullable: field.emptyIsNull === true,
    ...(field.emptyIsNull || field.required ? {} : { default: '""' }),
    read: 'plain',
    bind: 'plain',
  }),
  schema(field) {
    return z
      .string({ error: ({ input }) => `Expected text, found ${describe(input)}.` })
      .trim()
      .superRefine((value, context) => {
        const say = (message: string) => context.addIssue({ code: 'custom', message });
        const isLong = field.max !== undefined && value.length > field.max;
        if (isLong) say(`At most ${field.max} characters, found ${value.length}.`);
        if (controlCharacters.test(value)) say('Control characters are not allowed in text.');
        if (!field.multiline && /[\r\n]/.test(value)) say('Expected one line of text, found a line break.');
        // Not on long text: a pattern may take the square of the time.
        const pattern = field.pattern && !isLong && patterns[field.pattern];
        if (pattern && value !== '' && !pattern.test.test(value)) say(`${pattern.say} Found ${describe(value)}.`);
      });
  },
  empty: (field) => (field.emptyIsNull ? null : ''),
  operators: textOperators,
  sortable: true,
  searchable: true,
  toCell: (value) => (typeof value === 'string' ? value : ''),
  fromCell: (cell) => cell,
  jsonSchema: (field) => ({
    type: 'string',
    ...(field.max === undefined ? {} : { maxLength: field.max }),
    // Empty text passes too, so the pattern itself is not stated.
    ...(field.pattern ? { examples: [patterns[field.pattern].example] } : {}),
  }),
});
