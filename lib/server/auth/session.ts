import 'server-only';
import { cookies, headers } from 'next/headers';
import { isSecure } from './request-origin';
import { challengeSeconds, writeChallenge, type Challenge } from './challenge';
import {
  cookieNames,
  pickSessionCookie,
  readSessionToken,
  sessionSeconds,
  writeSessionToken,
  type SessionClaims,
} from './session-token';

/** Signs somebody in on this browser: a new cookie replaces whatever was there. For server actions and routes. */
export async function startSession(
  account: { id: string; session_epoch: number },
  isByProvider = false,
): Promise<void> {
  const secure = isSecure(await headers());
  const store = await cookies();
  const value = await writeSessionToken({ userId: account.id, epoch: account.session_epoch, isByProvider });
  store.set(secure ? cookieNames.secure : cookieNames.plain, value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: sessionSeconds,
  });
}

/** The session of this browser goes on under a new epoch, which has ended all others. */
export async function renewSession(account: { id: string; session_epoch: number }): Promise<void> {
  await startSession(account, (await readSession())?.isByProvider);
}

/** What the login cookie of this browser says; null without one. Whether it still holds is not decided here. */
export async function readSession(): Promise<SessionClaims | null> {
  const store = await cookies();
  return readSessionToken(pickSessionCookie((name) => store.get(name)?.value));
}

/** Signs this browser out. */
export async function endSession(): Promise<void> {
  const store = await cookies();
  store.delete({ name: cookieNames.plain, path: '/' });
  store.delete({ name: cookieNames.secure, path: '/', secure: true });
}

const challengeNames = { secure: '__Secure-sulcus.challenge', plain: 'sulcus.challenge' } as const;
// Sent to these pages only.
const challengePath = '/sign-in';

/** Remembers in this browser that the password was right, until a code has shown the rest. */
export async function startChallenge(challenge: Challenge): Promise<void> {
  const secure = isSecure(await headers());
  const store = await cookies();
  store.set(secure ? challengeNames.secure : challengeNames.plain, await writeChallenge(challenge), {
    httpOnly: true,
    sameSite: 'lax',
    path: challengePath,
    secure,
    maxAge: challengeSeconds,
  });
}

/** The text of this browser's challenge. */
export async function readChallengeCookie(): Promise<string | undefined> {
  const [store, asked] = await Promise.all([cookies(), headers()]);
  return store.get(isSecure(asked) ? challengeNames.secure : challengeNames.plain)?.value;
}

/** Forgets the challenge: it was met. */
export async function endChallenge(): Promise<void> {
  const store = await cookies();
  store.delete({ name: challengeNames.plain, path: challengePath });
  store.delete({ name: challengeNames.secure, path: challengePath, secure: true });
}
