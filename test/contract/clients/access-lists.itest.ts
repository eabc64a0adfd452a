import { beforeEach, describe, expect, it } from 'vitest';
import type { UserViewer } from '@/lib/server/viewer';
import { apiAs, type Answer, type Send } from '@/test/api';
import { make } from '@/test/lab';
import { grantedModels, makeCatalogue, makeColleague, marked } from '@/test/world';
import { systemViewer } from '@/lib/server/viewer';
import type { ModelName } from '@/lib/models';
import type { Row } from '../compare';
import { addressOf } from '../world';
import { modelNamed } from '@/lib/models';

/** Who may do what is changed by PATCH of `users` and `groups`, entry by entry (CONTRACT section 6). */

let owner: UserViewer;
let ana: UserViewer;
let bo: UserViewer;
let send: Send;
let asAna: Send;
beforeEach(async () => {
  [owner, ana, bo] = await Promise.all([makeColleague('Owner'), makeColleague('Ana'), makeColleague('Bo')]);
  [send, asAna] = await Promise.all([apiAs(owner), apiAs(ana)]);
});

const under = (answer: Answer, key: string): Row => {
  expect(answer.status, answer.text).toBe(200);
  return (answer.body as Record<string, Row>)[key] ?? {};
};
const flags = (level: 0 | 1 | 2 | 3) => ({ can_change: level >= 1, is_manager: level >= 2, is_owner: level >= 3 });

/** One record of each model with an access list, made over HTTP. */
async function made(name: ModelName, extra: Row = {}): Promise<{ key: string; place: string; record: Row }> {
  const catalogue = await makeCatalogue(systemViewer('test'));
  const inputs: Partial<Record<ModelName, Row>> = {
    setup: { setup_type: catalogue.setuptype },
    behavioralassay: { setup_type: catalogue.setuptype, behavioral_paradigm: catalogue.behavioralparadigm },
    license: { type: 'animal_research_authorization' },
    protocol: { protocol_type: 'procedure' },
  };
  const model = modelNamed(name);
  const answer = await send('POST', addressOf(model), { name: marked('New'), ...inputs[name], ...extra });
  expect(answer.status, answer.text).toBe(201);
  const record = (answer.body as Record<string, Row>)[model.wire.singular] ?? {};
  return { key: model.wire.singular, place: `${addressOf(model)}${String(record.id)}/`, record };
}

