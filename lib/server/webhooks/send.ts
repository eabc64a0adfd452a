import 'server-only';
import type { LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { resolveTarget, TargetError, type Resolve } from './address';

const defaultTimeoutMs = 10_000;
/** Of an answer so much is read, and so much kept. In bytes. */
const readMax = 8192;
const keptMax = 2048;

/** What came of one try. `status` is null where there was no answer, `error` where there was one. */
export type Outcome = {
  readonly status: number | null;
  readonly error: string | null;
  readonly response: string | null;
  readonly durationMs: number;
};

type Post = { readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body: string };

export type SendOptions = { readonly resolve?: Resolve; readonly timeoutMs?: number };

/** Posts a body, once, without following redirects. Never throws: a failure is an outcome. */
export async function send(post: Post, { resolve, timeoutMs = defaultTimeoutMs }: SendOptions = {}): Promise<Outcome> {
  const started = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  const durationMs = () => Math.round(performance.now() - started);
  try {
    const url = new URL(post.url);
    const addresses = await until(signal, resolveTarget(url, resolve));
    const answer = await exchange(url, post, addresses, signal);
    return { ...answer, error: null, durationMs: durationMs() };
  } catch (error) {
    const words = signal.aborted ? `No answer within ${timeoutMs / 1000} s.` : describe(error);
    return { status: null, error: words, response: null, durationMs: durationMs() };
  }
}

function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const ended = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('timeout')), { once: true });
  });
  return Promise.race([work, ended]);
}

/** Answers the addresses that were checked, whatever the name has become since. */
function pinTo(addresses: readonly LookupAddress[]): LookupFunction {
  return (_hostname, options, done) => {
    const wanted = addresses.filter(({ family }) => !options.family || options.family === family);
    const [first] = wanted;
    if (options.all) done(null, wanted);
    else if (first) done(null, first.address, first.family);
    else done(Object.assign(new Error('No address of this family.'), { code: 'ENOTFOUND' }), '');
  };
}

function exchange(
  url: URL,
  { headers, body }: Post,
  addresses: readonly LookupAddress[],
  signal: AbortSignal,
): Promise<{ status: number; response: string }> {
  return new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'Content-Length': String(Buffer.byteLength(body)) },
      lookup: pinTo(addresses),
      // A connection of its own: one kept from before might lead elsewhere.
      agent: false,
      // Whatever the environment of this process says.
      rejectUnauthorized: true,
      signal,
    };
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, (incoming) => {
      readStart(incoming).then((response) => {
        request.destroy();
        resolve({ status: incoming.statusCode ?? 0, response });
      }, reject);
    });
    request.on('error', reject).end(body);
  });
}

async function readStart(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes: Buffer = chunk; // no encoding is set, so the stream gives bytes
    chunks.push(bytes);
    size += bytes.length;
    if (size >= readMax) break;
  }
  // PostgreSQL stores no NUL, and control characters would only garble the page.
  return Buffer.concat(chunks)
    .subarray(0, keptMax)
    .toString('utf8')
    .replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '�');
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The connection was refused.',
  ECONNRESET: 'The connection was closed before there was an answer.',
  EHOSTUNREACH: 'The host can’t be reached.',
  ENETUNREACH: 'The network can’t be reached.',
  ETIMEDOUT: 'The connection was not accepted in time.',
  EPROTO: 'The other side does not speak TLS.',
};

/** What went wrong, for people. */
function describe(error: unknown): string {
  if (error instanceof TargetError) return error.message;
  const causes = error instanceof AggregateError ? error.errors : [error];
  const [code] = causes.flatMap((cause) =>
    cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? [cause.code] : [],
  );
  if (!code) return 'The request failed.';
  if (/CERT|TLS_|SSL|SIGNATURE/.test(code) && !words[code])
    return `The certificate of the other side is not valid (${code}).`;
  return words[code] ?? `The request failed (${code}).`;
}
