import 'server-only';
import { AppError } from '@/lib/errors';
import { refuseUnlessAsked } from '../operations/list';
import { requestOrigin } from '../auth/request-origin';
import { exportSessionToml } from '../operations/export-session';
import { isKnown } from './envelope';
import type { Call } from './handler';
import { profileFrom } from './validate';

export { importRoute } from './import';

/**
 * `GET …/session/{id}/session.toml?profile=`: the file, with a strong ETag over its bytes. What the format requires and
 * the session lacks is a 400 of code `incomplete`, each with the page where it is filled in.
 */
export async function sessionTomlRoute({ request, parameters, viewer, model }: Call, id: string): Promise<Response> {
  refuseUnlessAsked(viewer, model);
  const file = await exportSessionToml(viewer, id, profileFrom(parameters.get('profile')));
  if (file.bytes === null || file.hash === null) {
    const page = `${requestOrigin(request.headers)}/${model.path}/${file.id}/edit`;
    const missing = file.missing.map(({ path, field, tab, message }) => ({
      path,
      field,
      message,
      url: `${page}?tab=${tab}#${field}`,
    }));
    const what = missing.length === 1 ? 'Something is' : `${missing.length} things are`;
    throw new AppError('invalid', {
      message: `${what} missing for a session.toml.`,
      data: { code: 'incomplete', missing },
    });
  }
  const headers = {
    ETag: `"${file.hash}"`,
    // Kept by whoever fetched it, but asked for again each time: the answer to that is a 304.
    'Cache-Control': 'private, no-cache',
    'Content-Type': 'application/toml; charset=utf-8',
    'Content-Length': String(file.bytes.byteLength),
    'Content-Disposition': contentDisposition(file.name),
  };
  if (isKnown(request, headers.ETag)) {
    return new Response(null, {
      status: 304,
      headers: { ETag: headers.ETag, 'Cache-Control': headers['Cache-Control'] },
    });
  }
  return new Response(file.bytes, { headers });
}

/** `<session>.session.toml`, in ASCII that every file system takes; the full name beside it for those that read it. */
function contentDisposition(name: string): string {
  const safe =
    name
      .normalize('NFKD')
      .replaceAll(/[^\w.-]+/g, '_')
      .replace(/^[._]+/, '')
      .slice(0, 100) || 'session';
  const full = encodeURIComponent(`${name.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_')}.session.toml`).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${safe}.session.toml"; filename*=UTF-8''${full}`;
}
