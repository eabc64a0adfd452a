'use server';

import type { AccessAnswer } from '@/components/models/access/access-actions';
import { modelNamed } from '@/lib/models';
import { acceptInvitation, rejectInvitation } from '@/lib/server/operations/answer-invitation';
import { answer } from '../[model]/answer';

/** Accepts an invitation and says where it leads. */
export async function accept(id: string): Promise<AccessAnswer<{ href: string }>> {
  return answer(async (viewer) => {
    const { model, record } = await acceptInvitation(viewer, String(id));
    return { ok: true as const, href: `/${modelNamed(model).path}/${record}` };
  });
}

/** Turns an invitation down. */
export async function reject(id: string): Promise<AccessAnswer> {
  return answer(async (viewer) => {
    await rejectInvitation(viewer, String(id));
    return { ok: true as const };
  });
}
