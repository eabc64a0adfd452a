import 'server-only';
import {
  highestOfManagers,
  settableLevels,
  type ReceivedInvitation,
  type SentInvitation,
} from '@/lib/declare/access-list';
import { levelNumber, levelOf, levels, type Level } from '@/lib/declare/levels';
import { isGrants, type Model } from '@/lib/declare/model';
import { AppError, invalid } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { audit } from '../audit';
import { toViewer } from '../auth/bearer';
import {
  createInvitation,
  decideInvitation,
  invitationMail,
  lockInvitation,
  type InvitationModel,
  type InvitationRow,
  type InvitationStatus,
} from '../auth/invitations';
import { query, queryOne, transaction, type Executor } from '../db/sql';
import { sendMailLater } from '../mail';
import { grantOfEmailStatement, raiseGrantStatement } from '../queries/access-list';
import { accountViewerRow, receivedInvitationRows, sentInvitationRows } from '../queries/invitation-list';
import { limit } from '../rate-limit';
import { systemViewer, type UserViewer, type Viewer } from '../viewer';
import { getText, idIs } from './get';
import { lockRecord } from './update';
import { updateRow } from './write';

export type InviteInput = { readonly email: string; readonly level: Level; readonly message: string };
const messageMax = 1000;

const invitable = (model: Model): InvitationModel => {
  if (model.name === 'group' || model.name === 'project') return model.name;
  throw new AppError('not_found');
};

/** Throws unless these rights are enough to invite at that level. */
function requireRights(model: Model, rights: { manage: boolean; own: boolean }, level: Level): void {
  const what = model.label.toLowerCase();
  if (!rights.manage) throw new AppError('forbidden', { message: `Only managers and owners of this ${what} invite.` });
  if (!settableLevels(model.name, levels, rights).includes(level))
    throw new AppError('forbidden', {
      message: `Only owners of this ${what} invite above the level ${highestOfManagers(model.name)}.`,
    });
}

/**
 * Invites a person by e-mail address into a group or project; they get a mail, and access once they accept.
 * `origin` begins the link of the mail. Throws `invalid`, `forbidden`, `not_found`, `too_many_requests`.
 */
