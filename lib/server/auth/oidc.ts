import 'server-only';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { getEnv } from '@/lib/server/env';
import { findAccountByEmail, type AccountRow } from '@/lib/server/queries/account';
import { hasPendingInvitation } from '@/lib/server/queries/invitation';
import { systemViewer } from '@/lib/server/viewer';
import { createUser } from './accounts';

/** What an OpenID Connect provider tells about a person. */
export type OidcProfile = {
  sub: string;
  email?: string;
  email_verified?: boolean | string;
  given_name?: string;
  family_name?: string;
  name?: string;
};

/** The provider of OIDC_ISSUER, or null when none is set up. */
export function oidcProvider(): OAuthConfig<OidcProfile> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = getEnv();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    id: 'oidc',
    name: OIDC_NAME,
    type: 'oauth',
    wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    profile: (profile) => ({ id: profile.sub, email: profile.email ?? null }),
  };
}

/**
 * The account of somebody whom the provider has identified, by e-mail address; made on the spot where SIGN_UP lets them
 * in. Null: not allowed in, the account is closed, or the provider does not vouch for the address.
 */
export async function accountOfIdentity(profile: OidcProfile): Promise<AccountRow | null> {
  const email = profile.email?.trim();
  // Providers that leave email_verified out are those of an institution, which owns its addresses.
  if (!email || (profile.email_verified ?? true).toString() !== 'true') return null;
  const known = await findAccountByEmail(email);
  if (known) return known.is_active ? known : null;

  const { SIGN_UP } = getEnv();
  if (SIGN_UP === 'closed' || (SIGN_UP === 'invitation' && !(await hasPendingInvitation(email)))) return null;
  const { given_name = '', family_name = '', name } = profile;
  const person =
    given_name || family_name ? { first_name: given_name, last_name: family_name } : { name: name ?? email };
  return createUser({ ...person, email }, systemViewer('single sign-on'));
}
