import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { getEnv } from '@/lib/server/env';
import { viewerRowOfSession } from '@/lib/server/queries/viewer';
import { authenticate } from './authenticate';
import { accountOfIdentity, oidcProvider, type OidcProfile } from './oidc';
import { clientAddress, isSecure } from './request-origin';
import { sessionSeconds } from './session-token';

/** The options of next-auth for one request: whether cookies are Secure depends on how the browser reaches us. */
export function authOptions(headers: Headers): NextAuthOptions {
  const oidc = oidcProvider();
  return {
    secret: getEnv().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    useSecureCookies: isSecure(headers),
    pages: { signIn: '/sign-in', signOut: '/sign-out', error: '/sign-in' },
    providers: [passwordProvider(headers), ...(oidc ? [oidc] : [])],
    callbacks: {
      signIn: async ({ account, profile }) => {
        if (account?.provider !== 'oidc') return true;
        const found = await accountOfIdentity(profile as OidcProfile); // what our provider's profile() has read
        return found ? true : '/sign-in?error=no-account';
      },
      jwt: async ({ token, user, account, profile }) => {
        if (account?.provider === 'oidc') {
          const found = await accountOfIdentity(profile as OidcProfile); // as above
          if (!found) throw new Error('The account was closed while signing in.');
          return { sub: found.id, epoch: found.session_epoch, sso: true };
        }
        if (user?.epoch !== undefined) return { sub: user.id, epoch: user.epoch };
        // A session that was ended since is not renewed: next-auth clears its cookie.
        if (!(await viewerRowOfSession(token.sub ?? '', token.epoch ?? 0))) throw new Error('The session has ended.');
        return token;
      },
    },
    logger: {
      error: (code, metadata) => void (code === 'JWT_SESSION_ERROR' || console.error('next-auth:', code, metadata)),
    },
  };
}

function passwordProvider(headers: Headers) {
  return credentials({
    credentials: { email: { label: 'E-mail', type: 'email' }, password: { label: 'Password', type: 'password' } },
    authorize: async (input) => {
      if (!input) return null;
      const authenticated = await authenticate({ ...input, address: clientAddress(headers) });
      // Somebody with a second factor signs in on our page only: here is nobody to ask for the code.
      const account = authenticated?.account;
      return account ? { id: account.id, email: account.email, epoch: account.session_epoch } : null;
    },
  });
}
