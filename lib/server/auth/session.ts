import 'server-only';
import { cookies, headers } from 'next/headers';
import { isSecure } from './request-origin';
import { cookieNames, sessionSeconds, writeSessionToken } from './session-token';

/** Signs somebody in on this browser: a new cookie replaces whatever was there. For server actions and routes. */
export async function startSession(account: { id: string; session_epoch: number }): Promise<void> {
  const secure = isSecure(await headers());
  const store = await cookies();
  const value = await writeSessionToken({ userId: account.id, epoch: account.session_epoch });
  store.set(secure ? cookieNames.secure : cookieNames.plain, value, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure,
    maxAge: sessionSeconds,
  });
}

/** Signs this browser out. */
export async function endSession(): Promise<void> {
  const store = await cookies();
  store.delete({ name: cookieNames.plain, path: '/' });
  store.delete({ name: cookieNames.secure, path: '/', secure: true });
}
