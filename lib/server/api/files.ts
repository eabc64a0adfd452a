import 'server-only';
import { AppError, invalid } from '@/lib/errors';
import { findModel } from '@/lib/models';
import { viewerFromRequest } from '../auth/bearer';
import { bytesMax, uploadFile } from '../operations/upload-file';
import { readableFile } from '../operations/read-file';
import type { StoredFile } from '../queries/stored-file';
import { previewType } from '../storage/image';
import { getStore } from '../storage/current';
import { previewKey } from '../storage/store';
import { anonymousViewer, type Viewer } from '../viewer';
import { isKnown } from './envelope';
import { withForm } from './form';
import { parseRange } from './range';
import { limitRequest } from './request-limit';
import { jsonText, respond } from './respond';

/** `POST /files`, a form with `file`, `model`, `field` and, for a record that is there, `record`. Answers what was stored. */
export function handleUpload(request: Request): Promise<Response> {
  return respond(request, async () => {
    const viewer = await viewerFromRequest(request, 'private');
    await limitRequest(request, viewer);
    if (!viewer) throw new AppError('not_signed_in');
    return withForm(request, viewer, bytesMax('document'), async ({ texts, files }) => {
      const model = findModel(texts.get('model')?.[0] ?? '');
      const [field, record] = [texts.get('field')?.[0] ?? '', texts.get('record')?.[0]];
      const file = files.get('file')?.[0];
      if (!model) throw invalid('model', 'unknown-model', 'There is no model of that name.');
      if (!file) throw invalid('file', 'required', 'A file is required.');
      const stored = await uploadFile(viewer, { model, field, record: record || null }, file);
      return jsonText(JSON.stringify({ file: stored }), 201);
    });
  });
}

/** `GET /files/<id>`: the bytes, to those who may read the record that they belong to. `?size=preview` is a smaller picture. */
export function handleFile(request: Request, id: string): Promise<Response> {
  return respond(request, async () => {
    const viewer = await readerOf(request);
    await limitRequest(request, viewer);
    const file = await readableFile(viewer, id.toLowerCase());
    const isPreview = new URL(request.url).searchParams.get('size') === 'preview' && file.preview;
    return isPreview ? previewOf(request, file) : contentOf(request, file);
  });
}

/** Anybody may ask: what is wrong with who they say they are makes them nobody. */
async function readerOf(request: Request): Promise<Viewer> {
  try {
    return (await viewerFromRequest(request, 'private')) ?? anonymousViewer;
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') return anonymousViewer;
    throw error;
  }
}

async function previewOf(request: Request, file: StoredFile): Promise<Response> {
  const headers = headersOf(file, previewType, `"${file.sha256.slice(0, 32)}-preview"`);
  if (isKnown(request, headers.ETag)) return new Response(null, { status: 304, headers });
  return bodyOf(request, previewKey(file.content_id), { status: 200, headers });
}

async function contentOf(request: Request, file: StoredFile): Promise<Response> {
  const headers = headersOf(file, file.media_type, `"${file.sha256.slice(0, 32)}"`);
  if (isKnown(request, headers.ETag)) return new Response(null, { status: 304, headers });
  const condition = request.headers.get('if-range');
  const range = condition && condition !== headers.ETag ? null : parseRange(request.headers.get('range'), file.bytes);
  if (range === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${file.bytes}` } });
  const length = range ? range.end - range.start + 1 : file.bytes;
  const part: Record<string, string> = range
    ? { 'Content-Range': `bytes ${range.start}-${range.end}/${file.bytes}` }
    : {};
  const sent = { ...headers, ...part, 'Accept-Ranges': 'bytes', 'Content-Length': String(length) };
  return bodyOf(request, file.content_id, { status: range ? 206 : 200, headers: sent }, range ?? undefined);
}

async function bodyOf(
  request: Request,
  key: string,
  answer: ResponseInit,
  range?: { start: number; end: number },
): Promise<Response> {
  if (request.method === 'HEAD') return new Response(null, answer);
  const body = await getStore().get(key, range);
  if (!body) throw new AppError('unavailable', { message: 'The file can’t be read from the store.' });
  return new Response(body, answer);
}

/** Whatever a file is, a browser runs nothing of it; documents are saved, not shown. Each use asks again whether one may. */
function headersOf(file: StoredFile, mediaType: string, etag: string) {
  const isImage = mediaType.startsWith('image/');
  const name = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return {
    'Content-Type': mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
    'Content-Disposition': `${isImage ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Not to be changed on the way: lengths and parts are those of these bytes.
    'Cache-Control': 'private, no-cache, no-transform',
    ETag: etag,
  };
}
