import 'server-only';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { respond } from '../api/respond';
import { openApiDocument } from './document';

type Served = { readonly text: string; readonly packed: Uint8Array<ArrayBuffer>; readonly etag: string };
let served: Served | undefined;

/** The document as text, built and packed once: declarations do not change while a process lives. */
function serveDocument(): Served {
  if (!served) {
    const text = JSON.stringify(openApiDocument());
    const digest = createHash('sha256').update(text).digest('base64url').slice(0, 27);
    // Weak, because it is the same for the packed bytes.
    served = { text, packed: new Uint8Array(gzipSync(text)), etag: `W/"${digest}"` };
  }
  return served;
}

/** `GET /api/openapi.json`: the same for everyone, with an ETag, and readable by pages of other origins. */
export function handleOpenApi(request: Request): Promise<Response> {
  return respond(request, async () => {
    const { text, packed, etag } = serveDocument();
    const headers = {
      ETag: etag,
      'Cache-Control': 'public, no-cache',
      'Access-Control-Allow-Origin': '*',
      Vary: 'Accept-Encoding',
    };
    const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
    if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
    const type = { ...headers, 'Content-Type': 'application/json' };
    const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers.get('accept-encoding') ?? '');
    return takesGzip
      ? new Response(packed, {
          headers: { ...type, 'Content-Encoding': 'gzip', 'Content-Length': String(packed.length) },
        })
      : new Response(text, { headers: type });
  });
}
