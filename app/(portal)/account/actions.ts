'use server';

import { revalidatePath } from 'next/cache';
import { textOf, textsOf, type FormState } from '@/components/account/form-state';
import { user } from '@/lib/models/user';
import { changePassword, signOutEverywhere } from '@/lib/server/auth/accounts';
import { formFailure } from '@/lib/server/auth/form-failure';
import { renewSession } from '@/lib/server/auth/session';
import { requireViewer } from '@/lib/server/auth/viewer';
import { updateRecord } from '@/lib/server/operations/update';
import { clearAttempts, limit } from '@/lib/server/rate-limit';

const path = '/account';

export async function saveProfile(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(path);
  const values = textsOf(form, ['first_name', 'last_name', 'orcid_id', 'google_scholar', 'website']);
  try {
    await updateRecord(viewer, user, viewer.id, values, { version: Number(textOf(form, 'version')) });
  } catch (error) {
    return formFailure(error, values);
  }
  revalidatePath('/', 'layout');
  return { errors: {}, values: {}, done: 'Saved.' };
}

export async function savePassword(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(path);
  try {
    await limit('password-user', viewer.id);
    const account = await changePassword(viewer.id, textOf(form, 'current_password'), textOf(form, 'password'), viewer);
    await clearAttempts('password-user', viewer.id);
    await renewSession(account);
  } catch (error) {
    return formFailure(error, {});
  }
  revalidatePath(path);
  return { errors: {}, values: {}, done: 'Changed. Every other browser is signed out.' };
}

/** Every other browser: this one gets a new session. */
export async function endOtherSessions(_state: FormState, _form: FormData): Promise<FormState> {
  const viewer = await requireViewer(path);
  await renewSession(await signOutEverywhere(viewer.id, viewer));
  return { errors: {}, values: {}, done: 'Every other browser is signed out.' };
}
