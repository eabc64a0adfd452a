import { createToken } from '@/lib/server/auth/tokens';
import { handleApi } from '@/lib/server/api/handler';
import type { UserViewer } from '@/lib/server/viewer';

/** An answer with its body read: JSON where it is JSON, else the text. */
export type Answer = { status: number; headers: Headers; body: unknown; text: string };

export type Send = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/**
 * Sends requests to the API as a client does, with a bearer token of the viewer, or with none. `path` follows `/api/`.
 * Objects go as JSON; text, bytes and forms as they are.
 */
export async function apiAs(viewer: UserViewer | null): Promise<Send> {
  const token = viewer && (await createToken({ userId: viewer.id, name: 'test' })).token;
  return async (method, path, body, headers = {}) => {
    const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof FormData;
    const request = new Request(new URL(path, 'http://localhost:3000/api/'), {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      // A view of shared memory is the only body that fetch can't take; tests make none.
      ...(body === undefined
        ? {}
        : { body: isRaw ? (body as string | FormData | Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    const [, , portal = '', app = '', model = '', ...rest] = new URL(request.url).pathname
      .split('/')
      .map(decodeURIComponent);
    const response = await handleApi(request, { portal, app, model, rest });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : text };
  };
}
