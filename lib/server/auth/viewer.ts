import 'server-only';
import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { viewerRowOfSession } from '@/lib/server/queries/viewer';
import type { UserViewer } from '@/lib/server/viewer';
import { toViewer } from './bearer';
import { safeNext, setUpPath, signInPath, withNext } from './next-path';
import { readSession } from './session';
import { mustSetUpTwoFactor } from './two-factor-rule';

/** Who is signed in; `mustSetUp` says that they have to set up a second factor before anything else. */
export type SignedIn = { viewer: UserViewer; mustSetUp: boolean };

/**
 * Who is signed in on this browser, also when they have to set up a second factor first: only for the pages where they do so and
 * where they sign out. Every other asks `getViewer`. Asked once per request.
 */
export const getSignedIn = cache(async (): Promise<SignedIn | null> => {
  const claims = await readSession();
  const row = claims && (await viewerRowOfSession(claims.userId, claims.epoch));
  return row && { viewer: toViewer(row, 'cookie', null, 'private'), mustSetUp: mustSetUpTwoFactor(row, claims) };
});

/** As `getSignedIn`; somebody who is not signed in is led to the sign-in page, and back here afterwards. */
export async function requireSignedIn(next?: string): Promise<SignedIn> {
  return (await getSignedIn()) ?? redirect(signInPath(next ?? (await headers()).get('x-path')));
}

/** Who looks at this page, by the login cookie; null when nobody is signed in, or not as they must be. */
export async function getViewer(): Promise<UserViewer | null> {
  const signedIn = await getSignedIn();
  return signedIn && !signedIn.mustSetUp ? signedIn.viewer : null;
}

/**
 * Who looks at this page. Somebody who is not signed in is led to the sign-in page, and who has to set up a second factor to
 * where they do; both come back here afterwards.
 */
export async function requireViewer(next?: string): Promise<UserViewer> {
  const { viewer, mustSetUp } = await requireSignedIn(next);
  if (!mustSetUp) return viewer;
  redirect(withNext(setUpPath, safeNext(next ?? (await headers()).get('x-path'))));
}

/** As `requireViewer`, for pages that administer the instance: for anyone but a superuser they do not exist. */
export async function requireSuperuser(next?: string): Promise<UserViewer> {
  const viewer = await requireViewer(next);
  if (!viewer.isSuperuser) notFound();
  return viewer;
}
