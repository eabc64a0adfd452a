'use server';

import { headers } from 'next/headers';
import { textsOf, type FormState } from '@/components/account/form-state';
import { formFailure } from '@/lib/server/auth/form-failure';
import { requestPasswordReset } from '@/lib/server/auth/password-reset';
import { clientAddress } from '@/lib/server/auth/request-origin';

/** Answers the same for every address, so that nobody learns here who has an account. */
export async function forgot(_state: FormState, form: FormData): Promise<FormState> {
  const values = textsOf(form, ['email']);
  try {
    await requestPasswordReset({ ...values, address: clientAddress(await headers()) });
  } catch (error) {
    return formFailure(error, values);
  }
  return { errors: {}, values: { sent: values.email.trim() } };
}