export async function invite(
  viewer: UserViewer,
  model: Model,
  id: string | number,
  input: InviteInput,
  { origin }: { origin: string },
): Promise<{ id: string; email: string; isKnown: boolean }> {
  const into = invitable(model);
  const email = input.email.trim();
  if (email.length > 254 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw invalid('email', 'format', 'Expected an e-mail address such as name@example.org.');
  if (input.message.length > messageMax) throw invalid('message', 'max', `At most ${messageMax} characters.`);
  const grants = Object.values(model.fields).find(isGrants);
  if (!grants?.levels.includes(input.level)) throw invalid('level', 'choice', 'Choose one of the levels.');
  await limit('invitation-user', viewer.id);
  const { created, title } = await transaction(async (tx) => {
    const locked = await lockRecord(tx, viewer, model, id);
    requireRights(model, locked, input.level);
    const present = levelOf(
      (await queryOne<{ level: number }>(grantOfEmailStatement(model, locked.id, email), tx))?.level,
    );
    if (present)
      throw invalid(
        'email',
        'present',
        `${email} is on the access list already, as ${present}: change the level there.`,
      );
    const invitation = await createInvitation(tx, {
      model: into,
      recordId: locked.id,
      email,
      level: levelNumber(input.level),
      message: input.message.trim(),
      invitedBy: viewer.id,
    });
    const after = JSON.stringify({ model: into, record: locked.id, email, level: input.level, status: 'pending' });
    await audit(tx, viewer, [
      { model: 'invitation', recordId: invitation.id, action: 'create', after, elevated: !locked.ordinary },
    ]);
    const { name } = JSON.parse(locked.record) as { name: string }; // groups and projects have one
    return { created: invitation, title: name };
  });
  sendMailLater(invitationMail(created, { title, inviterName: viewer.name, origin }));
  return { id: created.id, email: created.email, isKnown: created.inviteeId !== null };
}

/** The open invitations into a group or project, for its managers; none for others. */
export async function sentInvitations(viewer: Viewer, model: Model, id: string | number): Promise<SentInvitation[]> {
  invitable(model);
  const rows = await sentInvitationRows(viewer, model, idIs(model, 't', id));
  return rows.map(({ level, ...row }) => ({ ...row, level: levelOf(level) ?? 'member' }));
}

/** The invitations that wait for the viewer's answer. */
export async function myInvitations(viewer: UserViewer): Promise<ReceivedInvitation[]> {
  const rows = await receivedInvitationRows(viewer.id);
  return rows.map(({ level, ...row }) => ({ ...row, level: levelOf(level) ?? 'member' }));
}

/** Takes the offered level, never less than one has. Answers where it leads. Throws `not_found`, `conflict`. */
export async function acceptInvitation(
  viewer: UserViewer,
  id: string,
): Promise<{ model: InvitationModel; record: string | number; title: string }> {
  return transaction(async (tx) => {
    const invitation = await lockOwn(tx, viewer, id);
    const model = modelNamed(invitation.model);
    await end(tx, viewer, invitation, 'accepted');
    const { recordId, level } = await stillOffered(tx, model, invitation);
    const everything = systemViewer('accepted invitation');
    const before = await getText(everything, model, recordId, {}, tx);
    await query(raiseGrantStatement(model, recordId, viewer.id, level), tx);
    await updateRow(tx, viewer, model, recordId, {});
    const after = await getText(everything, model, recordId, {}, tx);
    await audit(tx, viewer, [{ model: model.name, recordId, action: 'update', before, after }]);
    const record = JSON.parse(after) as { id: string | number; name: string }; // groups and projects have a name
    return { model: invitation.model, record: record.id, title: record.name };
  });
}

/** Turns an invitation down. Throws `not_found`, `conflict`. */
export async function rejectInvitation(viewer: UserViewer, id: string): Promise<void> {
  await transaction(async (tx) => end(tx, viewer, await lockOwn(tx, viewer, id), 'rejected'));
}

/** Takes an invitation back: whoever sent it, or who might have. Throws `not_found`, `forbidden`, `conflict`. */
export async function cancelInvitation(viewer: UserViewer, id: string): Promise<void> {
  await transaction(async (tx) => {
    const invitation = await lockById(tx, id);
    if (invitation.invited_by !== viewer.id) {
      const model = modelNamed(invitation.model);
      const rights = await lockRecord(tx, viewer, model, invitation.record_id);
      // Whom a record invites is its managers' business: for others there is no such invitation.
      if (!rights.manage) throw new AppError('not_found');
      requireRights(model, rights, levelOf(invitation.level) ?? 'owner');
    }
    await end(tx, viewer, invitation, 'cancelled');
  });
}

async function lockById(tx: Executor, id: string): Promise<InvitationRow> {
  const invitation = /^[0-9a-f-]{36}$/i.test(id) ? await lockInvitation(tx, id) : null;
  if (!invitation) throw new AppError('not_found');
  return invitation;
}

async function lockOwn(tx: Executor, viewer: UserViewer, id: string): Promise<InvitationRow> {
  const invitation = await lockById(tx, id);
  if (invitation.invitee_id !== viewer.id) throw new AppError('not_found');
  return invitation;
}

async function end(
  tx: Executor,
  viewer: Viewer,
  invitation: InvitationRow,
  status: Exclude<InvitationStatus, 'pending'>,
): Promise<void> {
  if (!(await decideInvitation(tx, invitation.id, status)))
    throw new AppError('conflict', {
      message:
        invitation.status === 'pending'
          ? 'This invitation has expired: ask for a new one.'
          : `This invitation has been ${invitation.status} already.`,
    });
  await audit(tx, viewer, [
    {
      model: 'invitation',
      recordId: invitation.id,
      action: 'update',
      before: JSON.stringify({ status: invitation.status }),
      after: JSON.stringify({ status, model: invitation.model, record: invitation.record_id, email: invitation.email }),
    },
  ]);
}

/** An invitation is worth what its sender may still give: whoever has lost the right since has withdrawn it with that. */
async function stillOffered(
  tx: Executor,
  model: Model,
  invitation: InvitationRow,
): Promise<{ recordId: string; level: number }> {
  const withdrawn = new AppError('conflict', {
    message: `${invitation.inviter_name} can no longer invite to this ${invitation.model}: ask one of its owners.`,
  });
  const row = await accountViewerRow(invitation.invited_by, tx);
  if (!row) throw withdrawn;
  try {
    const locked = await lockRecord(tx, toViewer(row, 'cookie', null, 'private'), model, invitation.record_id);
    requireRights(model, locked, levelOf(invitation.level) ?? 'owner');
    return { recordId: locked.id, level: invitation.level };
  } catch (error) {
    throw error instanceof AppError && (error.code === 'not_found' || error.code === 'forbidden') ? withdrawn : error;
  }
}
