import { NextResponse, type NextRequest } from 'next/server';
import { contentSecurityPolicy } from '@/lib/server/content-security-policy';
import { getEnv } from '@/lib/server/env';

/** Headers for pages only: never an access check, and never on the API and on stored files. */
export const config = { matcher: '/((?!api/|files(?:/|$)|_next/|schemas/|[^/]+\\.(?:svg|png|ico|txt)$).*)' };

/** Gives a page its security policy, and tells it its own address (for the way back after signing in). */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const issuer = getEnv().OIDC_ISSUER;
  const policy = contentSecurityPolicy({
    nonce,
    isDevelopment: process.env.NODE_ENV === 'development',
    formTargets: issuer ? [new URL(issuer).origin] : [],
  });
  const headers = new Headers(request.headers);
  headers.set('x-path', `${request.nextUrl.pathname}${request.nextUrl.search}`);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}
