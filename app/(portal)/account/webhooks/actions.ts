'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { textsOf, type FormState } from '@/components/account/form-state';
import type { Option } from '@/components/ui/option';
import { AppError } from '@/lib/errors';
import { formFailure } from '@/lib/server/auth/form-failure';
import { requireViewer } from '@/lib/server/auth/viewer';
import { eventChoices } from '@/lib/server/webhooks/events';
import {
  changeWebhook,
  createWebhook,
  redeliver,
  removeWebhook,
  rotateSecret,
  sendPing,
  setWebhookActive,
  type WebhookInput,
} from '@/lib/server/webhooks/manage';
import { findRecords } from '../../[model]/lookup-actions';
import { textIn } from '../../[model]/target';

const path = '/account/webhooks';
const pageOf = (id: string): string => `${path}/${textIn(id)}`;

const fields = ['name', 'url', 'project'] as const;
const inputOf = (form: FormData): WebhookInput => ({
  ...textsOf(form, fields),
  events: eventChoices.map(({ name }) => name).filter((name) => form instanceof FormData && form.has(`event:${name}`)),
});

/** Makes a webhook; its secret comes back with the answer, this once. */
export async function makeWebhook(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(path);
  try {
    const made = await createWebhook(viewer, inputOf(form));
    revalidatePath(path);
    return { errors: {}, values: made };
  } catch (error) {
    return formFailure(error, textsOf(form, fields));
  }
}

export async function saveWebhook(id: string, _state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(pageOf(id));
  try {
    await changeWebhook(viewer, id, inputOf(form));
  } catch (error) {
    return formFailure(error, textsOf(form, fields));
  }
  revalidatePath(pageOf(id));
  return { errors: {}, values: {}, done: 'Saved.' };
}

export async function replaceWebhookSecret(id: string, _state: FormState, _form: FormData): Promise<FormState> {
  const viewer = await requireViewer(pageOf(id));
  try {
    return { errors: {}, values: { secret: await rotateSecret(viewer, id) } };
  } catch (error) {
    return formFailure(error, {});
  }
}

/** Null when it was done, else why not. */
type Refusal = string | null;

async function attempt(id: string, work: () => Promise<void>): Promise<Refusal> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return error.message;
    throw error;
  }
  revalidatePath(pageOf(id));
  return null;
}

export async function switchWebhook(id: string, isActive: boolean): Promise<Refusal> {
  const viewer = await requireViewer(pageOf(id));
  return attempt(id, () => setWebhookActive(viewer, id, isActive === true));
}

export async function testWebhook(id: string): Promise<Refusal> {
  const viewer = await requireViewer(pageOf(id));
  return attempt(id, () => sendPing(viewer, id));
}

export async function deliverAgain(id: string, deliveryId: string): Promise<Refusal> {
  const viewer = await requireViewer(pageOf(id));
  return attempt(id, () => redeliver(viewer, id, deliveryId));
}

export async function deleteWebhook(id: string): Promise<Refusal> {
  const viewer = await requireViewer(pageOf(id));
  const refusal = await attempt(id, () => removeWebhook(viewer, id));
  if (refusal === null) {
    revalidatePath(path);
    redirect(path);
  }
  return refusal;
}

/** Projects that the viewer may see. */
export async function findProjects(query: string): Promise<Option[]> {
  return findRecords('projects', 'project', query);
}
