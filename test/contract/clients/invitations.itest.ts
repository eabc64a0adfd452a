import { beforeEach, describe, expect, it } from 'vitest';
import { modelNamed } from '@/lib/models';
import { invite, inviteGroup } from '@/lib/server/operations/invite';
import type { UserViewer } from '@/lib/server/viewer';
import { apiAs, type Answer, type Send } from '@/test/api';
import { make } from '@/test/lab';
import { makeColleague, marked } from '@/test/world';
import type { Row } from '../compare';

/** Invitations and requests: read-only lists, answered by GET with a token as clients do, or by POST (CONTRACT section 9). */

type Person = { viewer: UserViewer; send: Send };
let host: Person;
let guest: Person;
let stranger: Person;
let project: Row;
let group: Row;
let guests: Row;

async function person(word: string): Promise<Person> {
  const viewer = await makeColleague(word);
  return { viewer, send: await apiAs(viewer) };
}

beforeEach(async () => {
  [host, guest, stranger] = await Promise.all([person('Host'), person('Guest'), person('Stranger')]);
  project = await make(host.viewer, 'project', { name: marked('Project') });
  group = await make(host.viewer, 'group', { name: marked('Group') });
  guests = await make(guest.viewer, 'group', { name: marked('Guests') });
});

const origin = { origin: 'http://localhost:3000' };
const has = async (path: string, text: unknown) => (await host.send('GET', path)).text.includes(String(text));
const projectPath = () => `private/stem/project/${String(project.id)}/`;
const groupPath = () => `private/users/group/${String(group.id)}/`;

/** The four models: both spellings, who asks, who answers, what they show, and whether it has taken effect. */
const models = [
  {
    names: ['stem/projectmembershipinvitation', 'stem/project_membership_invitation'],
    key: 'project_membership_invitation',
    begin: () =>
      invite(
        host.viewer,
        modelNamed('project'),
        String(project.id),
        { level: 'manager', message: '', email: guest.viewer.email },
        origin,
      ),
    decider: () => guest,
    other: () => host,
    shows: () => ({
      invitee: guest.viewer.number,
      project: project.id,
      can_change: true,
      manage_project: true,
      own_project: false,
    }),
    joined: () => has(projectPath(), guest.viewer.email),
  },
  {
    names: ['stem/projectgroupmembershipinvitation', 'stem/project_group_membership_invitation'],
    key: 'project_group_membership_invitation',
    begin: () =>
      inviteGroup(host.viewer, modelNamed('project'), String(project.id), {
        level: 'contributor',
        message: '',
        group: Number(guests.id),
      }),
    decider: () => guest,
    other: () => host,
    shows: () => ({
      invitee: guests.id,
      project: project.id,
      can_change: true,
      manage_project: false,
      own_project: false,
    }),
    joined: () => has(projectPath(), guests.name),
  },
  {
    names: ['users/groupmembershipinvitation', 'users/group_membership_invitation'],
    key: 'group_membership_invitation',
    begin: () => host.send('PATCH', groupPath(), { users: { [guest.viewer.email]: { is_manager: true } } }),
    decider: () => guest,
    other: () => host,
    shows: () => ({
      user_account_invitation: guest.viewer.number,
      authgroup: group.id,
      new_manager: true,
      new_owner: false,
    }),
    joined: () => has(groupPath(), guest.viewer.email),
  },
  {
    names: ['users/groupmembershiprequest', 'users/group_membership_request'],
    key: 'group_membership_request',
    begin: () => guest.send('GET', `${groupPath()}join`),
    decider: () => host,
    other: () => guest,
    shows: () => ({ user_account_request: guest.viewer.number, authgroup: group.id }),
    joined: () => has(groupPath(), guest.viewer.email),
  },
] as const;

const listOf = (answer: Answer, key: string) => (answer.body as Record<string, Row[]>)[`${key}s`] ?? [];

