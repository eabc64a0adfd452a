import 'server-only';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { modelAtEndpoint } from '@/lib/models';
import { markPeer, peerHeader, writePeer } from '../auth/peer-address';
import { handleOpenApi } from '../openapi/serve';
import { handleApi, isPortal, type ApiPath } from './handler';
import { handleSearch } from './search';

export { markPeer };

const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/** Bytes from which compressing pays. */
const gzipMin = 2048;
const compress = promisify(gzip);

/**
 * The REST API on plain `node:http`, in front of the rest of the product: half of what a small request costs is saved.
 * Answers requests for the records of models, for their description and the search, and takes them (true); leaves every other to whoever comes next (false).
 * `headers` are sent with every answer.
 */
export function frontOf(headers: Readonly<Record<string, string>>) {
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const work = methods.includes(request.method ?? '') ? workOf(request.url ?? '') : null;
    if (!work) return false;
    answer(request, response, work, headers).catch((error: unknown) => {
      // A client that went away is no failure.
      if (!response.destroyed) console.error('An answer could not be sent:', error);
      response.destroy();
    });
    return true;
  };
}

type Work = (request: Request) => Promise<Response>;

function workOf(target: string): Work | null {
  if (/^\/api\/openapi\.json(?:\?|$)/.test(target)) return handleOpenApi;
  if (/^\/api\/search\/?(?:\?|$)/.test(target)) return handleSearch;
  const path = pathOf(target);
  return path && ((request) => handleApi(request, path));
}

function pathOf(target: string): ApiPath | null {
  const [pathname = ''] = target.split('?', 1);
  const [before, api, ...segments] = pathname.split('/');
  if (before !== '' || api !== 'api' || segments.length < 3) return null;
  try {
    const [portal = '', app = '', model = '', ...rest] = segments.map(decodeURIComponent);
    return isPortal(portal) && modelAtEndpoint(app, model) ? { portal, app, model, rest } : null;
  } catch {
    // Not a text that was encoded for an address; what to say to that is not decided here.
    return null;
  }
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  work: Work,
  shared: Readonly<Record<string, string>>,
): Promise<void> {
  // What was not read of a refused body is still on its way; the next request comes after it.
  outgoing.once('finish', () => incoming.resume());
  const response = await work(requestOf(incoming));
  for (const [name, value] of Object.entries(shared)) outgoing.setHeader(name, value);
  for (const [name, value] of response.headers) outgoing.setHeader(name, value);
  outgoing.statusCode = response.status;
  if (response.body === null) return void outgoing.end();
  // What has a length is in memory already; anything else goes out as it comes.
  if (!isWhole(response)) return pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing); // the same class under two names
  const body = Buffer.from(await response.arrayBuffer());
  // A strong entity tag names the bytes, so these are sent as they are.
  const isLarge = body.length >= gzipMin && !response.headers.get('etag')?.startsWith('"');
  if (isLarge) outgoing.appendHeader('Vary', 'Accept-Encoding');
  if (!isLarge || !/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(incoming.headers['accept-encoding'] ?? ''))
    return void outgoing.setHeader('Content-Length', body.length).end(body);
  const packed = await compress(body, { level: constants.Z_BEST_SPEED });
  outgoing.setHeader('Content-Encoding', 'gzip').setHeader('Content-Length', packed.length).end(packed);
}

const isWhole = (response: Response): boolean =>
  response.headers.has('content-length') ||
  /^(application\/(json|toml)|text\/)/.test(response.headers.get('content-type') ?? '');

function requestOf(incoming: IncomingMessage): Request {
  const { method = 'GET', rawHeaders, url = '/' } = incoming;
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  const { remoteAddress } = incoming.socket;
  headers.delete(peerHeader);
  if (remoteAddress) headers.set(peerHeader, writePeer(remoteAddress));
  // Where we are reached is read from the headers, never from this address.
  const address = `http://localhost${url}`;
  if (method === 'GET' || method === 'HEAD') return new Request(address, { method, headers });
  const body = bodyOf(incoming);
  return new Request(address, { method, headers, body, duplex: 'half' } as RequestInit); // TypeScript's DOM types lack `duplex`
}

/** Read on demand only, and left open when it is refused half-way: destroying it would take the answer with it. */
function bodyOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  const parts: AsyncIterator<Uint8Array> = incoming.iterator({ destroyOnReturn: false });
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await parts.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
