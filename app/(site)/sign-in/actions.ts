'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { textOf, textsOf, type FormState } from '@/components/account/form-state';
import { authenticate, refusal } from '@/lib/server/auth/authenticate';
import { greetChallenged } from '@/lib/server/auth/challenge';
import { formFailure } from '@/lib/server/auth/form-failure';
import { safeNext, withNext } from '@/lib/server/auth/next-path';
import { clientAddress } from '@/lib/server/auth/request-origin';
import { startChallenge, startSession } from '@/lib/server/auth/session';

export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form, ['email']);
  const password = textOf(form, 'password');
  const errors: Record<string, string[]> = {};
  if (!values.email.trim()) errors.email = ['Enter your e-mail address.'];
  if (!password) errors.password = ['Enter your password.'];
  if (Object.keys(errors).length > 0) return { errors, values };

  const next = safeNext(textOf(form, 'next'));
  let path: string;
  try {
    const authenticated = await authenticate({ ...values, password, address: clientAddress(await headers()) });
    if (!authenticated) return { errors: { detail: [refusal] }, values };
    if (authenticated.challenge) {
      await startChallenge(authenticated.challenge);
      await greetChallenged(authenticated.challenge);
    } else await startSession(authenticated.account);
    path = authenticated.challenge ? withNext('/sign-in/verify', next) : next;
  } catch (error) {
    return formFailure(error, values);
  }
  redirect(path);
}
