'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { textOf, textsOf, type FormState } from '@/components/account/form-state';
import { repeatOffer } from '@/lib/server/auth/authenticator-app';
import { formFailure } from '@/lib/server/auth/form-failure';
import { safeNext } from '@/lib/server/auth/next-path';
import { mailCode } from '@/lib/server/auth/second-factor';
import { renewSession } from '@/lib/server/auth/session';
import { addApp, addMail, removeMethod, renewBackupCodes, type AddedMethod } from '@/lib/server/auth/two-factor';
import { requireSignedIn, requireViewer } from '@/lib/server/auth/viewer';
import { mailedCodeLimits } from '@/lib/server/queries/mailed-code';

const path = '/account/two-factor';

// Adding a method is also what somebody does who has to have one first: they are signed in, but not yet a viewer.

export async function addAppMethod(_state: FormState, form: FormData): Promise<FormState> {
  const { viewer } = await requireSignedIn(path);
  const values = textsOf(form, ['sealed', 'name']);
  try {
    const added = await addApp(viewer, { ...values, code: textOf(form, 'code'), proof: textOf(form, 'proof') });
    return await finish(viewer.id, added, form);
  } catch (error) {
    return formFailure(error, { ...values, ...repeatOffer(viewer, values.sealed) });
  }
}

export async function addMailMethod(_state: FormState, form: FormData): Promise<FormState> {
  const { viewer } = await requireSignedIn(path);
  const values = textsOf(form, ['code']);
  try {
    return await finish(viewer.id, await addMail(viewer, { ...values, proof: textOf(form, 'proof') }), form);
  } catch (error) {
    return formFailure(error, values);
  }
}

/** The first method ends every other session and brings backup codes to show; after another one goes on. */
async function finish(userId: string, { epoch, codes }: AddedMethod, form: FormData): Promise<FormState> {
  if (!codes) redirect(safeNext(textOf(form, 'next')));
  await renewSession({ id: userId, session_epoch: epoch });
  return { errors: {}, values: { codes: codes.join('\n') } };
}

export async function sendOwnCode(_state: FormState, _form: FormData): Promise<FormState> {
  const { viewer } = await requireSignedIn(path);
  try {
    await mailCode(viewer, 'changes how you sign in to Sulcus');
  } catch (error) {
    return formFailure(error, {});
  }
  return { errors: {}, values: { wait: String(mailedCodeLimits.cooldown) }, done: 'Sent. It works for five minutes.' };
}

export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(path);
  try {
    await removeMethod(viewer, textOf(form, 'method_id'), textOf(form, 'proof'));
  } catch (error) {
    return formFailure(error, {});
  }
  redirect(path);
}

export async function renewCodes(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(path);
  try {
    const codes = await renewBackupCodes(viewer, textOf(form, 'proof'));
    revalidatePath(path);
    return { errors: {}, values: { codes: codes.join('\n') } };
  } catch (error) {
    return formFailure(error, {});
  }
}
