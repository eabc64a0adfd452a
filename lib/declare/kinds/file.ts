import { z } from 'zod';
import type { Common, FieldOf } from '../field';
import { fileAddress, parseFileAddress } from '../files';
import { describe } from '../problem';
import { kind, type FileUse } from './kind';

type Options = Common & { readonly accepts: FileUse };
export type FileField = FieldOf<'file', Options, string | null>;

/** A stored file: its address, which an upload gives. Empty is null. */
export function file<const O extends Options>(options: O): FieldOf<'file', O, string | null> {
  return { kind: 'file', ...options };
}

const uploads: Record<FileUse, string> = {
  image: 'an image (PNG, JPEG, WebP, GIF, AVIF or HEIC)',
  document: 'a document (PDF, Word, Excel, PowerPoint, OpenDocument or text) or an image',
};

export const fileKind = kind<FileField>({
  storage: () => ({ shape: 'column', prisma: 'String', nullable: true, read: 'plain', bind: 'plain' }),
  schema: () =>
    z
      .string({ error: ({ input }) => `Expected the address of an uploaded file, found ${describe(input)}.` })
      .transform((value, context) => {
        const found = parseFileAddress(value.trim());
        if (found) return fileAddress(found.id, found.name ?? undefined);
        context.addIssue({
          code: 'custom',
          message: `Expected the address of an uploaded file, found ${describe(value)}.`,
        });
        return z.NEVER;
      }),
  empty: () => null,
  operators: ['isnull'],
  sortable: false,
  searchable: false,
  files: {
    find: (value) => [parseFileAddress(String(value))?.id ?? []].flat(),
    replace: (value, files) => {
      const found = parseFileAddress(String(value));
      const file = found && files.get(found.id);
      return file ? fileAddress(file.id, file.name) : value;
    },
    accepts: (field) => field.accepts,
  },
  toCell: (value) => (typeof value === 'string' ? value : ''),
  fromCell: (cell) => cell,
  jsonSchema: ({ accepts }) => ({
    type: ['string', 'null'],
    format: 'uri',
    description: `the address of ${uploads[accepts]}; sent as a file of multipart/form-data, or as the address of an upload; null removes it`,
  }),
});
