import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/lib/server/auth/next-auth';

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Context): Promise<Response> {
  // Without NEXTAUTH_URL next-auth takes the address of the request only if told so, else http://localhost:3000.
  process.env.AUTH_TRUST_HOST ??= 'true';
  return NextAuth(request, context, authOptions(request.headers));
}

export { handler as GET, handler as POST };
