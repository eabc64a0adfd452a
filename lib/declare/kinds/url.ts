import { z } from 'zod';
import { textOperators, type Common, type FieldOf } from '../field';
import { describe } from '../problem';
import { kind } from './kind';

type Options = Common & { readonly max: number };
export type UrlField = FieldOf<'url', Options, string>;

/** A web address. Without a scheme it is stored with `http://` in front (CONTRACT section 6). Empty is "". */
export function url<const O extends Options>(options: O): FieldOf<'url', O, string> {
  return { kind: 'url', ...options };
}

/** The address with a scheme, or null when it is no http, https or ftp address. */
export function normaliseUrl(value: string): string | null {
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `http://${value}`;
  if (/\s/.test(withScheme) || !/^(https?|ftp):\/\//i.test(withScheme)) return null;
  return URL.canParse(withScheme) ? withScheme : null;
}

export const urlKind = kind<UrlField>({
  storage: () => ({ shape: 'column', prisma: 'String', nullable: false, default: '""', read: 'plain', bind: 'plain' }),
  schema: (field) =>
    z
      .string({ error: ({ input }) => `Expected a web address, found ${describe(input)}.` })
      .trim()
      .transform((value, context) => {
        const address = normaliseUrl(value);
        if (address !== null && address.length <= field.max) return address;
        const message =
          address === null
            ? `Expected a web address such as https://example.org, found ${describe(value)}.`
            : `At most ${field.max} characters, found ${address.length}.`;
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }),
  empty: () => '',
  operators: textOperators,
  sortable: true,
  searchable: false,
  toCell: (value) => (typeof value === 'string' ? value : ''),
  fromCell: (cell) => cell,
  jsonSchema: (field) => ({
    type: 'string',
    maxLength: field.max,
    // No format: nothing is "", and what is sent may lack its scheme.
    description: 'web address; without a scheme, http:// is put before it',
    examples: ['https://example.org'],
  }),
});
