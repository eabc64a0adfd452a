'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { textOf, type FormState } from '@/components/account/form-state';
import { formFailure } from '@/lib/server/auth/form-failure';
import { resetPassword } from '@/lib/server/auth/password-reset';
import { clientAddress } from '@/lib/server/auth/request-origin';

/** Sets the password, and leads to signing in with it: a second factor is asked for there. */
export async function setPassword(_state: FormState, form: FormData): Promise<FormState> {
  try {
    const address = clientAddress(await headers());
    await resetPassword({ secret: textOf(form, 'token'), password: textOf(form, 'password'), address });
  } catch (error) {
    return formFailure(error, {});
  }
  redirect('/sign-in?done=reset');
}
