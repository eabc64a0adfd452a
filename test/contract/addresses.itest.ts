import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer, Send } from '@/test/api';
import { apiAs } from '@/test/api';
import { change } from '@/test/lab';
import { modelFacts, otherAddresses, proposedCatalogues, type ModelFacts } from './facts';
import { makeContractWorld, type ContractWorld } from './world';

/** Where models are served, by which methods, and in which envelope (CONTRACT sections 1, 4 and 5). */

let world: ContractWorld;
let nobody: Send;
beforeAll(async () => {
  world = await makeContractWorld();
  nobody = await apiAs(null);
});

type Body = Record<string, unknown> & { count: number; next: string | null; previous: string | null };
const bodyOf = (answer: Answer) => answer.body as Body; // an envelope of the API
const rowsOf = (answer: Answer, { plural }: ModelFacts) => bodyOf(answer)[plural] as Record<string, unknown>[];

/** The approval models, as the contract derives them. */
const approvals: ModelFacts[] = proposedCatalogues.flatMap((name) =>
  modelFacts
    .filter((facts) => facts.name === name)
    .map((facts) => ({
      ...facts,
      name: `${name}approval`,
      singular: `${facts.singular}_approval`,
      plural: `${facts.singular}_approvals`,
      isPublic: false,
      isReadOnly: true,
      actions: ['accept', 'reject'],
      links: [],
    })),
);
const everything = [...modelFacts, ...approvals];
const spellings = ({ app, name }: ModelFacts) => [
  `${app}/${name}`,
  ...(otherAddresses[name] ? [otherAddresses[name]] : []),
];
/** Lists of these carry `meta` on the private portal too. */
const hasMeta = ({ name }: ModelFacts) => name.endsWith('approval') || name.startsWith('groupmembership');
/**
 * Our decision 002: people, groups and laboratories carry addresses, so that the public portal has none of them. Of the
 * storages of sessions, whose portals are not documented, it has those that are public on both sides.
 */
const isOffPublic = ({ isPublic, app, name }: ModelFacts) =>
  app === 'users' || (!isPublic && name !== 'sessiondatastorage');
const missing = '01900000-0000-7000-8000-000000000000';

