import { beforeAll, describe, expect, test } from 'vitest';
import { modelNamed, type ModelName } from '@/lib/models';
import { candidates } from '@/lib/server/rules/candidates';
import type { UserViewer } from '@/lib/server/viewer';
import { apiAs, type Send } from '@/test/api';
import { change, make } from '@/test/lab';
import { makeWorld, share, type World } from '@/test/world';
import { changeOf } from './inputs';

/** What refusals and selectors say: the same about what is hidden as about what does not exist. */

const nobodys = '01890000-0000-7000-8000-00000000abcd';
let world: World;
let stranger: UserViewer;
let shared: UserViewer;
let asStranger: Send;
let asShared: Send;

beforeAll(async () => {
  world = await makeWorld();
  if (!world.people.stranger || !world.people.shared) throw new Error('The world has both.');
  ({ stranger, shared } = world.people as { stranger: UserViewer; shared: UserViewer }); // checked above
  [asStranger, asShared] = [await apiAs(stranger), await apiAs(shared)];
});

/** An answer without what it repeats of the request and without its own id. */
async function told(send: Send, method: string, path: string, body: unknown, id: string): Promise<string> {
  const { status, text, headers } = await send(method, path, body);
  return `${status} ${headers.get('allow')} ${text.replaceAll(id, 'ID').replace(/"request_id":"[^"]+"/, '')}`;
}

describe('what is hidden is told like what does not exist', () => {
  test('under every address, with every method', async () => {
    const { pending, rejected, home } = world;
    const hidden: [string, string][] = [
      ...Object.entries(home),
      ...Object.entries(pending),
      ...Object.entries(rejected),
    ];
    for (const [name, id] of hidden) {
      const model = modelNamed(name);
      const tries: [string, string, unknown?][] = [
        ['GET', ''],
        ['HEAD', ''],
        ['OPTIONS', ''],
        ['PATCH', '', changeOf(name as ModelName)], // a key of the world's records
        ['PATCH', '', { nonsense: 1 }],
        ['PUT', '', {}],
        ['DELETE', ''],
        ['POST', 'restore/'],
        ['GET', 'sessions/'],
        ['GET', 'session.toml'],
        ['GET', '?include[]=projects'],
      ];
      for (const [method, rest, body] of tries) {
        const address = (one: string) => `private/${model.app}/${model.name}/${one}/${rest}`;
        const [about, nothing] = [
          await told(asStranger, method, address(id), body, id),
          await told(asStranger, method, address(nobodys), body, nobodys),
        ];
        expect(about, `${method} ${address(id)}`).toBe(nothing);
      }
    }
  });

  test('in links, at the field, word for word', async () => {
    const { home, catalogue, pending } = world;
    const mine = String((await make(stranger, 'project', { name: 'Mine' })).id);
    const own = String((await make(stranger, 'session', { name: 'Own', projects: [mine] })).id);
    const probes: [string, ModelName, string, (id: string) => unknown][] = [
      ['stem', 'session', home.project, (id) => ({ name: 'A', projects: [id] })],
      ['stem', 'session', home.project, (id) => ({ name: 'A', projects: [mine, id] })],
      ['stem', 'session', home.datastorage, (id) => ({ name: 'A', projects: [mine], datastorage: [id] })],
      ['stem', 'subject', pending.strain, (id) => ({ name: 'A', sex: 'F', projects: [mine], strain: id })],
      [
        'modules',
        'procedure',
        home.subject,
        (id) => ({ subject: id, type: 'Headpost', coordinates_system: 'Stereotaxic_BregmaAbsolute' }),
      ],
      ['stem', 'epoch', home.session, (id) => ({ session: id, name: 'A' })],
      ['stem', 'epoch', home.dataacquisition, (id) => ({ session: own, name: 'A', dataacquisition: id })],
      ['modules', 'behavior', home.setup, (id) => ({ session: own, subjects: [], setup: id, behavioralassay: id })],
      ['personal_attributes', 'setup', pending.setuptype, (id) => ({ name: 'A', setup_type: id })],
      ['taxonomies', 'strain', pending.species, (id) => ({ name: 'A', species: id })],
    ];
    expect(catalogue.strain).not.toBe(pending.strain);
    for (const [app, model, id, input] of probes) {
      const path = `private/${app}/${model}/`;
      const about = await told(asStranger, 'POST', path, input(id), id);
      expect(about, `${model} ${JSON.stringify(input(id))}`).toBe(
        await told(asStranger, 'POST', path, input(nobodys), nobodys),
      );
      expect(about).toMatch(/^400/);
    }
    const session = `private/stem/session/${own}/`;
    expect(await told(asStranger, 'PATCH', session, { projects: [mine, home.project] }, home.project)).toBe(
      await told(asStranger, 'PATCH', session, { projects: [mine, nobodys] }, nobodys),
    );
  });

  test('in filters, counts and imports', async () => {
    const { home } = world;
    for (const [path, id] of [
      ['private/stem/subject/?filter{projects}=ID', home.project],
      ['private/stem/subject/?filter{sessions.session.id}=ID', home.session],
      ['private/stem/session/?filter{id.in}=ID', home.session],
      ['private/users/user/?filter{active_projects}=ID', home.project],
    ] as const)
      expect(await told(asStranger, 'GET', path.replace('ID', id), undefined, id)).toBe(
        await told(asStranger, 'GET', path.replace('ID', nobodys), undefined, nobodys),
      );
    const importInto = (project: string) =>
      asStranger('POST', `private/stem/session/import?project=${project}`, 'x = 1', {
        'content-type': 'application/toml',
      });
    const [about, nothing] = [await importInto(home.project), await importInto(nobodys)];
    expect([about.status, (about.body as { detail: string }).detail]).toEqual([
      nothing.status,
      (nothing.body as { detail: string }).detail,
    ]);
  });

  test('in names: one may use a name that others use where one does not see it', async () => {
    const { home, owner } = world;
    const nameOf = async (model: ModelName, id: string) =>
      String(
        (await (await apiAs(owner))('GET', `private/${modelNamed(model).app}/${model}/${id}/`)).text.match(
          /"name" : "([^"]+)"/,
        )?.[1],
      );
    const project = await make(stranger, 'project', { name: await nameOf('project', home.project) });
    await expect(
      make(stranger, 'session', { name: await nameOf('session', home.session), projects: [project.id] }),
    ).resolves.toBeDefined();
    await expect(
      make(stranger, 'datastorage', { name: await nameOf('datastorage', home.datastorage) }),
    ).resolves.toBeDefined();
  });
});

