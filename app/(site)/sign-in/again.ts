'use server';

import { headers } from 'next/headers';
import type { SignInAgainAnswer } from '@/components/form/sign-in-again';
import { authenticate, refusal } from '@/lib/server/auth/authenticate';
import { greetChallenged } from '@/lib/server/auth/challenge';
import { formFailure } from '@/lib/server/auth/form-failure';
import { clientAddress } from '@/lib/server/auth/request-origin';
import { startChallenge, startSession } from '@/lib/server/auth/session';

/** Signs the person whose form is open in again; nobody else, for the form is theirs. */
export async function signInAgain(owner: string, email: string, password: string): Promise<SignInAgainAnswer> {
  try {
    const address = clientAddress(await headers());
    const authenticated = await authenticate({ email: String(email), password: String(password), address });
    const id = authenticated?.challenge ? authenticated.challenge.challengedId : authenticated?.account.id;
    if (!authenticated || id !== owner) return { ok: false, message: refusal };
    if (!authenticated.challenge) {
      await startSession(authenticated.account);
      return { ok: true };
    }
    await startChallenge(authenticated.challenge);
    await greetChallenged(authenticated.challenge);
    return { ok: false, message: 'Your password is right. A code is needed, too.', href: '/sign-in/verify' };
  } catch (error) {
    const { errors } = formFailure(error, {});
    return { ok: false, message: Object.values(errors).flat()[0] ?? 'That did not work. Try again.' };
  }
}
