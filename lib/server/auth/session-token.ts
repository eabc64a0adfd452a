import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { getEnv } from '@/lib/server/env';

/** How long one stays signed in. */
export const sessionSeconds = 30 * 86_400;

/** The names of next-auth; the prefix makes browsers refuse the cookie unless it was set over https. */
export const cookieNames = { secure: '__Secure-next-auth.session-token', plain: 'next-auth.session-token' } as const;

/**
 * What a login cookie says; believed only while the account still has this epoch. `isByProvider`: it was single sign-on, whose
 * second factor is the business of the provider.
 */
export type SessionClaims = { userId: string; epoch: number; isByProvider: boolean };

/** An encrypted token for the cookie, the same that next-auth makes. */
export function writeSessionToken({
  userId,
  epoch,
  isByProvider = false,
}: Omit<SessionClaims, 'isByProvider'> & Partial<SessionClaims>): Promise<string> {
  const token = { sub: userId, epoch, ...(isByProvider ? { sso: true } : {}) };
  return encode({ token, secret: getEnv().NEXTAUTH_SECRET, maxAge: sessionSeconds });
}

/** Reads the text of a cookie; null when it is not ours, was changed, or is too old. */
export async function readSessionToken(text: string | undefined): Promise<SessionClaims | null> {
  if (!text) return null;
  try {
    const token = await decode({ token: text, secret: getEnv().NEXTAUTH_SECRET });
    if (!token?.sub || typeof token.epoch !== 'number') return null;
    return { userId: token.sub, epoch: token.epoch, isByProvider: token.sso === true };
  } catch {
    // A cookie that cannot be decrypted is the same as none.
    return null;
  }
}

/** The session cookie among cookies. On an https site only the one that https has set counts. */
export function pickSessionCookie(cookie: (name: string) => string | undefined): string | undefined {
  return (
    cookie(cookieNames.secure) ?? (getEnv().NEXTAUTH_URL?.startsWith('https:') ? undefined : cookie(cookieNames.plain))
  );
}
