import 'server-only';
import { levelOf } from '@/lib/declare/levels';
import type { Model } from '@/lib/declare/model';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { group } from '@/lib/models/group';
import { audit } from '../audit';
import { toViewer } from '../auth/bearer';
import {
  decideInvitation,
  lockInvitation,
  type InvitationModel,
  type InvitationRow,
  type InvitationStatus,
} from '../auth/invitations';
import { query, transaction, type Executor } from '../db/sql';
import { raiseGrantStatement, raiseGroupGrantStatement } from '../queries/access-list';
import { accountViewerRow } from '../queries/invitation-list';
import { systemViewer, type UserViewer, type Viewer } from '../viewer';
import { getText } from './get';
import { requireInvitationRights } from './invite';
import { lockRecord } from './lock';
import { updateRow } from './write';

/** Where an accepted invitation leads. */
export type Accepted = { readonly model: InvitationModel; readonly record: string | number; readonly title: string };

const within = <T>(tx: Executor | undefined, work: (tx: Executor) => Promise<T>): Promise<T> =>
  tx ? work(tx) : transaction(work);

/** Takes the offered level, never less than one has. Throws `not_found`, `forbidden`, `conflict`. */
export const acceptInvitation = (viewer: UserViewer, id: string, on?: Executor): Promise<Accepted> =>
  within(on, async (tx) => {
    const invitation = await lockToDecide(tx, viewer, id);
    const model = modelNamed(invitation.model);
    await end(tx, viewer, invitation, 'accepted');
    const recordId = await stillOffered(tx, viewer, model, invitation);
    const everything = systemViewer('accepted invitation');
    const before = await getText(everything, model, recordId, {}, tx);
    await query(
      invitation.group_id
        ? raiseGroupGrantStatement(model, recordId, invitation.group_id, invitation.level)
        : raiseGrantStatement(model, recordId, invitation.invitee_id ?? viewer.id, invitation.level),
      tx,
    );
    await updateRow(tx, viewer, model, recordId, {});
    const after = await getText(everything, model, recordId, {}, tx);
    await audit(tx, viewer, [{ model: model.name, recordId, action: 'update', before, after }]);
    const record = JSON.parse(after) as { id: string | number; name: string }; // groups and projects have a name
    return { model: invitation.model, record: record.id, title: record.name };
  });

/** Turns an invitation or a request down. Throws `not_found`, `forbidden`, `conflict`. */
export const rejectInvitation = (viewer: UserViewer, id: string, on?: Executor): Promise<void> =>
  within(on, async (tx) => end(tx, viewer, await lockToDecide(tx, viewer, id), 'rejected'));

/** Takes an invitation back: whoever sent it, or who might have; a request: whoever asks. Throws `not_found`, `forbidden`, `conflict`. */
export const cancelInvitation = (viewer: UserViewer, id: string, on?: Executor): Promise<void> =>
  within(on, async (tx) => {
    const invitation = await lockById(tx, id);
    if (invitation.invited_by !== viewer.id) {
      if (await decides(tx, viewer, invitation)) throw forbidden('Whoever sent it takes it back: you may reject it.');
      const model = modelNamed(invitation.model);
      const rights = await lockRecord(tx, viewer, model, invitation.record_id);
      // Whom a record invites is its managers' business: for others there is no such invitation.
      if (!rights.manage) throw new AppError('not_found');
      requireInvitationRights(model, rights, levelOf(invitation.level) ?? 'owner');
    }
    await end(tx, viewer, invitation, 'cancelled');
  });

const forbidden = (message: string) => new AppError('forbidden', { message });

async function lockById(tx: Executor, id: string): Promise<InvitationRow> {
  const invitation = /^[0-9a-f-]{36}$/i.test(id) ? await lockInvitation(tx, id) : null;
  if (!invitation) throw new AppError('not_found');
  return invitation;
}

/** Locks an invitation that is the viewer's to answer. Whoever only sees it is told so; for others there is none. */
async function lockToDecide(tx: Executor, viewer: UserViewer, id: string): Promise<InvitationRow> {
  const invitation = await lockById(tx, id);
  if (await decides(tx, viewer, invitation)) return invitation;
  const sees =
    invitation.invited_by === viewer.id ||
    (await manages(tx, viewer, modelNamed(invitation.model), invitation.record_id));
  throw sees ? forbidden('Only the invited side answers an invitation; you may cancel it.') : new AppError('not_found');
}

/** A person answers for themselves, managers for a group that is invited and for one that somebody wants to join. */
async function decides(tx: Executor, viewer: UserViewer, invitation: InvitationRow): Promise<boolean> {
  if (invitation.kind === 'request') return manages(tx, viewer, group, invitation.record_id);
  if (invitation.group_id) return manages(tx, viewer, group, invitation.group_id);
  return invitation.invitee_id === viewer.id;
}

async function manages(tx: Executor, viewer: Viewer, model: Model, id: string): Promise<boolean> {
  try {
    return (await lockRecord(tx, viewer, model, id)).manage;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') return false;
    throw error;
  }
}

async function end(
  tx: Executor,
  viewer: Viewer,
  invitation: InvitationRow,
  status: Exclude<InvitationStatus, 'pending'>,
): Promise<void> {
  const what = invitation.kind === 'request' ? 'request' : 'invitation';
  if (!(await decideInvitation(tx, invitation.id, status)))
    throw new AppError('conflict', {
      message:
        invitation.status === 'pending'
          ? `This ${what} has expired: ask for a new one.`
          : `This ${what} has been ${invitation.status} already.`,
    });
  const { model, record_id: record, email, group_id: invited } = invitation;
  await audit(tx, viewer, [
    {
      model: 'invitation',
      recordId: invitation.id,
      action: 'update',
      before: JSON.stringify({ status: invitation.status }),
      after: JSON.stringify({ status, model, record, ...(invited ? { group: invited } : { email }) }),
    },
  ]);
}

/** An invitation is worth what its sender may still give: whoever has lost the right since has withdrawn it with that. */
async function stillOffered(
  tx: Executor,
  viewer: UserViewer,
  model: Model,
  invitation: InvitationRow,
): Promise<string> {
  const withdrawn = new AppError('conflict', {
    message: `${invitation.inviter_name} can no longer invite to this ${invitation.model}: ask one of its owners.`,
  });
  // A request is granted by whoever accepts it.
  const isRequest = invitation.kind === 'request';
  const row = isRequest ? null : await accountViewerRow(invitation.invited_by, tx);
  if (!row && !isRequest) throw withdrawn;
  try {
    const giver = row ? toViewer(row, 'cookie', null, 'private') : viewer;
    const locked = await lockRecord(tx, giver, model, invitation.record_id);
    requireInvitationRights(model, locked, levelOf(invitation.level) ?? 'owner');
    return locked.id;
  } catch (error) {
    throw error instanceof AppError && (error.code === 'not_found' || error.code === 'forbidden') ? withdrawn : error;
  }
}
