import 'server-only';
import { decideProposal } from '../operations/propose';
import type { Acting, Hooks } from './index';

const decide =
  (decision: 'accepted' | 'rejected') =>
  async ({ tx, viewer, id, input }: Acting): Promise<void> => {
    const { review } = (typeof input === 'object' && input !== null ? input : {}) as { review?: unknown }; // looked at next
    await decideProposal(viewer, String(id), decision, typeof review === 'string' ? review : '', tx);
  };

/** Reviewers answer what was proposed (CONTRACT section 10). */
export const approvalHooks: Hooks = {
  actions: { accept: (acting) => decide('accepted')(acting), reject: (acting) => decide('rejected')(acting) },
};
