'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { textOf, textsOf, type FormState } from '@/components/account/form-state';
import { formFailure } from '@/lib/server/auth/form-failure';
import { homePath } from '@/lib/server/auth/next-path';
import { clientAddress } from '@/lib/server/auth/request-origin';
import { startSession } from '@/lib/server/auth/session';
import { confirmSignUp, signUp } from '@/lib/server/auth/sign-up';

export async function register(_state: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form, ['email', 'first_name', 'last_name']);
  let outcome: string;
  try {
    const answer = await signUp({
      ...values,
      password: textOf(form, 'password'),
      invitation: textOf(form, 'invitation') || null,
      address: clientAddress(await headers()),
    });
    outcome = answer.outcome;
    if (answer.outcome === 'account') await startSession(answer.account);
  } catch (error) {
    return formFailure(error, values);
  }
  redirect(outcome === 'account' ? '/invitations' : `/register/done?then=${outcome}`);
}

export async function confirm(_state: FormState, form: FormData): Promise<FormState> {
  const account = await confirmSignUp(textOf(form, 'token'));
  if (!account) {
    const detail = ['This link was used or is older than a day. Sign in, or register again.'];
    return { errors: { detail }, values: {} };
  }
  await startSession(account);
  redirect(homePath);
}
