import 'server-only';
import { AppError, invalid } from '@/lib/errors';
import { group } from '@/lib/models/group';
import { audit } from '../audit';
import { createJoinRequest } from '../auth/invitations';
import { publicOrigin } from '../auth/request-origin';
import { query, queryOne, sql, transaction, type Executor } from '../db/sql';
import { sendMailLater } from '../mail';
import { limit } from '../rate-limit';
import type { UserViewer } from '../viewer';
import { lockRecord } from './lock';

const messageMax = 1000;

/**
 * Asks to join a group: its managers get a mail and answer. Throws `not_found`, `too_many_requests`, `invalid` for members
 * and for those who have asked already.
 */
export async function requestToJoin(
  viewer: UserViewer,
  id: string | number,
  message = '',
  on?: Executor,
): Promise<{ id: string; tellManagers: () => Promise<void> }> {
  if (message.length > messageMax) throw invalid('message', 'max', `At most ${messageMax} characters.`);
  await limit('invitation-user', viewer.id);
  const work = async (tx: Executor) => {
    const locked = await lockRecord(tx, viewer, group, id);
    const state = await queryOne<{ member: boolean; asked: boolean }>(
      sql`SELECT EXISTS (SELECT 1 FROM group_grant m WHERE m.record_id = ${locked.id} AND m.user_id = ${viewer.id}) AS member,
        EXISTS (SELECT 1 FROM groupmembershiprequest r WHERE r.authgroup_id = ${locked.id} AND r.user_account_request_id = ${viewer.id}) AS asked`,
      tx,
    );
    if (state?.member) throw refused('You are a member of this group already.');
    if (state?.asked) throw refused('You have asked to join this group already; its managers have not answered yet.');
    const request = await createJoinRequest(tx, { groupId: locked.id, user: viewer, message: message.trim() });
    const after = JSON.stringify({ model: 'group', record: locked.id, kind: 'request', email: viewer.email });
    await audit(tx, viewer, [{ model: 'invitation', recordId: request, action: 'create', after }]);
    const { name } = JSON.parse(locked.record) as { name: string }; // every group has one
    return { id: request, tellManagers: () => mailManagers(viewer, locked.id, name, message.trim()) };
  };
  if (on) return work(on);
  const made = await transaction(work);
  await made.tellManagers();
  return made;
}

const refused = (message: string) => new AppError('invalid', { message });

async function mailManagers(viewer: UserViewer, groupId: string, name: string, message: string): Promise<void> {
  const managers = await query<{ email: string }>(
    sql`SELECT u.email::text FROM group_grant m JOIN "user" u ON u.id = m.user_id AND u.live WHERE m.record_id = ${groupId} AND m.level >= 3 ORDER BY m.level DESC, u.number LIMIT 10`,
  );
  const text = [
    `${viewer.name} (${viewer.email}) asks to join the group “${name}” in Sulcus.`,
    ...(message ? [message] : []),
    `Answer the request:\n${publicOrigin()}/invitations`,
  ].join('\n\n');
  for (const { email } of managers)
    sendMailLater({ to: email, subject: `Request to join “${name}”`, text: `${text}\n` });
}