describe.each(models)('$key', ({ names, key, begin, decider, other, shows, joined }) => {
  async function begun(address: string = names[0]): Promise<string> {
    await begin();
    const mine = listOf(await decider().send('GET', `private/${address}/`), key);
    expect(mine).toEqual([expect.objectContaining(shows())]);
    return `private/${address}/${String(mine[0]?.id)}`;
  }

  it.each([
    ['GET', names[0], ''],
    ['GET', names[1], ''],
    ['GET', names[0], '/'],
    ['POST', names[1], '/'],
    ['PATCH', names[0], ''],
  ])('is accepted by %s at %s, slash “%s”', async (method, address, slash) => {
    const place = await begun(address);
    expect(await joined()).toBe(false);
    const answer = await decider().send(method, `${place}/accept${slash}`, method === 'GET' ? undefined : {});
    expect([answer.status, Object.keys(answer.body as object)]).toEqual([200, [key]]);
    expect((answer.body as Record<string, Row>)[key]).toMatchObject(shows());
    expect(await joined()).toBe(true);
    expect((await decider().send('GET', `${place}/accept`)).status, 'it is over').toBe(404);
    expect(listOf(await decider().send('GET', `private/${address}/`), key)).toEqual([]);
  });

  it('is turned down by who is asked, and taken back by who has asked', async () => {
    expect((await decider().send('GET', `${await begun()}/reject`)).status).toBe(200);
    const second = await begun();
    expect((await other().send('GET', `${second}/cancel`)).status).toBe(200);
    expect((await decider().send('GET', `${second}/accept`)).status).toBe(404);
    expect(await joined()).toBe(false);
  });

  it('is answered by the asked side only: 403 to the other, 404 to everybody else', async () => {
    const place = await begun();
    const statuses = (who: Person, actions: readonly string[]) =>
      Promise.all(actions.map(async (action) => (await who.send('GET', `${place}/${action}`)).status));
    expect(await statuses(other(), ['accept', 'reject'])).toEqual([403, 403]);
    expect(await statuses(stranger, ['accept', 'reject', 'cancel', ''])).toEqual([404, 404, 404, 404]);
    expect(listOf(await stranger.send('GET', `private/${names[0]}/`), key)).toEqual([]);
    expect(await joined()).toBe(false);
  });

  it('is written by nobody', async () => {
    const place = await begun();
    const writes = [
      ['POST', `private/${names[0]}/`],
      ['PUT', place],
      ['PATCH', place],
      ['DELETE', place],
    ] as const;
    for (const [method, path] of writes)
      expect([method, (await decider().send(method, path, {})).status]).toEqual([method, 405]);
    expect((await decider().send('GET', `public/${names[0]}/`)).status).toBe(404);
  });
});

describe.each(['users/group', 'auth/group'])('at %s', (address) => {
  it.each([
    ['GET', ''],
    ['GET', '/'],
    ['POST', '/'],
    ['PATCH', ''],
  ])('one asks to join and leaves by %s, slash “%s”', async (method, slash) => {
    const place = `private/${address}/${String(group.id)}`;
    const body = method === 'GET' ? undefined : {};
    const act = (who: Person, action: string) => who.send(method, `${place}/${action}${slash}`, body);
    expect((await act(guest, 'join')).status).toBe(200);
    expect((await act(guest, 'join')).status, 'asked already').toBe(400);
    expect((await act(guest, 'leave')).status, 'no member yet').toBe(400);
    const requests = 'private/users/groupmembershiprequest/';
    const [request] = listOf(await host.send('GET', requests), 'group_membership_request');
    expect((await host.send('GET', `${requests}${String(request?.id)}/accept`)).status).toBe(200);
    expect((await act(guest, 'join')).status, 'a member already').toBe(400);
    const left = await act(guest, 'leave');
    expect([left.status, Object.keys(left.body as object)]).toEqual([200, ['group']]);
    expect(left.text).not.toContain(guest.viewer.email);
    const last = await act(host, 'leave');
    expect([last.status, (last.body as Row).detail]).toEqual([400, expect.stringMatching(/at least one owner/)]);
    const nowhere = await guest.send(method, `private/${address}/999999/join`, body);
    expect(nowhere.status).toBe(404);
  });
});
