'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { textOf, textsOf, type FormState } from '@/components/account/form-state';
import { authenticate, refusal } from '@/lib/server/auth/authenticate';
import { formFailure } from '@/lib/server/auth/form-failure';
import { safeNext } from '@/lib/server/auth/next-path';
import { clientAddress } from '@/lib/server/auth/request-origin';
import { startSession } from '@/lib/server/auth/session';

export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form, ['email']);
  const password = textOf(form, 'password');
  const errors: Record<string, string[]> = {};
  if (!values.email.trim()) errors.email = ['Enter your e-mail address.'];
  if (!password) errors.password = ['Enter your password.'];
  if (Object.keys(errors).length > 0) return { errors, values };

  try {
    const account = await authenticate({ ...values, password, address: clientAddress(await headers()) });
    if (!account) return { errors: { detail: [refusal] }, values };
    await startSession(account);
  } catch (error) {
    return formFailure(error, values);
  }
  redirect(safeNext(textOf(form, 'next')));
}
