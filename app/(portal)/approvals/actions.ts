'use server';

import type { DecideAnswer } from '@/components/approvals/decide-form';
import { decideProposal } from '@/lib/server/operations/propose';
import { answer } from '../[model]/answer';
import { textIn } from '../[model]/target';

/** Accepts or rejects a proposal. */
export async function decide(id: string, decision: 'accepted' | 'rejected', review: string): Promise<DecideAnswer> {
  return answer(async (viewer) => {
    await decideProposal(viewer, textIn(id), decision === 'accepted' ? 'accepted' : 'rejected', textIn(review));
    return { ok: true as const };
  });
}