describe.each(everything)('$app/$name', (facts) => {
  it.each(spellings(facts))('is served at %s, with and without the slash, never by redirect', async (address) => {
    const [bare, slashed] = [
      await world.send('GET', `private/${address}`),
      await world.send('GET', `private/${address}/`),
    ];
    expect([bare.status, slashed.status]).toEqual([200, 200]);
    expect(bare.body).toEqual(slashed.body);
    const [first] = rowsOf(bare, facts);
    for (const path of [`private/${address}/${String(first?.id)}`, `private/${address}/${String(first?.id)}/`]) {
      const one = await world.send('GET', path);
      expect([one.status, Object.keys(bodyOf(one))]).toEqual([200, [facts.singular]]);
      expect(bodyOf(one)[facts.singular]).toEqual(first);
    }
  });

  it('lists in an envelope whose first key is the list', async () => {
    const answer = await world.send('GET', `private/${facts.app}/${facts.name}/?limit=1`);
    expect(Object.keys(bodyOf(answer))).toEqual([
      facts.plural,
      'count',
      'next',
      'previous',
      ...(hasMeta(facts) ? ['meta'] : []),
    ]);
    expect(bodyOf(answer).count).toBeGreaterThan(1);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('vary')).toMatch(/\bAccept\b/);
    if (hasMeta(facts))
      expect(bodyOf(answer).meta).toEqual({
        page: 1,
        per_page: 1,
        total_results: bodyOf(answer).count,
        total_pages: bodyOf(answer).count,
      });
  });

  it('goes on by next, which repeats all that was asked, and back by previous', async () => {
    const asked = 'limit=1&sort[]=-created_at&filter{created_at.gte}=2000-01-01T00:00:00Z';
    let answer = await world.send('GET', `private/${facts.app}/${facts.name}/?${asked}`);
    const { count } = bodyOf(answer);
    const ids = rowsOf(answer, facts).map(({ id }) => id);
    while (bodyOf(answer).next) {
      const next = new URL(String(bodyOf(answer).next));
      expect(next.origin).toBe('http://localhost:3000');
      for (const [name, value] of new URLSearchParams(asked)) expect(next.searchParams.get(name)).toBe(value);
      answer = await world.send('GET', next.href);
      ids.push(...rowsOf(answer, facts).map(({ id }) => id));
      expect(bodyOf(answer).previous).toMatch(/^http:\/\/localhost:3000\/api\/private\//);
    }
    expect([ids.length, new Set(ids).size]).toEqual([count, count]);
  });

  it('has the ids that the contract says', async () => {
    for (const { id } of rowsOf(await world.send('GET', `private/${facts.app}/${facts.name}/`), facts)) {
      if (facts.hasIntegerId) expect(Number.isInteger(id)).toBe(true);
      else expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    }
  });

  it('answers HEAD and OPTIONS, and says which methods it takes', async () => {
    const address = `private/${facts.app}/${facts.name}/`;
    const first = rowsOf(await world.send('GET', address), facts)[0];
    const ofList = facts.isReadOnly ? 'GET, HEAD, OPTIONS' : 'GET, HEAD, POST, OPTIONS';
    const ofRecord = facts.isReadOnly ? 'GET, HEAD, OPTIONS' : 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS';
    for (const [path, allow] of [
      [address, ofList],
      [`${address}${String(first?.id)}/`, ofRecord],
    ] as const) {
      const head = await world.send('HEAD', path);
      expect([head.status, head.text, head.headers.get('allow')]).toEqual([200, '', allow]);
      const options = await nobody('OPTIONS', path);
      expect([options.status, options.headers.get('allow')]).toEqual([204, allow]);
      const wrong = await world.send(path === address ? 'DELETE' : 'POST', path, {});
      expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, allow]);
    }
    for (const action of facts.actions) {
      const options = await world.send('OPTIONS', `${address}${String(first?.id)}/${action}`);
      expect(options.headers.get('allow')).toMatch(/PATCH/);
    }
  });

  it('asks for a token, and knows nothing of what is not there', async () => {
    const address = `private/${facts.app}/${facts.name}/`;
    for (const headers of [{}, { authorization: 'Bearer expired' }, { authorization: 'Basic dTpw' }] as Record<
      string,
      string
    >[]) {
      const answer = await nobody('GET', address, undefined, headers);
      expect([answer.status, typeof bodyOf(answer).detail]).toEqual([401, 'string']);
    }
    for (const id of [missing, '0', '-1', 'x', '1.5'])
      expect([id, (await world.send('GET', `${address}${id}/`)).status]).toEqual([id, 404]);
  });

  it('has the portals that the contract says', async () => {
    const address = `${facts.app}/${facts.name}/`;
    const open = await nobody('GET', `public/${address}`, undefined, { authorization: 'Bearer expired' });
    expect(open.status).toBe(isOffPublic(facts) ? 404 : 200);
    if (open.status === 200)
      expect(Object.keys(bodyOf(open)).slice(0, 5)).toEqual([facts.plural, 'count', 'next', 'previous', 'meta']);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await world.send(method, `public/${address}`, {})).status).toBe(405);
    expect((await world.send('GET', `super/${address}`)).status).toBe(404);
    expect((await world.sendAsAdmin('GET', `super/${address}`)).status).toBe(200);
  });

  it.each(facts.links)('serves its related list %s', async (link) => {
    const address = `private/${facts.app}/${facts.name}/`;
    const [record] = rowsOf(await world.send('GET', address), facts);
    expect(record?.links).toMatchObject({ [link]: `${link}/` });
    const answer = await world.send('GET', `${address}${String(record?.id)}/${link}/`);
    const [key, ...rest] = Object.keys(bodyOf(answer));
    expect(rest).toEqual(['count', 'next', 'previous']);
    const ids = (bodyOf(answer)[key ?? ''] as { id: string }[]).map(({ id }) => id);
    expect(ids.toSorted()).toEqual([record?.[link]].flat().toSorted());
    expect((await world.send('GET', `${address}${missing}/${link}/`)).status).toBe(404);
    expect((await world.send('POST', `${address}${String(record?.id)}/${link}/`, {})).status).toBe(405);
  });
});

it('what is published is listed to everybody, and what it refers to stays hidden until it is published too', async () => {
  const lab = world.labs.at(-1);
  if (!lab) throw new Error('The world has laboratories.');
  const { session, datastorage } = lab.tree;
  const find = async () => {
    const query = `filter{id}=${session}&include[]=datastorage.*&include[]=projects.*`;
    const { sessions, count } = bodyOf(await nobody('GET', `public/stem/session/?${query}`));
    expect(count).toBe((sessions as object[]).length);
    return (sessions as Record<string, Record<string, unknown>[]>[])[0]; // a list
  };
  expect(await find()).toBeUndefined();
  await change(world.owner, 'project', lab.project, { is_public: true });
  const shown = await find();
  expect(shown).toMatchObject({ id: session, projects: [{ id: lab.project }], datastorage: [] });
  for (const key of ['users', 'groups', 'created_by']) expect(shown?.projects?.[0]).not.toHaveProperty(key);
  await change(world.owner, 'datastorage', datastorage, { is_public: true });
  expect(await find()).toMatchObject({ datastorage: [{ id: datastorage }] });
  await change(world.owner, 'project', lab.project, { is_public: false });
  expect(await find()).toBeUndefined();
});

it('limit is honoured up to 1,000 and refused above', async () => {
  expect((await world.send('GET', 'private/stem/session/?limit=1000')).status).toBe(200);
  expect((await world.send('GET', 'private/stem/session/?limit=1001')).status).toBe(400);
  expect((await world.send('GET', 'private/stem/session/?format=json')).status).toBe(200);
});
