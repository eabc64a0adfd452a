import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '@/test/api';
import { change, make } from '@/test/lab';
import { marked } from '@/test/world';
import type { Row } from '../compare';
import { makeContractWorld, type ContractWorld } from '../world';

/** The rules of writing that the contract names one by one (sections 6 and 7). */

let world: ContractWorld;
let home: ContractWorld['labs'][number];
beforeAll(async () => {
  world = await makeContractWorld();
  const [first] = world.labs;
  if (!first) throw new Error('The world has laboratories.');
  home = first;
});

const under = (answer: Answer, key: string): Row => {
  expect(answer.status, answer.text).toBeLessThan(300);
  return (answer.body as Record<string, Row>)[key] ?? {};
};
const naming = (answer: Answer) => [answer.status, Object.keys(answer.body as object)];

describe('addresses', () => {
  it.each([
    ['user', 'users/user', 'website', () => world.owner.number, () => world.send],
    ['supplier', 'resources/supplier', 'website', () => world.catalogues[0]?.supplier, () => world.sendAsAdmin],
    ['journal', 'dissemination/journal', 'website', () => world.catalogues[0]?.journal, () => world.sendAsAdmin],
    [
      'behavioral_paradigm',
      'taxonomies/behavioralparadigm',
      'reference_url',
      () => world.catalogues[0]?.behavioralparadigm,
      () => world.sendAsAdmin,
    ],
  ] as const)('of a %s get a scheme where they have none', async (key, address, field, id, send) => {
    const answer = await send()('PATCH', `private/${address}/${String(id())}/`, { [field]: 'lab.example.org/a?b=c' });
    expect(under(answer, key)[field]).toBe('http://lab.example.org/a?b=c');
  });

  it('of download links must have one', async () => {
    const place = `private/stem/session/${home.tree.session}/`;
    const link = (url: string) => world.send('PATCH', place, { download_links: [{ repository: 'DANDI', url }] });
    expect(naming(await link('dandiarchive.org/1'))).toEqual([400, ['download_links[0].url']]);
    for (const url of ['http://a.org/1', 'https://a.org/1', 'ftp://a.org/1'])
      expect(under(await link(url), 'session').download_links).toEqual([{ repository: 'DANDI', url }]);
    expect(
      naming(await world.send('PATCH', place, { download_links: [{ repository: 'Nowhere', url: 'https://a.org' }] })),
    ).toEqual([400, ['download_links[0].repository']]);
  });
});

it('extra fields are flat, with keys that begin with a letter and texts or numbers', async () => {
  const place = `private/stem/subject/${home.tree.subject}/`;
  const sound = { earTag: 'L2', weight_0: 24.5 };
  expect(under(await world.send('PATCH', place, { extra_fields: sound }), 'subject').extra_fields).toEqual(sound);
  for (const [wrong, key] of [
    [{ '1a': 1 }, '1a'],
    [{ 'a b': 1 }, 'a b'],
    [{ a: { b: 1 } }, 'a'],
    [{ a: [1] }, 'a'],
    [{ a: true }, 'a'],
    [{ a: null }, 'a'],
  ] as const)
    expect(naming(await world.send('PATCH', place, { extra_fields: wrong }))).toEqual([400, [`extra_fields.${key}`]]);
});

describe('typed modules', () => {
  const post = (input: Row) =>
    world.send('POST', 'private/modules/dataacquisition/', { session: home.tree.session, ...input });

  it('take a type with its details, quantities as objects or bare, and keep the version of the schema', async () => {
    const one = under(
      await post({ type: 'ExtracellularEphys', details: { sr: { value: 30, unit: 'kHz' } } }),
      'data_acquisition',
    );
    const bare = under(
      await post({ type: 'ExtracellularEphys', type_schema_version: '0.0.0', details: { sr: 30_000 } }),
      'data_acquisition',
    );
    expect(one).toMatchObject({
      details: { sr: { value: 30, unit: 'kHz' } },
      type_schema_version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });
    expect(bare).toMatchObject({
      details: { sr: { value: 30_000, unit: 'Hz' } },
      type_schema_version: one.type_schema_version,
    });
  });

  it('refuse an unknown type, an unknown key, a wrong unit and a missing key, each at its place', async () => {
    expect(naming(await post({ type: 'ExtracelularEphys' }))).toEqual([400, ['type']]);
    expect(naming(await post({ type: 'ExtracellularEphys', details: { srr: 1 } }))).toEqual([400, ['details.srr']]);
    expect(naming(await post({ type: 'ExtracellularEphys', details: { sr: { value: 1, unit: 'kg' } } }))).toEqual([
      400,
      ['details.sr'],
    ]);
    const procedure = {
      subject: home.tree.subject,
      type: 'Anesthesia',
      coordinates_system: 'Stereotaxic_BregmaAbsolute',
      details: {},
    };
    expect(naming(await world.send('POST', 'private/modules/procedure/', procedure))).toEqual([
      400,
      expect.arrayContaining(['details.anestheticAgent', 'details.route']),
    ]);
  });
});

