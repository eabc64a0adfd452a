import 'server-only';
import type { Need } from '@/components/dashboard/needs-list';
import { invitationText } from '@/components/models/access/waiting-text';
import { editHref } from '@/components/models/session/tabs';
import type { OpenInvitation } from '@/lib/declare/access-list';
import type { Missing } from '@/lib/formats/session-toml/missing';
import { modelNamed, models } from '@/lib/models';
import type { ListedDraft } from '@/lib/server/operations/drafts';
import type { UnfinishedSession } from '@/lib/server/operations/needs-doing';
import type { ListedProposal } from '@/lib/server/operations/propose';
import type { TitlesByModel } from '@/lib/server/queries/titles';

/** So many fixes of one session stand in its line. */
const fixesShown = 2;

/** Somebody asks, and waits for the answer. */
export const waitingNeed = (open: OpenInvitation): Need => ({
  id: open.id,
  kind: open.kind === 'request' ? 'Request' : 'Invitation',
  tone: 'info',
  text: invitationText(open),
  fixes: [{ label: 'Answer', href: '/invitations' }],
});

/** A change of a catalogue that waits for a reviewer. */
export const proposalNeed = (proposal: ListedProposal, titles: TitlesByModel): Need => ({
  id: proposal.id,
  kind: 'Proposal',
  tone: 'info',
  text: `${proposal.proposer} ${proposal.action === 'add' ? 'adds' : 'changes'} the ${modelNamed(proposal.model).label.toLowerCase()} ${
    titles[proposal.model]?.[proposal.record_id] ?? proposal.title
  }`,
  fixes: [{ label: 'Review', href: '/approvals' }],
});

/** What was typed and not saved. */
export const draftNeed = ({ key, kind, title, within, href }: ListedDraft): Need => ({
  id: key,
  kind: 'Draft',
  tone: 'warning',
  text: [title.toLowerCase().includes(kind.toLowerCase()) ? title : `${kind} ${title}`, within]
    .filter(Boolean)
    .join(' in '),
  fixes: [{ label: 'Continue', href }],
});

/** A session that lacks a storage or what exports need, each with its field. */
export function sessionNeed({ id, name, lacksStorage, missing }: UnfinishedSession): Need {
  const storage = { label: 'Storage', href: editHref(id, 'general', 'datastorage'), hint: 'Say where its files are.' };
  const fields = new Map(missing.map((one) => [`${one.tab} ${one.field}`, one]));
  const fixes = [...(lacksStorage ? [storage] : []), ...[...fields.values()].map((one) => fixOf(id, one))];
  const rest = fixes.length - fixesShown;
  return {
    id,
    kind: 'Session',
    tone: 'warning',
    text: name,
    fixes: fixes.slice(0, fixesShown),
    more: rest > 0 ? { count: rest, href: `/sessions/${id}` } : null,
  };
}

const fixOf = (id: string, { tab, field, message }: Missing) => {
  const model = tab === 'recording_files' ? models.recordingfiles : models.session;
  const label = Object.entries(model.fields).find(([name]) => name === field)?.[1].label ?? field;
  return { label, href: editHref(id, tab, field), hint: message };
};
