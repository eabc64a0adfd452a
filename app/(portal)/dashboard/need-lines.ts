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
import type { SessionNeeds, UnfinishedSession } from '@/lib/server/operations/needs-doing';
import type { ListedProposal } from '@/lib/server/operations/propose';
import type { TitlesByModel } from '@/lib/server/queries/titles';

/** Somebody asks, and waits for the answer. */
export const waitingNeed = (open: OpenInvitation): Need => ({
  id: open.id,
  kind: open.kind === 'request' ? 'Request' : 'Invitation',
  tone: 'info',
  text: invitationText(open),
  fix: { label: 'Answer', href: '/invitations' },
});

/** A change of a catalogue that waits for a reviewer. */
export const proposalNeed = (proposal: ListedProposal, titles: TitlesByModel): Need => ({
  id: proposal.id,
  kind: 'Proposal',
  tone: 'info',
  text: `${proposal.proposer} ${proposal.action === 'add' ? 'adds' : 'changes'} the ${modelNamed(proposal.model).label.toLowerCase()} ${
    titles[proposal.model]?.[proposal.record_id] ?? proposal.title
  }`,
  fix: { label: 'Review', href: '/approvals' },
});

/** What was typed and not saved. */
export const draftNeed = ({ key, kind, title, within, href }: ListedDraft): Need => ({
  id: key,
  kind: 'Draft',
  tone: 'warning',
  text: [title.toLowerCase().includes(kind.toLowerCase()) ? title : `${kind} ${title}`, within]
    .filter(Boolean)
    .join(' in '),
  fix: { label: 'Continue', href },
});

/** Something of a record to fill in or to put right. */
type Gap = { readonly name: string; readonly href: string; readonly hint: string; readonly isWrong?: boolean };

/** What sessions lack for exports and archives: one line for each record, however much it lacks. */
export function sessionNeeds({ unfinished, unready }: SessionNeeds): Need[] {
  const own = new Set(unfinished.map(({ id }) => id));
  return [
    ...unfinished.map((session) =>
      unfinishedNeed(
        session,
        unready.find(({ id }) => id === session.id),
      ),
    ),
    ...unready.filter(({ id }) => !own.has(id)).map(archiveNeed),
  ];
}

/** A session that lacks a storage or what exports need, and what of it archives would not take. */
function unfinishedNeed(
  { id, name, lacksStorage, missing }: UnfinishedSession,
  unready: UnreadyRecord | undefined,
): Need {
  const storage = {
    name: asWord(labelOf(models.session, 'datastorage')),
    href: editHref(id, 'general', 'datastorage'),
    hint: 'Say where its files are.',
  };
  const gaps = onceEach([...(lacksStorage ? [storage] : []), ...missing.map((one) => gapOf(id, one))]);
  const wrong = unready ? gapsOf(unready) : [];
  const notes = [lackText(gaps), wrong.length > 0 ? archiveText(wrong) : ''];
  return {
    id,
    kind: models.session.label,
    tone: 'warning',
    text: name,
    note: notes.filter(Boolean).join('; '),
    ...fixOf(gaps),
  };
}

/** A record that keeps sessions of late from NWB and DANDI. */
function archiveNeed(record: UnreadyRecord): Need {
  const model = modelNamed(record.model);
  const gaps = gapsOf(record);
  const needed = record.sessions > 1 ? `, in ${record.sessions} of your sessions` : '';
  return {
    id: `archive ${record.id}`,
    kind: 'NWB',
    tone: 'neutral',
    text: record.model === 'session' ? record.name : `${model.label} ${record.name}`,
    note: `${archiveText(gaps)}${needed}`,
    ...fixOf(gaps),
  };
}

const gapsOf = ({ model, findings }: UnreadyRecord): Gap[] =>
  onceEach(
    findings.map(({ place, message }) => ({
      name: asWord(labelOf(modelNamed(model), place.field)),
      href: placeHref(place),
      hint: message,
      isWrong: true,
    })),
  );

/** The way to the first of them; the others are at hand there. */
function fixOf(gaps: readonly Gap[]): Pick<Need, 'fix'> {
  const [first] = gaps;
  if (!first) return {};
  const { name, href, hint, isWrong } = first;
  return { fix: { label: `${isWrong ? 'Correct' : 'Add'} ${name}`, href, hint } };
}

const lackText = (gaps: readonly Gap[]): string => {
  const [lacking, wrong] = [gaps.filter(({ isWrong }) => !isWrong), gaps.filter(({ isWrong }) => isWrong)];
  return [
    lacking.length > 0 ? `lacks ${listed(lacking)}` : '',
    wrong.length > 0 ? `to correct for session.toml: ${listed(wrong)}` : '',
  ]
    .filter(Boolean)
    .join('; ');
};

const archiveText = (gaps: readonly Gap[]): string => `to correct for archives: ${listed(gaps)}`;

const inWords = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const listed = (gaps: readonly Gap[]): string => inWords.format(gaps.map(({ name }) => name));

const onceEach = (gaps: readonly Gap[]): Gap[] => [...new Map(gaps.map((gap) => [gap.name, gap])).values()];

const labelOf = (model: Model, name: string): string =>
  Object.entries(model.fields).find(([field]) => field === name)?.[1].label ?? name;

/** `Date and time` within a sentence; `TTLs` stays. */
const asWord = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label[0]?.toLowerCase() + label.slice(1) : label;

/** What is asked of a subject is named as it is; its place in the form is that of the session's subjects. */
function gapOf(id: string, { path, tab, field, message, isWrong }: Missing): Gap {
  const model = tab === 'recording_files' ? models.recordingfiles : models.session;
  const ofSubject = field === 'subjects' && path !== 'session.subject_id' ? path.slice('session.'.length) : null;
  return {
    name: ofSubject ?? asWord(labelOf(model, field)),
    href: editHref(id, tab, field),
    hint: message,
    ...(isWrong ? { isWrong } : {}),
  };
}
