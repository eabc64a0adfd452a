import { beforeAll, expect, it } from 'vitest';
import { queryOne, sql } from '@/lib/server/db/sql';
import { writeSessionToken } from '@/lib/server/auth/session-token';
import { modelList } from '@/lib/models';
import type { UserViewer } from '@/lib/server/viewer';
import { apiAs } from '@/test/api';
import { make } from '@/test/lab';
import { makeColleague, marked } from '@/test/world';

/** An action by GET is there for clients that know nothing else (CONTRACT section 9); asking for its head must not do it. */

let owner: UserViewer;
let guest: UserViewer;
beforeAll(async () => {
  [owner, guest] = await Promise.all([makeColleague('Owner'), makeColleague('Guest')]);
});

const byGet = modelList.flatMap((model) =>
  Object.entries(model.actions ?? {}).flatMap(([action, { methods }]) =>
    methods.includes('GET') ? [{ model: `${model.app}/${model.name}`, action }] : [],
  ),
);

it('some models have actions by GET', () => expect(byGet.length).toBeGreaterThan(0));

it.each(byGet)('$model $action is not offered to HEAD', async ({ model, action }) => {
  const send = await apiAs(guest);
  const place = `private/${model}/01900000-0000-7000-8000-000000000000/${action}`;
  const head = await send('HEAD', place);
  expect([head.status, head.headers.get('allow')]).toEqual([405, expect.not.stringContaining('HEAD')]);
  expect((await send('OPTIONS', place)).headers.get('allow')).not.toContain('HEAD');
});

it('neither a token nor a cookie accepts an invitation by HEAD', async () => {
  const group = await make(owner, 'group', { name: marked('Group') });
  const place = `private/users/group/${String(group.id)}/`;
  const [asOwner, asGuest, nobody] = await Promise.all([apiAs(owner), apiAs(guest), apiAs(null)]);
  await asOwner('PATCH', place, { users: { [guest.email]: {} } });
  const list = await asGuest('GET', 'private/users/groupmembershipinvitation/');
  const [invitation] = (list.body as { group_membership_invitations: { id: string }[] }).group_membership_invitations;
  const row = await queryOne<{ session_epoch: number }>(
    sql`SELECT session_epoch FROM account WHERE user_id = ${guest.id}`,
  );
  const token = await writeSessionToken({ userId: guest.id, epoch: row?.session_epoch ?? 0 });
  const cookie = {
    cookie: `next-auth.session-token=${token}`,
    host: 'localhost:3000',
    origin: 'http://localhost:3000',
  };
  const accept = `private/users/groupmembershipinvitation/${invitation?.id}/accept`;
  expect((await nobody('HEAD', accept, undefined, cookie)).status).toBe(405);
  expect((await nobody('GET', accept, undefined, cookie)).status).toBe(403);
  expect((await asGuest('HEAD', accept)).status).toBe(405);
  expect((await asOwner('GET', place)).text, 'nobody has joined').not.toContain(guest.email);
  expect((await asGuest('GET', accept)).status).toBe(200);
  expect((await asOwner('GET', place)).text).toContain(guest.email);
});
