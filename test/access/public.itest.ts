import { beforeAll, expect, test } from 'vitest';
import { modelList } from '@/lib/models';
import { setActive } from '@/lib/server/auth/accounts';
import { systemViewer } from '@/lib/server/viewer';
import { apiAs, type Send } from '@/test/api';
import { change } from '@/test/lab';
import { makeWorld, type World } from '@/test/world';

/** The public portal: what is published, to everyone alike, and nothing about people. */

let world: World;
let anyone: Send;
let member: Send;
const bad = { authorization: 'Bearer sulcus_not-a-token' };

beforeAll(async () => {
  world = await makeWorld();
  anyone = await apiAs(null);
  member = await apiAs(world.owner);
});

const addresses = () =>
  modelList
    .filter(({ access }) => !['directory', 'parties'].includes(access.by))
    .map(
      (model) =>
        `public/${model.app}/${model.name}/?limit=1000${Object.keys(model.fields).includes('projects') ? '&include[]=projects.*' : ''}`,
    );

test('answers everyone alike, whatever token comes along', async () => {
  for (const address of addresses()) {
    const { status, text } = await anyone('GET', address);
    expect(status, address).toBe(200);
    expect((await member('GET', address)).text).toBe(text);
    expect((await anyone('GET', address, undefined, bad)).text).toBe(text);
  }
  expect((await anyone('GET', 'private/stem/project/', undefined, bad)).status).toBe(401);
  expect((await anyone('GET', 'private/stem/project/')).status).toBe(401);
});

test('names no person, no group and no one’s level', async () => {
  const { people, house } = world;
  const texts = await Promise.all(addresses().map(async (address) => (await anyone('GET', address)).text));
  const all = texts.join('\n');
  expect(all).toContain(world.open.session);
  for (const { email, name } of Object.values(people))
    for (const word of [email, name]) expect(all).not.toContain(word);
  expect(all).not.toContain(house.name);
  for (const key of ['"users" :', '"groups" :', '"authgroups" :', '"created_by" :', '"updated_by" :', '"level" :'])
    expect(all).not.toContain(key);
});

test('can’t be asked about people, groups or levels through filters, sorts and includes', async () => {
  const { house, rival, open } = world;
  for (const query of [
    `personal_attributes/setup/?filter{authgroups}=${house.id}`,
    `personal_attributes/setup/?filter{groups.name}=${house.id}`,
    'stem/project/?filter{users}=1',
    `stem/project/?filter{users.email}=${rival.number}`,
    'stem/project/?filter{created_by}=1',
    'stem/project/?sort[]=users',
    'stem/project/?include[]=users',
    `stem/session/?filter{projects.users.email}=${rival.number}`,
    `modules/behavior/?filter{setup.authgroups}=${house.id}`,
  ])
    expect((await anyone('GET', `public/${query}`)).status, query).toBe(400);
  // Of a relation that is not published, one can ask; nothing has it.
  for (const query of [
    `filter{experimenter_user}=${rival.number}`,
    'filter{experimenter_user.email.icontains}=@',
    'filter{experimenter_user.isnull}=false',
  ]) {
    const { status, body } = await anyone('GET', `public/stem/session/?${query}`);
    expect([status, (body as { count: number }).count], query).toEqual([200, 0]);
  }
  const behavior = await anyone(
    'GET',
    `public/modules/behavior/${open.behavior}/?include[]=behavioralassay&include[]=setup`,
  );
  expect(behavior.text).toContain(open.setup);
  expect(behavior.text).not.toContain(open.behavioralassay);
  for (const app of ['user', 'group', 'laboratory'])
    expect((await anyone('GET', `public/users/${app}/`)).status).toBe(404);
});

test('is read only, also for owners, and says so without looking', async () => {
  const { rival, open, home } = world;
  const owner = await apiAs(rival);
  for (const id of [open.session, home.session])
    for (const method of ['PATCH', 'PUT', 'DELETE', 'POST'])
      expect((await owner(method, `public/stem/session/${id}/`, {})).status).toBe(405);
  expect((await owner('POST', `public/stem/session/${open.session}/restore/`)).status).toBe(405);
  expect((await owner('POST', 'public/stem/session/import', 'x', { 'content-type': 'application/toml' })).status).toBe(
    405,
  );
  expect((await owner('POST', 'public/stem/session/', {})).headers.get('allow')).toBe('GET, HEAD, OPTIONS');
});

test('answers HEAD and OPTIONS without saying more than GET', async () => {
  const { open, home } = world;
  for (const [id, status] of [
    [open.session, 200],
    [home.session, 404],
  ] as const) {
    const head = await anyone('HEAD', `public/stem/session/${id}/`);
    expect([head.status, head.text]).toEqual([status, '']);
    const options = await anyone('OPTIONS', `private/stem/session/${id}/`);
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS']);
  }
  expect((await anyone('HEAD', `private/stem/session/${home.session}/`)).status).toBe(401);
});

test('ends at once when the owner withdraws, and is the owner’s alone to begin', async () => {
  const { rival, open, people } = world;
  const address = `public/stem/session/${open.session}/`;
  const group = await apiAs(people['group:contributor'] ?? rival);
  expect((await group('PATCH', `private/stem/project/${world.home.project}/`, { is_public: true })).status).toBe(403);
  await change(rival, 'project', open.project, { is_public: false });
  expect((await anyone('GET', address)).status).toBe(404);
  expect((await anyone('GET', `public/stem/session/${open.session}/session.toml`)).status).toBe(404);
  await change(rival, 'project', open.project, { is_public: true });
  expect((await anyone('GET', address)).status).toBe(200);
});

test('a closed account’s token opens nothing, and the super portal is for superusers', async () => {
  const { people } = world;
  const left = people.left ?? world.rival;
  const token = await apiAs(left);
  expect((await token('GET', 'private/users/user/')).status).toBe(200);
  expect((await token('GET', 'super/stem/project/')).status).toBe(404);
  await setActive(left.id, false, systemViewer('test'));
  for (const portal of ['private', 'super']) expect((await token('GET', `${portal}/users/user/`)).status).toBe(401);
  expect((await token('GET', 'public/stem/project/')).status).toBe(200);
  await setActive(left.id, true, systemViewer('test'));
  expect((await token('GET', 'private/users/user/')).status).toBe(200);
});

test('shows who recorded by name, not by address, wherever one looks', async () => {
  const { rival, open } = world;
  const path = `stem/session/${open.session}/`;
  const sessions = 'public/stem/session/';
  const found = async (query: string) =>
    ((await anyone('GET', `${sessions}?${query}`)).body as { count: number }).count;
  await change(rival, 'session', open.session, { experimenter: rival.email });
  expect((await (await apiAs(rival))('GET', `private/${path}`)).text).toContain(rival.email);
  for (const address of [path, `${path}session.toml`]) {
    const { text } = await anyone('GET', `public/${address}`);
    expect(text).not.toContain(rival.email);
    expect(text, address).not.toContain('@');
  }
  expect((await anyone('GET', `public/${path}`)).text).toContain(rival.name);
  for (const query of [
    `filter{experimenter}=${rival.email}`,
    'filter{experimenter.icontains}=@',
    'search=example.org',
    `search=${rival.email}`,
  ])
    expect(await found(query), query).toBe(0);
  expect(await found(`filter{experimenter}=${rival.name}`)).toBe(1);
  expect((await anyone('GET', `${sessions}?sort[]=experimenter`)).status).toBe(200);
});
