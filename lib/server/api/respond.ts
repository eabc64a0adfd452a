import 'server-only';
import { v7 } from 'uuid';
import { AppError } from '@/lib/errors';
import { underRequestId } from '../request-id';

const sharedHeaders = { Vary: 'Accept, Authorization, Cookie', 'Cache-Control': 'no-store' };

/** An answer whose body is JSON text already, as PostgreSQL wrote it. */
export function jsonText(text: string, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

/** An answer without a body. */
export const empty = (headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: 204, headers });

/**
 * Runs the work behind one request and turns whatever it throws into an answer. Every answer carries a request id (the
 * caller's own where it sent a sound one); an unexpected error is logged with it and says nothing else.
 */
export async function respond(request: Request, work: () => Promise<Response>): Promise<Response> {
  const given = request.headers.get('x-request-id') ?? '';
  const requestId = /^[\w-]{8,64}$/.test(given) ? given : v7();
  let response: Response;
  try {
    response = await underRequestId(requestId, work);
  } catch (error) {
    response = failure(error, requestId);
  }
  for (const [name, value] of Object.entries(sharedHeaders))
    if (!response.headers.has(name)) response.headers.set(name, value);
  response.headers.set('X-Request-Id', requestId);
  return request.method === 'HEAD' ? new Response(null, response) : response;
}

function failure(error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : new AppError('internal', { cause: error });
  if (known.status >= 500) console.error(`Request ${requestId} failed:`, known.cause ?? known);
  const headers: Record<string, string> = {};
  if (known.status === 401) headers['WWW-Authenticate'] = 'Bearer realm="Sulcus"';
  if (typeof known.data.allow === 'string') headers.Allow = known.data.allow;
  if (typeof known.data.retry_after === 'number') headers['Retry-After'] = String(known.data.retry_after);
  return jsonText(JSON.stringify(known.body(requestId)), known.status, headers);
}

/** The method is not among `allowed`. */
export const wrongMethod = (allowed: readonly string[]): AppError =>
  new AppError('method_not_allowed', { data: { allow: allowed.join(', ') } });
