import 'server-only';
import { AppError } from '@/lib/errors';
import { jsonFault } from './json';

/** The most that a JSON body may hold, in bytes. */
export const jsonBytesMax = 2 * 1024 * 1024;

/** The media type of a body, in lower case and without parameters. */
export const mediaTypeOf = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** The whole body, read no further than `max` bytes: beyond that `too_large`. */
export async function readBytes(request: Request, max: number): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () =>
    new AppError('too_large', { message: `At most ${Math.round(max / 1024 / 1024)} MiB are accepted.` });
  if (Number(request.headers.get('content-length') ?? 0) > max) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > max) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** The JSON of the body. Throws `unsupported_media_type`, `too_large`, or `invalid` with the line and column of the fault. */
export async function readJson(request: Request, max = jsonBytesMax): Promise<unknown> {
  const type = mediaTypeOf(request);
  if (type !== 'application/json' && !type.endsWith('+json')) throw new AppError('unsupported_media_type');
  return parseJson(decodeUtf8(await readBytes(request, max)));
}

/** The same where a body may be left out: then an empty object. */
export async function readOptionalJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, jsonBytesMax);
  return bytes.byteLength === 0 ? {} : parseJson(decodeUtf8(bytes));
}

function parseJson(text: string): unknown {
  const fault = jsonFault(text);
  if (!fault) return JSON.parse(text) as unknown;
  const before = text.slice(0, fault.at).split('\n');
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  throw new AppError('invalid', {
    message: `The body is not valid JSON: line ${line}, column ${column}: ${fault.message}`,
    data: { line, column },
  });
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('invalid', { message: 'The body is not UTF-8 text.', cause });
  }
}
