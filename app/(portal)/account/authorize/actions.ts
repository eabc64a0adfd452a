'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { textOf, textsOf, type FormState } from '@/components/account/form-state';
import { answerDevice, findDeviceByCode } from '@/lib/server/auth/device';
import { formFailure } from '@/lib/server/auth/form-failure';
import { clientAddress } from '@/lib/server/auth/request-origin';
import { requireViewer } from '@/lib/server/auth/viewer';

const path = '/account/authorize';

/** From a typed code to the question that it stands for. */
export async function findByCode(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(path);
  const values = textsOf(form, ['code']);
  let id: string;
  try {
    ({ id } = await findDeviceByCode(viewer, { typed: values.code, address: clientAddress(await headers()) }));
  } catch (error) {
    return formFailure(error, values);
  }
  redirect(`${path}?session=${id}`);
}

export async function approve(_state: FormState, form: FormData): Promise<FormState> {
  return answer(form, true);
}

export async function deny(_state: FormState, form: FormData): Promise<FormState> {
  return answer(form, false);
}

async function answer(form: FormData, isApproved: boolean): Promise<FormState> {
  const id = textOf(form, 'session');
  const viewer = await requireViewer(`${path}?session=${encodeURIComponent(id)}`);
  try {
    await answerDevice(viewer, id, isApproved);
  } catch (error) {
    return formFailure(error, {});
  }
  // It leads to the page that it came from, which the browser would take for the same as before.
  revalidatePath(path);
  redirect(`${path}?session=${encodeURIComponent(id)}`);
}
