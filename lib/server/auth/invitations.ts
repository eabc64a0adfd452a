import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { findAccountByEmail } from '@/lib/server/queries/account';
import type { Mail } from '@/lib/server/mail';
import {
  claimInvitations,
  findInvitation,
  findInvitationsOfRecord,
  findInvitationsOfUser,
  insertInvitation,
  type InvitationModel,
  type InvitationRow,
  type Queryable,
} from '@/lib/server/queries/invitation';

export { decideInvitationRow as decideInvitation, lockInvitation } from '@/lib/server/queries/invitation';
export type { InvitationModel, InvitationRow, InvitationStatus, Queryable } from '@/lib/server/queries/invitation';

const lifetimeDays = 30;

const hashSecret = (secret: string) => createHash('sha256').update(secret).digest();

export type InvitationInput = {
  model: InvitationModel;
  recordId: string;
  email: string;
  /** 1 member … 4 owner */
  level: number;
  message: string;
  /** The id of the user who invites. */
  invitedBy: string;
};

/** A new invitation. `secret` opens the link of its mail and is kept nowhere; `inviteeId` is null for someone without account. */
export type CreatedInvitation = InvitationInput & { id: string; inviteeId: string | null; secret: string };

/**
 * Writes an invitation in the given transaction; whether `invitedBy` may invite has been decided before. It replaces an
 * older open one to the same address. Mail it after the commit: `invitationMail`.
 */
export async function createInvitation(tx: Queryable, input: InvitationInput): Promise<CreatedInvitation> {
  const secret = randomBytes(32).toString('base64url');
  const email = input.email.trim();
  const id = v7();
  const { invitee_id } = await insertInvitation(tx, {
    id,
    model: input.model,
    record_id: input.recordId,
    kind: 'invitation',
    email,
    group_id: null,
    level: input.level,
    message: input.message,
    secret_hash: hashSecret(secret),
    invited_by: input.invitedBy,
    lifetime_days: lifetimeDays,
  });
  return { ...input, email, id, inviteeId: invitee_id, secret };
}

/** Writes the invitation of a group into a project; its managers find it in their lists. */
export async function createGroupInvitation(
  tx: Queryable,
  input: Omit<InvitationInput, 'model' | 'email'> & { groupId: string },
): Promise<string> {
  const id = v7();
  await insertInvitation(tx, {
    id,
    model: 'project',
    record_id: input.recordId,
    kind: 'invitation',
    email: '',
    group_id: input.groupId,
    level: input.level,
    message: input.message,
    secret_hash: null,
    invited_by: input.invitedBy,
    lifetime_days: lifetimeDays,
  });
  return id;
}

/** Writes somebody's request to join a group. */
export async function createJoinRequest(
  tx: Queryable,
  input: { groupId: string; user: { id: string; email: string }; message: string },
): Promise<string> {
  const id = v7();
  await insertInvitation(tx, {
    id,
    model: 'group',
    record_id: input.groupId,
    kind: 'request',
    email: input.user.email,
    group_id: null,
    level: 1,
    message: input.message,
    secret_hash: null,
    invited_by: input.user.id,
    lifetime_days: lifetimeDays,
  });
  return id;
}

/** The open invitation that a mailed link belongs to; null when it is unknown, decided or expired. */
export async function findInvitationBySecret(secret: string): Promise<InvitationRow | null> {
  return /^[A-Za-z0-9_-]{43}$/.test(secret) ? findInvitation(hashSecret(secret)) : null;
}

/** Whether the invited address has an account by now. */
export async function isInviteeKnown(invitation: InvitationRow): Promise<boolean> {
  return (await findAccountByEmail(invitation.email)) !== null;
}

/** The open invitations that wait for a user's answer. */
export function listInvitationsFor(userId: string): Promise<InvitationRow[]> {
  return findInvitationsOfUser(userId);
}

/** The open invitations into a group or project, for those who handle them. */
export function listInvitationsOf(model: InvitationModel, recordId: string): Promise<InvitationRow[]> {
  return findInvitationsOfRecord(model, recordId);
}

/**
 * For someone signed in who opens a mailed link: if the link is for their address, the invitations to it become theirs.
 * False when it is for another address, or no longer open.
 */
export async function claimInvitationsBySecret(
  secret: string,
  viewer: { id: string; email: string },
): Promise<boolean> {
  const invitation = await findInvitationBySecret(secret);
  if (invitation?.email.toLowerCase() !== viewer.email.toLowerCase()) return false;
  await claimInvitations(viewer.id);
  return true;
}

/** The mail about an invitation. `title` is the name of the group or project, `origin` begins its link. */
export function invitationMail(
  { model, email, secret, inviteeId, message }: CreatedInvitation,
  { title, inviterName, origin }: { title: string; inviterName: string; origin: string },
): Mail {
  const link = inviteeId ? `${origin}/invitations` : `${origin}/register?invitation=${secret}`;
  const lines = [
    `${inviterName} invites you to the ${model} “${title}” in Sulcus.`,
    ...(message.trim() ? [message.trim()] : []),
    inviteeId ? `Answer the invitation:\n${link}` : `Make your account and answer the invitation:\n${link}`,
    `The invitation is open for ${lifetimeDays} days. If you do not know ${inviterName}, you can ignore this mail.`,
  ];
  return { to: email, subject: `Invitation to the ${model} “${title}”`, text: `${lines.join('\n\n')}\n` };
}
