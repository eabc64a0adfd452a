import 'server-only';
import { z } from 'zod';
import { isRecordId } from '@/lib/declare/kinds/reference';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelList } from '@/lib/models';
import type { NewDraft } from '../queries/draft';

/** The most that one draft may hold, in bytes of its JSON: a long protocol with its tables is a tenth of it. */
export const draftBytesMax = 1024 * 1024;

// PostgreSQL keeps no NUL in a text.
const text = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\0]*$/);
const values = z.record(z.string(), z.unknown());
const schema = z.strictObject({
  owner: text(64),
  key: text(200).min(1),
  place: text(100),
  model: text(100),
  recordId: text(100).nullable(),
  // A path of ours. Browsers leave tabs and line ends out of an address.
  href: text(1000).regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u),
  writer: text(64).min(1),
  sequence: z.int().min(0).max(2_000_000_000),
  content: z.strictObject({
    at: z.number(),
    values,
    base: values,
    version: z.number().nullable(),
    titles: z.record(z.string(), z.record(z.string(), z.string())),
  }),
});

const titleMax = 200;
const unreadable = (cause?: unknown) => new AppError('invalid', { message: 'This is no draft of a form.', cause });

/** A draft as it comes from a form. @throws AppError invalid, too_large. */
export function parseDraft(input: unknown): NewDraft & { owner: string } {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw unreadable(parsed.error);
  const { content, recordId, ...draft } = parsed.data;
  const model = modelList.find(({ name }) => name === draft.model);
  if (!model) throw unreadable();
  readPlace(draft.place);
  const written = JSON.stringify(content);
  if (Buffer.byteLength(written) > draftBytesMax)
    throw new AppError('too_large', { message: 'This is too long to be kept on the server before it is saved.' });
  const title = content.values[model.title];
  return {
    ...draft,
    record_id: recordId,
    content: written,
    title: typeof title === 'string' ? title.replaceAll('\0', '').slice(0, titleMax) : '',
  };
}

/** The page of a form: `session:<id>`, or `session:new` without a record. @throws AppError invalid. */
export function readPlace(place: unknown): { model: Model; id: string | null } {
  const [name, id, ...rest] = typeof place === 'string' ? place.split(':') : [];
  const model = modelList.find((one) => one.name === name);
  if (!model || !id || rest.length > 0 || !(id === 'new' || isRecordId(id))) throw unreadable();
  return { model, id: id === 'new' ? null : id };
}
