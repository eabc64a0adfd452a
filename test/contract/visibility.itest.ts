import { beforeAll, describe, expect, it } from 'vitest';
import { isInverse, type Model } from '@/lib/declare/model';
import { modelList, modelNamed, storedModels, type ModelName } from '@/lib/models';
import { changeOf, creationsOf } from '@/test/access/inputs';
import { apiAs, type Answer, type Send } from '@/test/api';
import { makeWorld, type World } from '@/test/world';

type Json = Record<string, unknown>;
let world: World;
let superuser: Send;
let owner: Send;
let stranger: Send;

beforeAll(async () => {
  world = await makeWorld();
  const { people } = world;
  superuser = await apiAs(people.superuser ?? world.owner);
  owner = await apiAs(world.owner);
  stranger = await apiAs(people.stranger ?? world.owner);
});

const unknownId = '01900000-0000-7000-8000-000000000000';
const addressOf = (model: Model) => `private/${model.app}/${model.name}/`;
const listed = (model: Model, { body }: Answer): Json[] => (body as Record<string, Json[]>)[model.wire.plural] ?? []; // parsed JSON
const countOf = ({ body }: Answer): unknown => (body as Json).count; // parsed JSON
const written = (model: Model, { body }: Answer): Json => (body as Record<string, Json>)[model.wire.singular] ?? {}; // parsed JSON
/** Numbers name users and groups, UUIDs the rest. */
const missingOf = (model: Model) => (model.number === 'id' ? '999999' : unknownId);

/** Every record that may be read, page by page, by the addresses the answers give. */
async function enumerate(send: Send, model: Model, parameters: string): Promise<Json[]> {
  const all: Json[] = [];
  let next: string | null = `${addressOf(model)}?${parameters}`;
  while (next) {
    const answer: Answer = await send('GET', next);
    expect(answer.status, answer.text).toBe(200);
    expect(Object.keys(answer.body as Json)[0]).toBe(model.wire.plural);
    all.push(...listed(model, answer));
    next = (answer.body as { next: string | null }).next; // parsed JSON
  }
  return all;
}

/** The same records by every way there is (pages, cursors, exports, lists below a record), for each of three people. */
describe.each(modelList as readonly Model[])('$app/$name', (model) => {
  const address = addressOf(model);

  it('counts what pages and cursors enumerate, for everybody', async () => {
    for (const send of [superuser, owner, stranger]) {
      const count = countOf(await send('GET', `${address}?limit=1`));
      const ids = (await enumerate(send, model, 'limit=7')).map(({ id }) => id);
      expect(ids).toHaveLength(Number(count));
      expect(new Set(ids).size).toBe(ids.length);
      const byCursor = (await enumerate(send, model, 'limit=5&cursor=*')).map(({ id }) => id);
      expect(new Set(byCursor)).toEqual(new Set(ids));
      expect(byCursor).toHaveLength(ids.length);
    }
  });

  it('exports what it lists, and lists below a record only what is listed anyway', async () => {
    for (const send of [superuser, owner, stranger]) {
      const records = await enumerate(send, model, 'limit=100');
      const exported = await send('GET', `${address}export/`);
      const lines = exported.text.split('\n').filter((line) => line !== '');
      expect(exported.status).toBe(200);
      expect(new Set(lines.map((line) => (JSON.parse(line) as Json).id))).toEqual(new Set(records.map(({ id }) => id))); // a record a line
      expect(lines).toHaveLength(records.length);
      for (const [name, field] of Object.entries(model.fields)) {
        if (!isInverse(field)) continue;
        const target = modelNamed(field.of);
        const readable = new Set((await enumerate(send, target, 'limit=100')).map(({ id }) => id));
        for (const { id } of records.slice(0, 4)) {
          const below = await send('GET', `${address}${String(id)}/${name}/?limit=100`);
          expect(below.status, below.text.slice(0, 300)).toBe(200);
          const ids = listed(target, below).map((record) => record.id);
          expect(ids).toHaveLength(Number(countOf(below)));
          expect(ids.filter((one) => !readable.has(one))).toEqual([]);
        }
      }
    }
  });

  it('finds a record by its id, alone and in a list, and no other', async () => {
    const [first] = listed(model, await superuser('GET', `${address}?limit=1`));
    expect(first).toBeDefined();
    const one = await superuser('GET', `${address}${String(first?.id)}/`);
    expect([one.status, written(model, one)]).toEqual([200, first]);
    expect(listed(model, await superuser('GET', `${address}?filter{id}=${String(first?.id)}`))).toEqual([first]);
    for (const id of [missingOf(model), 'not-an-id']) {
      const answer = await superuser('GET', `${address}${id}/`);
      expect(answer.status, answer.text).toBe(404);
    }
    expect(countOf(await superuser('GET', `${address}?filter{id}=${missingOf(model)}`))).toBe(0);
  });

  it('hides from a stranger what the owner alone may see, by every address', async () => {
    const mine = new Set(listed(model, await stranger('GET', `${address}?limit=100`)).map(({ id }) => id));
    const hidden = (await enumerate(owner, model, 'limit=100')).filter(({ id }) => !mine.has(id));
    for (const { id } of hidden.slice(0, 3)) {
      for (const method of ['GET', 'PATCH', 'PUT', 'DELETE']) {
        const answer = await stranger(method, `${address}${String(id)}/`, method === 'GET' ? undefined : {});
        expect([404, 405], `${method} ${answer.text}`).toContain(answer.status);
      }
      expect(countOf(await stranger('GET', `${address}?filter{id}=${String(id)}`))).toBe(0);
    }
  });
});

/** A session has one set of recording files, and each subject once: such a record needs a session without. */
async function inItsOwnSession({ name, unique = [] }: Model): Promise<Json> {
  if (!['sessionsubject', 'recordingfiles'].includes(name) || unique.length === 0) return {};
  const created = await owner('POST', 'private/stem/session/', { name: `Of ${name}`, projects: [world.home.project] });
  return { session: (created.body as { session: Json }).session.id }; // parsed JSON
}

describe.each(
  storedModels.filter(({ readOnly, name, access }) => !readOnly && name !== 'user' && access.by !== 'catalogue'),
)('a deleted record of $name', (model) => {
  it('is restored by its owner alone, and listed by nobody meanwhile; a stale change of it was refused', async () => {
    const address = addressOf(model);
    const [creation] = creationsOf(world, model.name as ModelName); // a model with a table
    const created = await owner('POST', address, { ...creation?.input, ...(await inItsOwnSession(model)) });
    expect(created.status, created.text).toBe(201);
    const one = `${address}${String(written(model, created).id)}/`;
    const change = changeOf(model.name as ModelName); // as above
    const seen = { 'if-match': String(created.headers.get('etag')) };
    expect((await owner('PATCH', one, change, seen)).status).toBe(200);
    expect((await owner('PATCH', one, change, seen)).status).toBe(412);
    expect((await owner('DELETE', one)).status).toBe(204);
    expect(countOf(await owner('GET', `${address}?filter{id}=${String(written(model, created).id)}`))).toBe(0);
    expect((await stranger('POST', `${one}restore/`)).status).toBe(404);
    const back = await owner('POST', `${one}restore/`);
    expect([back.status, written(model, back)], back.text).toMatchObject([200, change]);
  });
});
