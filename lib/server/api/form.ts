import 'server-only';
import { AppError } from '@/lib/errors';
import { tooLarge } from '../operations/upload-file';
import type { Viewer } from '../viewer';
import { mediaTypeOf, readBytes } from './body';
import { inLine } from './in-line';

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array };
export type Form = {
  /** Texts and files by the name of their part, in order. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly files: ReadonlyMap<string, readonly GivenFile[]>;
};

export const isForm = (request: Request): boolean => mediaTypeOf(request) === 'multipart/form-data';
/** What a form has besides its files. */
const textBytesMax = 2_000_000;

/**
 * Does work with the parts of a multipart body of which the files together have at most `filesMax` bytes. A person who sends many
 * at once is answered one after the other.
 */
export async function withForm<T>(
  request: Request,
  viewer: Viewer,
  filesMax: number,
  work: (form: Form) => Promise<T>,
): Promise<T> {
  if (!isForm(request))
    throw new AppError('unsupported_media_type', { message: 'The body must be multipart/form-data.' });
  return inLine(viewer, async () => work(await readForm(request, filesMax)));
}

async function readForm(request: Request, filesMax: number): Promise<Form> {
  const body = await readBytes(request, filesMax + textBytesMax).catch((error: unknown) => {
    throw error instanceof AppError && error.code === 'too_large' ? tooLarge(filesMax) : error;
  });
  const texts = new Map<string, string[]>();
  const files = new Map<string, GivenFile[]>();
  for (const [name, value] of await parse(request, body)) {
    if (typeof value === 'string') texts.set(name, [...(texts.get(name) ?? []), value]);
    // A file field that was left empty comes as a file without a name.
    else if (value.name !== '' || value.size > 0)
      files.set(name, [
        ...(files.get(name) ?? []),
        { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) },
      ]);
  }
  return { texts, files };
}

async function parse(request: Request, body: Uint8Array<ArrayBuffer>): Promise<FormData> {
  try {
    return await new Response(body, {
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    }).formData();
  } catch (cause) {
    throw new AppError('invalid', { message: 'The form can’t be read.', cause });
  }
}
