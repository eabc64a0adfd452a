import 'server-only';
import type { Need } from '@/components/dashboard/needs-list';
import { listDrafts } from '@/lib/server/operations/drafts';
import { needsOfSessions } from '@/lib/server/operations/needs-doing';
import { listProposals } from '@/lib/server/operations/propose';
import { waitingFor } from '@/lib/server/operations/waiting';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { draftNeed, proposalNeed, sessionNeeds, waitingNeed } from './need-lines';

/** More of one kind than that is no list to work off. */
const mostOfAKind = 100;

/** What needs doing, each with its fix: what waits for an answer, what was typed and not saved, what sessions lack for exports and archives. */
export async function needsOf(viewer: UserViewer): Promise<Need[]> {
  const [drafts, waiting, proposals, sessions] = await Promise.all([
    listDrafts(viewer, mostOfAKind),
    waitingFor(viewer),
    listProposals(viewer, { pendingOnly: true, limit: mostOfAKind }),
    needsOfSessions(viewer),
  ]);
  const questions = new TitleQuestions();
  for (const { model, record_id: id } of proposals) questions.add(model, id);
  const titles = await questions.answer(viewer);
  return [
    ...[...waiting.invitations, ...waiting.requests].map(waitingNeed),
    ...(viewer.isSuperuser ? proposals.map((proposal) => proposalNeed(proposal, titles)) : []),
    ...drafts.map(draftNeed),
    ...sessionNeeds(sessions),
  ];
}
