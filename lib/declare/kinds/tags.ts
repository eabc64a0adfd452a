import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { describe } from '../problem';
import { kind } from './kind';

export type TagsField = FieldOf<'tags', Common, readonly string[]>;

/** Free words shared by all records; order and case are kept, repeats are not. */
export function tags<const O extends Common>(options: O): FieldOf<'tags', O, readonly string[]> {
  return { kind: 'tags', ...options };
}

const countMax = 50;
const lengthMax = 100;

// A word with a comma or a quotation mark stands in quotation marks, as in a CSV file.
const wordPattern = /\s*(?:"((?:[^"]|"")*)"|([^,]+))\s*(?:,|$)/g;
const writeWord = (word: unknown) =>
  /[",]/.test(String(word)) ? `"${String(word).replaceAll('"', '""')}"` : String(word);
const readWord = ([, quoted, plain = '']: RegExpExecArray) => (quoted?.replaceAll('""', '"') ?? plain).trim();

export const tagsKind = kind<TagsField>({
  storage: () => ({
    shape: 'column',
    prisma: 'String[]',
    nullable: false,
    default: '[]',
    read: 'plain',
    bind: 'plain',
  }),
  schema: () =>
    z
      .array(
        z
          .string({ error: ({ input }) => `Expected a word, found ${describe(input)}.` })
          .trim()
          .min(1, 'A tag can’t be empty.')
          .max(lengthMax, `A tag has at most ${lengthMax} characters.`),
        {
          error: ({ input }) => `Expected a list of words, found ${describe(input)}.`,
        },
      )
      .max(countMax, `At most ${countMax} tags.`)
      .transform((words) => [...new Set(words)]),
  empty: () => [],
  operators: ['exact', 'in', 'icontains', 'isnull'],
  sortable: false,
  searchable: false,
  toCell: (value) => (Array.isArray(value) ? value.map(writeWord).join(', ') : ''),
  fromCell: (cell) => [...cell.matchAll(wordPattern)].map(readWord).filter(Boolean),
  jsonSchema: () => ({ type: 'array', items: { type: 'string', maxLength: lengthMax }, maxItems: countMax }),
});
