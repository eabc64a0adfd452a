import 'server-only';
import { AppError } from '@/lib/errors';
import { acceptInvitation, cancelInvitation, rejectInvitation } from '../operations/answer-invitation';
import type { Acting, Hooks } from './index';

const answer =
  (decide: typeof rejectInvitation | typeof acceptInvitation) =>
  async ({ viewer, id, tx }: Acting): Promise<void> => {
    if (viewer.kind !== 'user') throw new AppError('forbidden');
    await decide(viewer, String(id), tx);
  };

/** What the two sides of an invitation or a request do to it (CONTRACT section 9). */
export const invitationHooks: Hooks = {
  actions: {
    accept: (acting) => answer(acceptInvitation)(acting),
    reject: (acting) => answer(rejectInvitation)(acting),
    cancel: (acting) => answer(cancelInvitation)(acting),
  },
};