it.each(['dataacquisition', 'manipulation', 'behavior'] as const)(
  'a %s that an epoch of its session uses stays: 400 that says so',
  async (name) => {
    const place = `private/modules/${name}/${home.tree[name]}/`;
    const refused = await world.send('DELETE', place);
    expect([refused.status, (refused.body as Row).code]).toEqual([400, 'in_use']);
    expect((refused.body as Row).detail).toMatch(/still used by 1 epoch/);
    await change(world.owner, 'epoch', home.tree.epoch, { [name]: null });
    expect((await world.send('DELETE', place)).status).toBe(204);
    expect((await world.send('POST', `${place}restore/`)).status).toBe(200);
    await change(world.owner, 'epoch', home.tree.epoch, { [name]: home.tree[name] });
  },
);

it('a data acquisition is in one epoch at most', async () => {
  const again = await world.send('POST', 'private/stem/epoch/', {
    session: home.tree.session,
    name: marked('Again'),
    dataacquisition: home.tree.dataacquisition,
  });
  expect(naming(again)).toEqual([400, ['dataacquisition']]);
});

describe('the storages of a session', () => {
  it('are attached, put in order and detached, one by one', async () => {
    const session = String(
      (await make(world.owner, 'session', { name: marked('Stored'), projects: [home.project] })).id,
    );
    const storages = await Promise.all(
      ['A', 'B', 'C'].map((word) => make(world.owner, 'datastorage', { name: marked(word), authgroups: [home.group] })),
    );
    const [a, b, c] = storages.map(({ id }) => String(id));
    const now = async () => under(await world.send('GET', `private/stem/session/${session}/`), 'session').datastorage;
    const address = 'private/stem/sessiondatastorage/';
    const attach = async (input: Row) =>
      under(await world.send('POST', address, { session, ...input }), 'session_data_storage');
    const first = await attach({ datastorage: a });
    await attach({ datastorage: b });
    const last = await attach({ datastorage: c, order: 0 });
    expect([await now(), first.order, last.order]).toEqual([[c, a, b], 0, 0]);
    expect(naming(await world.send('POST', address, { session, datastorage: a }))).toEqual([400, ['datastorage']]);
    expect(
      under(await world.send('PATCH', `${address}${String(last.id)}/`, { order: 2 }), 'session_data_storage').order,
    ).toBe(2);
    expect(await now()).toEqual([a, b, c]);
    const list = await world.send('GET', `${address}?filter{session}=${session}&sort[]=order`);
    expect(
      (list.body as Record<string, Row[]>).session_data_storages?.map((row) => [row.datastorage, row.order]),
    ).toEqual([
      [a, 0],
      [b, 1],
      [c, 2],
    ]);
    expect((await world.send('DELETE', `${address}${String(first.id)}/`)).status).toBe(204);
    expect(await now()).toEqual([b, c]);
    expect((await world.sendAsGuest('DELETE', `${address}${String(last.id)}/`)).status).toBe(404);
  });

  it('share a group with one of its projects, and may be used by who attaches them', async () => {
    const alone = String((await make(world.owner, 'datastorage', { name: marked('Alone') })).id);
    const answer = await world.send('PATCH', `private/stem/session/${home.tree.session}/`, { datastorage: [alone] });
    expect(naming(answer)).toEqual([400, ['datastorage']]);
  });
});

describe('cross-links', () => {
  it('stay within a project, and say where they do not', async () => {
    const [, other] = world.labs;
    const { tree } = home;
    const wrong: readonly (readonly [string, Row, string])[] = [
      [`stem/collection/${tree.collection}`, { sessions: [other?.tree.session] }, 'sessions'],
      [`stem/cohort/${tree.cohort}`, { subjects: [other?.tree.subject] }, 'subjects'],
      [`stem/breeding/${tree.breeding}`, { mother: other?.tree.subject }, 'mother'],
      [`stem/breeding/${tree.breeding}`, { father: tree.subject }, 'father'],
      [`modules/behavior/${tree.behavior}`, { setup: other?.tree.setup }, 'setup'],
      [`modules/behavior/${tree.behavior}`, { subjects: [other?.tree.subject] }, 'subjects'],
      [`modules/manipulation/${tree.manipulation}`, { procedures: [other?.tree.procedure] }, 'procedures'],
    ];
    for (const [path, input, field] of wrong)
      expect([path, ...naming(await world.send('PATCH', `private/${path}/`, input))]).toEqual([path, 400, [field]]);
  });
});

it('a project is created empty by anyone, and a POST without a body but {} says what it needs', async () => {
  expect(naming(await world.sendAsGuest('POST', 'private/stem/project/', {}))).toEqual([400, ['name']]);
  const project = under(await world.sendAsGuest('POST', 'private/stem/project/', { name: marked('Mine') }), 'project');
  expect(project).toMatchObject({
    sessions: [],
    subjects: [],
    publications: [],
    is_public: false,
    extra_fields: {},
    tags: [],
  });
});
