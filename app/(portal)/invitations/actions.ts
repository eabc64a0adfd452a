'use server';

import type { AccessAnswer } from '@/components/models/access/access-actions';
import { modelNamed } from '@/lib/models';
import { acceptInvitation, cancelInvitation, rejectInvitation } from '@/lib/server/operations/answer-invitation';
import { requestToJoin } from '@/lib/server/operations/join';
import { answer } from '../[model]/answer';
import { textIn } from '../[model]/target';

const done = { ok: true as const };

/** Accepts an invitation or a request, and says where it leads. */
export async function accept(id: string): Promise<AccessAnswer<{ href: string }>> {
  return answer(async (viewer) => {
    const { model, record } = await acceptInvitation(viewer, textIn(id));
    return { ...done, href: `/${modelNamed(model).path}/${record}` };
  });
}

/** Turns an invitation or a request down. */
export async function reject(id: string): Promise<AccessAnswer> {
  return answer(async (viewer) => {
    await rejectInvitation(viewer, textIn(id));
    return done;
  });
}

/** Takes one's own request back. */
export async function cancel(id: string): Promise<AccessAnswer> {
  return answer(async (viewer) => {
    await cancelInvitation(viewer, textIn(id));
    return done;
  });
}

/** Asks to join a group. */
export async function askToJoin(group: string, message: string): Promise<AccessAnswer> {
  return answer(async (viewer) => {
    await requestToJoin(viewer, textIn(group), textIn(message));
    return done;
  });
}