describe.each(grantedModels)('of a %s', (name) => {
  it('the creator is the only one on it, whatever the body of the POST says', async () => {
    const { record } = await made(name, { users: { [ana.email]: { is_owner: true } }, groups: {} });
    expect([record.users, record.groups]).toEqual([{ [owner.email]: flags(3) }, {}]);
  });

  it('entries are added and changed one by one; missing flags are false, a higher one implies the lower, remove takes off', async () => {
    const { key, place } = await made(name);
    const change = async (users: Row) => under(await send('PATCH', place, { users }), key).users;
    expect(await change({ [ana.email]: { is_manager: true } })).toEqual({
      [owner.email]: flags(3),
      [ana.email]: flags(2),
    });
    expect(await change({ [bo.email.toUpperCase()]: {} })).toEqual({
      [owner.email]: flags(3),
      [ana.email]: flags(2),
      [bo.email]: flags(0),
    });
    expect(await change({ [ana.email]: { can_change: true } })).toMatchObject({ [ana.email]: flags(1) });
    expect(await change({ [ana.email]: { is_owner: true } })).toMatchObject({ [ana.email]: flags(3) });
    expect(await change({ [ana.email]: {} })).toMatchObject({ [ana.email]: flags(0), [bo.email]: flags(0) });
    expect(await change({ [ana.email]: { remove: true } })).toEqual({ [owner.email]: flags(3), [bo.email]: flags(0) });
    expect(await change({})).toEqual({ [owner.email]: flags(3), [bo.email]: flags(0) });
  });

  it('groups are named, and get a level in the same way', async () => {
    const { key, place } = await made(name);
    const group = await make(owner, 'group', { name: marked('Group') });
    const change = async (groups: Row) => under(await send('PATCH', place, { groups }), key).groups;
    expect(await change({ [String(group.name)]: { can_change: true } })).toEqual({ [String(group.name)]: flags(1) });
    expect(await change({ [String(group.name)]: { remove: true } })).toEqual({});
  });

  it('who is not there is said at the entry, and nothing of the whole is written', async () => {
    const { place } = await made(name);
    const wrong = { users: { [ana.email]: {}, 'nobody@example.org': {} }, groups: { Nowhere: {} } };
    const answer = await send('PATCH', place, wrong);
    expect([answer.status, Object.keys(answer.body as object).toSorted()]).toEqual([
      400,
      ['groups.Nowhere', 'users.nobody@example.org'],
    ]);
    expect((await asAna('GET', place)).status).toBe(404);
  });

  it('the last owner stays; managers deal with levels up to contributor, others with none', async () => {
    const { place } = await made(name);
    expect((await send('PATCH', place, { users: { [owner.email]: { remove: true } } })).status).toBe(400);
    expect((await send('PATCH', place, { users: { [owner.email]: { is_manager: true } } })).status).toBe(400);
    expect((await asAna('PATCH', place, { users: {} })).status).toBe(404);
    await send('PATCH', place, { users: { [ana.email]: { can_change: true } } });
    expect((await asAna('PATCH', place, { users: { [bo.email]: {} } })).status).toBe(403);
    await send('PATCH', place, { users: { [ana.email]: { is_manager: true } } });
    expect((await asAna('PATCH', place, { users: { [bo.email]: { can_change: true } } })).status).toBe(200);
    expect((await asAna('PATCH', place, { users: { [bo.email]: { is_manager: true } } })).status).toBe(403);
    expect((await asAna('PATCH', place, { users: { [owner.email]: { remove: true } } })).status).toBe(403);
    expect((await asAna('PATCH', place, { is_public: true })).status, 'only owners publish').toBe(
      name === 'project' ? 403 : 403,
    );
    expect((await send('PATCH', place, { is_public: true })).status).toBe(200);
  });

  it('a PUT only adds and changes: whoever is left out stays', async () => {
    const { key, place, record } = await made(name);
    await send('PATCH', place, { users: { [ana.email]: { can_change: true } } });
    const { users } = under(await send('PUT', place, { ...record, users: { [bo.email]: {} } }), key);
    expect(users).toEqual({ [owner.email]: flags(3), [ana.email]: flags(1), [bo.email]: flags(0) });
  });

  it('groups that are named when a personal attribute is made become contributors', async () => {
    if (name === 'project') return;
    const group = await make(owner, 'group', { name: marked('Group') });
    const { record } = await made(name, { authgroups: [group.id] });
    expect([record.authgroups, record.groups]).toEqual([[group.id], { [String(group.name)]: flags(1) }]);
  });
});

describe('of a group', () => {
  it('newcomers are invited and not listed yet; members are changed and taken off at once', async () => {
    const made = await send('POST', 'private/auth/group/', { name: marked('Group'), users: { [ana.email]: {} } });
    const group = (made.body as { group: Row }).group;
    expect([made.status, group.users]).toEqual([201, { [owner.email]: { is_manager: true, is_owner: true } }]);
    const place = `private/users/group/${String(group.id)}/`;
    const change = async (users: Row) => under(await send('PATCH', place, { users }), 'group').users;
    expect(await change({ [ana.email]: {}, 'newcomer@example.org': { is_manager: true } })).toEqual(group.users);
    const invited = await send('GET', 'private/users/groupmembershipinvitation/');
    expect(invited.body).toMatchObject({ count: 2, meta: { total_results: 2 } });
    const [mine] =
      ((await asAna('GET', 'private/users/group_membership_invitation/')).body as Record<string, Row[]>)
        .group_membership_invitations ?? [];
    await asAna('GET', `private/users/group_membership_invitation/${String(mine?.id)}/accept`);
    expect(await change({ [ana.email]: { is_manager: true } })).toMatchObject({
      [ana.email]: { is_manager: true, is_owner: false },
    });
    expect(await change({ [ana.email]: { is_owner: true } })).toMatchObject({
      [ana.email]: { is_manager: true, is_owner: true },
    });
    expect(await change({ [ana.email]: { remove: true } })).toEqual(group.users);
    const wrong = await send('PATCH', place, { users: { [ana.email]: { can_change: true }, 'no address': {} } });
    expect([wrong.status, Object.keys(wrong.body as object)]).toEqual([400, [`users.${ana.email}.can_change`]]);
  });

  it('is renamed by owners only', async () => {
    const group = await make(owner, 'group', { name: marked('Group') });
    const place = `private/users/group/${String(group.id)}/`;
    expect((await asAna('PATCH', place, { name: 'Mine' })).status).toBe(403);
    const name = marked('Renamed');
    expect(under(await send('PATCH', place, { name }), 'group')).toMatchObject({ name });
  });
});
