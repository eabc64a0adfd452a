import 'server-only';
import { createHash } from 'node:crypto';
import { empty, respond, wrongMethod } from '../api/respond';
import { openApiDocument } from './document';

type Served = { readonly text: string; readonly etag: string };
let served: Served | undefined;

/** The document as text, built once: declarations do not change while a process lives. */
function serveDocument(): Served {
  if (!served) {
    const text = JSON.stringify(openApiDocument());
    const digest = createHash('sha256').update(text).digest('base64url').slice(0, 27);
    // Weak, so that whoever sends it on may pack it.
    served = { text, etag: `W/"${digest}"` };
  }
  return served;
}

const methods = ['GET', 'HEAD', 'OPTIONS'];

/** `GET /api/openapi.json`: the same for everyone, with an ETag, and readable by pages of other origins. */
export function handleOpenApi(request: Request): Promise<Response> {
  return respond(request, async () => {
    if (!methods.includes(request.method)) throw wrongMethod(methods);
    if (request.method === 'OPTIONS') return empty({ Allow: methods.join(', ') });
    const { text, etag } = serveDocument();
    const headers = { ETag: etag, 'Cache-Control': 'public, no-cache', 'Access-Control-Allow-Origin': '*' };
    const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
    if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
    return new Response(text, { headers: { ...headers, Vary: 'Accept-Encoding', 'Content-Type': 'application/json' } });
  });
}