describe('those who see a part', () => {
  test('keep what they do not see, and are told no name of it', async () => {
    const { common, other, home, superuser } = { ...world, superuser: world.people.superuser };
    if (!superuser) throw new Error('The world has one.');
    const session = `private/stem/session/${common.session}/`;
    await share(world.owner, { datastorage: home.datastorage }, 'users', shared.email, 'contributor');
    const emptied = await asShared('PATCH', session, { datastorage: [home.datastorage], projects: [home.project] });
    expect(emptied.status, emptied.text).toBe(200);
    expect(emptied.text).not.toContain(other.project);
    const renamed = await asShared('PATCH', `private/modules/behavior/${common.behavior}/`, {
      subjects: [common.subject],
    });
    expect([renamed.status, renamed.text.includes(other.subject)]).toEqual([200, false]);
    const whole = (await (await apiAs(superuser))('GET', `super/stem/session/${common.session}/`)).text;
    for (const kept of [other.project, other.datastorage, common.datastorage, home.datastorage])
      expect(whole).toContain(kept);
    expect((await (await apiAs(superuser))('GET', `super/modules/behavior/${common.behavior}/`)).text).toContain(
      other.subject,
    );
  });

  test('learn no name from a rule that a hidden record breaks', async () => {
    const { common, other, rival } = world;
    // The storage of the other laboratory stops sharing a group with the projects of the session.
    const detail = await (await apiAs(rival))('GET', `private/personal_attributes/datastorage/${other.datastorage}/`);
    const name = /"name" : "([^"]+)"/.exec(detail.text)?.[1] ?? '';
    const group =
      Object.keys((detail.body as { datastorage: { groups: Record<string, unknown> } }).datastorage.groups)[0] ?? '';
    await change(rival, 'datastorage', other.datastorage, { groups: { [group]: { remove: true } } });
    const answer = await asShared('PATCH', `private/stem/session/${common.session}/`, { datastorage: [] });
    expect(name).not.toBe('');
    expect(answer.text).toContain('one that you may not see');
    expect(answer.text).not.toContain(name);
  });
});

describe('access lists', () => {
  test('are changed by managers up to contributor, by owners beyond, and tell others nothing about addresses', async () => {
    const { home, people } = world;
    const path = `private/stem/project/${home.project}/`;
    const someone = String(people.stranger?.email);
    const as = async (role: string, body: unknown) =>
      (await (await apiAs(people[role] ?? stranger))('PATCH', path, body)).status;
    expect(await as('user:member', { users: { [someone]: {} } })).toBe(403);
    expect(await as('user:contributor', { users: { 'nobody@example.org': {} } })).toBe(403);
    expect(await as('user:contributor', { users: { [someone]: {} } })).toBe(403);
    expect(await as('user:manager', { users: { 'nobody@example.org': {} } })).toBe(400);
    expect(await as('user:manager', { users: { [someone]: { is_manager: true } } })).toBe(403);
    expect(await as('group:manager', { users: { [String(people['group:manager']?.email)]: { is_owner: true } } })).toBe(
      403,
    );
    expect(await as('user:manager', { users: { [String(people['user:owner']?.email)]: { remove: true } } })).toBe(403);
    expect(await as('user:manager', { users: { [someone]: { can_change: true } }, description: 'Mine now' })).toBe(403);
    expect(await as('user:manager', { users: { [someone]: { can_change: true } }, is_public: true })).toBe(403);
    expect(await as('stranger', { users: { [someone]: { is_owner: true } } })).toBe(404);
    expect(await as('user:manager', { users: { [someone]: { can_change: true } } })).toBe(200);
    expect(await as('user:manager', { users: { [someone]: { remove: true } } })).toBe(200);
    expect(await as('group:owner', { users: { [someone]: { is_manager: true } } })).toBe(200);
    expect(await as('group:owner', { users: { [someone]: { remove: true } } })).toBe(200);
  });
});

describe('selectors', () => {
  test('narrowed by a hidden record offer what they offer by none', async () => {
    const { home } = world;
    const offered = (model: ModelName, field: string, draft: Record<string, unknown>) =>
      candidates(shared, modelNamed(model), field, draft, '', 1000);
    const { other } = world;
    for (const [model, field, draft] of [
      ['behavior', 'subjects', { session: other.session }],
      ['behavior', 'setup', { session: other.session, behavioralassay: other.behavioralassay }],
      ['session', 'datastorage', { projects: [other.project], id: other.session }],
      ['dataacquisition', 'procedures', { session: other.session }],
      ['epoch', 'behavior', { session: other.session }],
    ] as const) {
      const blank = Object.fromEntries(Object.keys(draft).map((name) => [name, name === 'id' ? other.session : null]));
      expect(await offered(model, field, draft), `${model}.${field}`).toEqual(await offered(model, field, blank));
    }
    const narrowed = await offered('behavior', 'subjects', { session: home.session });
    expect(narrowed.map(({ id }) => id)).toContain(home.subject);
  });
});
