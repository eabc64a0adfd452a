import { beforeAll, expect, it } from 'vitest';
import { apiAs, type Answer, type Send } from '@/test/api';
import { makeWorld, type World } from '@/test/world';

type Json = Record<string, unknown>;
let world: World;
let send: Send;

beforeAll(async () => {
  world = await makeWorld();
  send = await apiAs(world.people.superuser ?? world.owner);
});

const listOf = ({ body }: Answer, key: string): Json[] => (body as Record<string, Json[]>)[key] ?? []; // parsed JSON
it.each([
  ['users/group', 'auth/group'],
  ['stem/projectmembershipinvitation', 'stem/project_membership_invitation'],
  ['stem/projectgroupmembershipinvitation', 'stem/project_group_membership_invitation'],
  ['users/groupmembershipinvitation', 'users/group_membership_invitation'],
  ['users/groupmembershiprequest', 'users/group_membership_request'],
])('%s is served as %s too', async (one, other) => {
  const [first, second] = [await send('GET', `private/${one}/`), await send('GET', `private/${other}/`)];
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(listOf(second, Object.keys(first.body as Json)[0] ?? '')).toEqual(
    listOf(first, Object.keys(first.body as Json)[0] ?? ''),
  );
});

it('options are taken without a slash, by GET and PATCH, as Python sends them', async () => {
  const log = `private/modules/subjectlog/${world.home.subjectlog}`;
  const entry = { date_time: '2026-11-01T08:00:00Z', details: { weight: 21 } };
  for (const [option, body] of [
    ['add_entry', entry],
    ['change_entry', { date_time: entry.date_time, notes: 'ok' }],
    ['remove_entry', { date_time: entry.date_time }],
  ] as const) {
    const answer = await send('PATCH', `${log}/${option}`, body);
    expect([answer.status, Object.keys(answer.body as Json)], answer.text).toEqual([200, ['subject_log']]);
  }
  const invitations = await send('GET', 'private/users/groupmembershipinvitation/');
  const [key = ''] = Object.keys(invitations.body as Json);
  const guest = await apiAs(world.people.stranger ?? world.owner);
  const [mine] = listOf(await guest('GET', 'private/users/groupmembershipinvitation/'), key);
  const rejected = await guest('GET', `private/users/groupmembershipinvitation/${String(mine?.id)}/reject`);
  expect(rejected.status, rejected.text).toBe(200);
});

it('the public portal ignores a token, also one that is no more', async () => {
  const nobody = await apiAs(null);
  const plain = await nobody('GET', 'public/stem/project/');
  const stale = await nobody('GET', 'public/stem/project/', undefined, { authorization: 'Bearer long-gone' });
  expect([stale.status, stale.body]).toEqual([200, plain.body]);
  expect(listOf(plain, 'projects').length).toBeGreaterThan(0);
});
