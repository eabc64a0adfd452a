'use server';

import { revalidatePath } from 'next/cache';
import { textOf, textsOf, type FormState } from '@/components/account/form-state';
import { formFailure } from '@/lib/server/auth/form-failure';
import { createToken, revokeToken } from '@/lib/server/auth/tokens';
import { requireViewer } from '@/lib/server/auth/viewer';
import { limit } from '@/lib/server/rate-limit';

const path = '/account/tokens';

export async function makeToken(_state: FormState, form: FormData): Promise<FormState> {
  const viewer = await requireViewer(path);
  const values = textsOf(form, ['name']);
  try {
    await limit('token-user', viewer.id);
    const { token } = await createToken({ userId: viewer.id, name: values.name }, viewer);
    revalidatePath(path);
    return { errors: {}, values: { token } };
  } catch (error) {
    return formFailure(error, values);
  }
}

export async function revoke(form: FormData): Promise<void> {
  const viewer = await requireViewer(path);
  await revokeToken(viewer.id, textOf(form, 'token_id'), viewer);
  revalidatePath(path);
}
