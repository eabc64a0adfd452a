import 'server-only';
import { createHash } from 'node:crypto';
import { respond } from '../api/respond';
import { openApiDocument } from './document';

type Served = { readonly text: string; readonly etag: string };
let served: Served | undefined;

/** The document as text, built once: declarations do not change while a process lives. */
function serveDocument(): Served {
  if (!served) {
    const text = JSON.stringify(openApiDocument());
    served = { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` };
  }
  return served;
}

/** `GET /api/openapi.json`: the same for everyone, with an ETag, and readable by pages of other origins. */
export function handleOpenApi(request: Request): Promise<Response> {
  return respond(request, async () => {
    const { text, etag } = serveDocument();
    const headers = {
      ETag: etag,
      'Cache-Control': 'public, no-cache',
      'Access-Control-Allow-Origin': '*',
      Vary: 'Accept-Encoding',
    };
    const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (known.includes(etag)) return new Response(null, { status: 304, headers });
    return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json' } });
  });
}
