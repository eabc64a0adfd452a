'use server';

import { redirect } from 'next/navigation';
import { endSession } from '@/lib/server/auth/session';

/** Signs this browser out and leads to the sign-in page. */
export async function signOut(): Promise<void> {
  await endSession();
  redirect('/sign-in');
}
