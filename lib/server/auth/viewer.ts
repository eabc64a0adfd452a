import 'server-only';
import { cookies, headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { viewerRowOfSession } from '@/lib/server/queries/viewer';
import type { UserViewer } from '@/lib/server/viewer';
import { toViewer } from './bearer';
import { signInPath } from './next-path';
import { pickSessionCookie, readSessionToken } from './session-token';

/** Who looks at this page, by the login cookie; null when nobody is signed in. Asked once per request. */
export const getViewer = cache(async (): Promise<UserViewer | null> => {
  const store = await cookies();
  const claims = await readSessionToken(pickSessionCookie((name) => store.get(name)?.value));
  const row = claims && (await viewerRowOfSession(claims.userId, claims.epoch));
  return row && toViewer(row, 'cookie', null, 'private');
});

/** Who looks at this page; somebody who is not signed in is led to the sign-in page, and back here afterwards. */
export async function requireViewer(next?: string): Promise<UserViewer> {
  const viewer = await getViewer();
  if (viewer) return viewer;
  redirect(signInPath(next ?? (await headers()).get('x-path')));
}

/** As `requireViewer`, for pages that administer the instance: for anyone but a superuser they do not exist. */
export async function requireSuperuser(next?: string): Promise<UserViewer> {
  const viewer = await requireViewer(next);
  if (!viewer.isSuperuser) notFound();
  return viewer;
}
