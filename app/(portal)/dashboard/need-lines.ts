import 'server-only';
import type { Need } from '@/components/dashboard/needs-list';
import { invitationText } from '@/components/models/access/waiting-text';
import { editHref } from '@/components/models/session/tabs';
import type { OpenInvitation } from '@/lib/declare/access-list';
import type { Model } from '@/lib/declare/model';
import { placeHref } from '@/lib/formats/archive/place';
import type { Missing } from '@/lib/formats/session-toml/missing';
import { modelNamed, models } from '@/lib/models';
import type { ListedDraft } from '@/lib/server/operations/drafts';
import type { UnreadyRecord } from '@/lib/server/operations/archive-needs';
import { sessionsMax, type UnfinishedSession } from '@/lib/server/operations/needs-doing';
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
  return { id, kind: 'Session', tone: 'warning', text: name, ...shortened(fixes, `/sessions/${id}`) };
}

/** The first fixes, and how many more there are on a page. */
const shortened = (fixes: Need['fixes'], href: string): Pick<Need, 'fixes' | 'more'> => ({
  fixes: fixes.slice(0, fixesShown),
  more: fixes.length > fixesShown ? { count: fixes.length - fixesShown, href } : null,
});

const labelOf = (model: Model, name: string): string =>
  Object.entries(model.fields).find(([field]) => field === name)?.[1].label ?? name;

const fixOf = (id: string, { tab, field, message }: Missing) => ({
  label: labelOf(tab === 'recording_files' ? models.recordingfiles : models.session, field),
  href: editHref(id, tab, field),
  hint: message,
});

/** So many records that archives would not take have a line of their own; the others are counted. */
const unreadyShown = 5;

/** Records that keep sessions of late from NWB and DANDI, each with its fields; then how many more there are. */
export function archiveNeeds(unready: readonly UnreadyRecord[]): Need[] {
  const rest = unready.length - unreadyShown;
  const lines = unready.slice(0, unreadyShown).map(archiveNeed);
  if (rest <= 0) return lines;
  const records = rest === 1 ? 'record is' : 'records are';
  const text = `${rest} more ${records} not ready for NWB and DANDI, of your latest ${sessionsMax} sessions`;
  return [...lines, { id: 'archive more', kind: 'NWB', tone: 'neutral', text, fixes: [] }];
}

function archiveNeed({ model: name, id, name: title, findings, sessions }: UnreadyRecord): Need {
  const model = modelNamed(name);
  const fixes = findings.map(({ place, message }) => ({
    label: labelOf(model, place.field),
    href: placeHref(place),
    hint: message,
  }));
  const needed = sessions > 1 ? `, in ${sessions} of your sessions` : '';
  const text = name === 'session' ? title : `${model.label} ${title}${needed}`;
  return { id: `archive ${id}`, kind: 'NWB', tone: 'neutral', text, ...shortened(fixes, `/${model.path}/${id}`) };
}
