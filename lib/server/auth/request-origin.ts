import 'server-only';
import { getEnv } from '@/lib/server/env';
import { readPeer } from './peer-address';

/** The part of Headers that is needed here; also that of `headers()` of Next. */
type ReadHeaders = Pick<Headers, 'get'>;

/**
 * The address that a request came from, or null where none can be believed: behind a proxy (TRUST_PROXY) the last entry of
 * the header, which the proxy itself added; else the other end of the connection, as our own server has seen it.
 */
export function clientAddress(headers: ReadHeaders): string | null {
  if (!getEnv().TRUST_PROXY) return readPeer(headers);
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null;
}

/** Scheme, host and port by which the browser reached us, such as `https://sulcus.example.org`. NEXTAUTH_URL wins. */
export function requestOrigin(headers: ReadHeaders): string {
  const { NEXTAUTH_URL, TRUST_PROXY, PORT } = getEnv();
  if (NEXTAUTH_URL) return new URL(NEXTAUTH_URL).origin;
  const forwarded = TRUST_PROXY ? headers.get('x-forwarded-host') : null;
  const protocol = isSecure(headers) ? 'https' : 'http';
  return `${protocol}://${forwarded ?? headers.get('host') ?? `localhost:${PORT}`}`;
}

/**
 * The address for links in mails that nobody signed in has caused: never taken from the request, whose Host header a
 * stranger may have written to lead the reader elsewhere.
 */
export function publicOrigin(): string {
  const { NEXTAUTH_URL, PORT } = getEnv();
  return NEXTAUTH_URL ? new URL(NEXTAUTH_URL).origin : `http://localhost:${PORT}`;
}

/**
 * The address for links in mails that somebody signed in has caused. They carry a secret, so a Host header that the sender
 * wrote themselves must not lead it elsewhere; only where no mail leaves this machine it is that of their browser.
 */
export function mailOrigin(headers: ReadHeaders): string {
  return getEnv().SMTP_URL ? publicOrigin() : requestOrigin(headers);
}

/** Whether the browser speaks https to us or to the proxy before us. */
export function isSecure(headers: ReadHeaders): boolean {
  const { NEXTAUTH_URL, TRUST_PROXY } = getEnv();
  if (NEXTAUTH_URL) return NEXTAUTH_URL.startsWith('https:');
  return TRUST_PROXY && headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
}

/**
 * Whether the browser says that a page of ours made this request. Sec-Fetch-Site cannot be written by scripts; older
 * browsers send Origin. A request with neither is refused: no browser made it from a form or a script.
 */
export function isSameOrigin(headers: ReadHeaders): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = headers.get('origin');
  if (!origin || !URL.canParse(origin)) return false;
  return new URL(origin).host === new URL(requestOrigin(headers)).host;
}
