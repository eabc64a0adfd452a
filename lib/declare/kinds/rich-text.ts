import { z } from 'zod';
import { textOperators, type Common, type FieldOf } from '../field';
import { imagesIn, replaceImages } from '../files';
import { describe } from '../problem';
import { kind } from './kind';

type Options = Common & { readonly max?: number };
export type RichTextField = FieldOf<'richText', Options, string>;

/** HTML, sanitised by the server on the way in and again on the way out. Empty is "". */
export function richText<const O extends Options>(options: O): FieldOf<'richText', O, string> {
  return { kind: 'richText', ...options };
}

/** Longest HTML accepted, in characters, where the declaration gives no limit. */
const lengthMax = 200_000;

export const richTextKind = kind<RichTextField>({
  storage: () => ({ shape: 'column', prisma: 'String', nullable: false, default: '""', read: 'plain', bind: 'plain' }),
  schema: (field) =>
    z
      .string({ error: ({ input }) => `Expected HTML text, found ${describe(input)}.` })
      .superRefine((value, context) => {
        const limit = field.max ?? lengthMax;
        const isShort = value.length <= lengthMax;
        // Tags don't count where the limit is the declaration's. No `<` inside one: else many of them take the square of the time.
        const length = isShort && field.max !== undefined ? value.replace(/<[^<>]*>/g, '').length : value.length;
        if (!isShort || length > limit)
          context.addIssue({ code: 'custom', message: `At most ${limit} characters, found ${length}.` });
      }),
  empty: () => '',
  operators: textOperators,
  sortable: false,
  searchable: true,
  isHtml: true,
  files: {
    find: (value) => imagesIn(String(value)),
    replace: (value, files) => replaceImages(String(value), new Map([...files].map(([old, { id }]) => [old, id]))),
    accepts: () => 'image',
  },
  toCell: (value) => (typeof value === 'string' ? value : ''),
  fromCell: (cell) => cell,
  jsonSchema: () => ({ type: 'string', contentMediaType: 'text/html' }),
});
