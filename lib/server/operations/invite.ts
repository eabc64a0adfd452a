import 'server-only';
import { highestOfManagers, settableLevels, type SentInvitation } from '@/lib/declare/access-list';
import { levelNumber, levelOf, levels, type Level } from '@/lib/declare/levels';
import { isGrants, type Model } from '@/lib/declare/model';
import { AppError, invalid } from '@/lib/errors';
import { audit } from '../audit';
import { createGroupInvitation, createInvitation, invitationMail, type InvitationModel } from '../auth/invitations';
import { queryOne, sql, transaction, type Executor } from '../db/sql';
import { sendMailLater, type Mail } from '../mail';
import { grantOfEmailStatement } from '../queries/access-list';
import { sentInvitationRows } from '../queries/invitation-list';
import { limit } from '../rate-limit';
import type { UserViewer, Viewer } from '../viewer';
import { idIs } from './get';
import { lockRecord } from './lock';

export type InviteInput = { readonly email: string; readonly level: Level; readonly message: string };
const messageMax = 1000;

const invitable = (model: Model): InvitationModel => {
  if (model.name === 'group' || model.name === 'project') return model.name;
  throw new AppError('not_found');
};

/** Throws unless these rights are enough to invite at that level. */
export function requireInvitationRights(model: Model, rights: { manage: boolean; own: boolean }, level: Level): void {
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
  invitable(model);
  const email = input.email.trim();
  if (email.length > 254 || !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw invalid('email', 'format', 'Expected an e-mail address such as name@example.org.');
  if (input.message.length > messageMax) throw invalid('message', 'max', `At most ${messageMax} characters.`);
  const grants = Object.values(model.fields).find(isGrants);
  if (!grants?.levels.includes(input.level)) throw invalid('level', 'choice', 'Choose one of the levels.');
  await limit('invitation-user', viewer.id);
  const { created, mail } = await transaction((tx) => inviteWithin(tx, viewer, model, id, input, { origin }));
  sendMailLater(mail);
  return { id: created.id, email: created.email, isKnown: created.inviteeId !== null };
}

/** The same inside a larger transaction: the mail is to be sent once that has ended well. The input has been checked. */
export async function inviteWithin(
  tx: Executor,
  viewer: UserViewer,
  model: Model,
  id: string | number,
  input: InviteInput,
  { origin }: { origin: string },
) {
  const into = invitable(model);
  const email = input.email.trim();
  const locked = await lockRecord(tx, viewer, model, id);
  requireInvitationRights(model, locked, input.level);
  const present = levelOf(
    (await queryOne<{ level: number }>(grantOfEmailStatement(model, locked.id, email), tx))?.level,
  );
  if (present)
    throw invalid('email', 'present', `${email} is on the access list already, as ${present}: change the level there.`);
  const created = await createInvitation(tx, {
    model: into,
    recordId: locked.id,
    email,
    level: levelNumber(input.level),
    message: input.message.trim(),
    invitedBy: viewer.id,
  });
  const after = JSON.stringify({ model: into, record: locked.id, email, level: input.level, status: 'pending' });
  await audit(tx, viewer, [
    { model: 'invitation', recordId: created.id, action: 'create', after, elevated: !locked.ordinary },
  ]);
  const { name: title } = JSON.parse(locked.record) as { name: string }; // groups and projects have one
  const mail: Mail = invitationMail(created, { title, inviterName: viewer.name, origin });
  return { created, mail };
}

/**
 * Invites a group into a project; its managers answer. `group` is the group's number. Throws `invalid`, `forbidden`,
 * `not_found`.
 */
export async function inviteGroup(
  viewer: UserViewer,
  project: Model,
  id: string | number,
  input: { readonly group: number; readonly level: Level; readonly message: string },
  on?: Executor,
): Promise<{ id: string }> {
  if (input.message.length > messageMax) throw invalid('message', 'max', `At most ${messageMax} characters.`);
  await limit('invitation-user', viewer.id);
  const work = async (tx: Executor) => {
    const locked = await lockRecord(tx, viewer, project, id);
    requireInvitationRights(project, locked, input.level);
    const found = await queryOne<{ id: string; name: string; level: number | null }>(
      sql`SELECT g.id::text, g.name, a.level FROM "group" g LEFT JOIN project_grant a ON a.record_id = ${locked.id} AND a.group_id = g.id WHERE g.live AND g.number = ${input.group}`,
      tx,
    );
    if (!found) throw invalid('group', 'unknown-holder', 'There is no such group.');
    const present = levelOf(found.level);
    if (present)
      throw invalid(
        'group',
        'present',
        `${found.name} is on the access list already, as ${present}: change the level there.`,
      );
    const invitation = await createGroupInvitation(tx, {
      recordId: locked.id,
      groupId: found.id,
      level: levelNumber(input.level),
      message: input.message.trim(),
      invitedBy: viewer.id,
    });
    const after = JSON.stringify({ model: 'project', record: locked.id, group: found.name, level: input.level });
    await audit(tx, viewer, [
      { model: 'invitation', recordId: invitation, action: 'create', after, elevated: !locked.ordinary },
    ]);
    return { id: invitation };
  };
  return on ? work(on) : transaction(work);
}

/** The open invitations into a group or project, for its managers; none for others. */
export async function sentInvitations(viewer: Viewer, model: Model, id: string | number): Promise<SentInvitation[]> {
  invitable(model);
  const rows = await sentInvitationRows(viewer, model, idIs(model, 't', id));
  return rows.map(({ level, ...row }) => ({ ...row, level: levelOf(level) ?? 'member' }));
}
