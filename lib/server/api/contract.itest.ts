import { beforeAll, describe, expect, it } from 'vitest';
import { isInverse, type Model } from '@/lib/declare/model';
import { modelList, modelNamed, models, type ModelName } from '@/lib/models';
import { includeNames, shownFields, sortNames } from '@/lib/server/openapi/facts';
import { changeOf, creationsOf } from '@/test/access/inputs';
import { apiAs, type Answer, type Send } from '@/test/api';
import { makeWorld, type World } from '@/test/world';

type Json = Record<string, unknown>;
let world: World;
let superuser: Send;
let owner: Send;
let stranger: Send;
let nobody: Send;

beforeAll(async () => {
  world = await makeWorld();
  const { people } = world;
  superuser = await apiAs(people.superuser ?? world.owner);
  owner = await apiAs(world.owner);
  stranger = await apiAs(people.stranger ?? world.owner);
  nobody = await apiAs(null);
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

  it('answers with and without the slash, to HEAD and OPTIONS, and to nobody without a token', async () => {
    const bare = await owner('GET', address.slice(0, -1));
    expect([bare.status, listed(model, bare)]).toEqual([200, listed(model, await owner('GET', address))]);
    const head = await owner('HEAD', address);
    expect([head.status, head.text]).toEqual([200, '']);
    const options = await owner('OPTIONS', address);
    expect([options.status, options.headers.get('allow')?.includes('GET')]).toEqual([204, true]);
    expect((await nobody('GET', address)).status).toBe(401);
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

  it('sorts by each of its sort keys, both ways, and loses nothing', async () => {
    const count = countOf(await superuser('GET', `${address}?limit=1`));
    for (const name of sortNames(model))
      for (const sort of [name, `-${name}`]) {
        const answer = await superuser('GET', `${address}?sort[]=${sort}&limit=100`);
        expect(answer.status, `${sort}: ${answer.text.slice(0, 300)}`).toBe(200);
        expect(countOf(answer)).toBe(count);
      }
    const wrong = await superuser('GET', `${address}?sort[]=${model.title}z`);
    expect([wrong.status, wrong.text.includes(model.title)]).toEqual([400, true]);
  });

  it('includes each of its relations as records of their own kind, and excludes each of its fields', async () => {
    for (const name of includeNames(model)) {
      const plain = await superuser('GET', `${address}?limit=3&include[]=${name}`);
      const client = await superuser('GET', `${address}?limit=3&include[]=${name}.*`);
      expect([plain.status, plain.body], name).toEqual([
        200,
        JSON.parse(client.text.replaceAll(`${encodeURIComponent('.*')}`, '')),
      ]);
    }
    for (const [name] of shownFields(model)) {
      const answer = await superuser('GET', `${address}?limit=2&exclude[]=${name}`);
      expect(answer.status, answer.text).toBe(200);
      for (const record of listed(model, answer)) expect(record).not.toHaveProperty(name);
    }
  });

  it('finds a record by the value of each field that can be compared', async () => {
    const [record] = listed(model, await superuser('GET', `${address}?limit=1`));
    for (const [name, value] of Object.entries(record ?? {})) {
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') continue;
      if (value === '') continue;
      const answer = await superuser(
        'GET',
        `${address}?${new URLSearchParams({ [`filter{${name}}`]: String(value) })}`,
      );
      if (answer.status === 400) {
        // What can't be filtered says so at its name.
        expect(Object.keys(answer.body as Json).join(), answer.text).toContain(name);
        continue;
      }
      expect(answer.status, `${name}: ${answer.text}`).toBe(200);
      const found = (
        await enumerate(superuser, model, `limit=100&${new URLSearchParams({ [`filter{${name}}`]: String(value) })}`)
      ).map(({ id }) => id);
      expect(found, name).toContain(record?.id);
      const others = countOf(
        await superuser('GET', `${address}?${new URLSearchParams({ [`filter{-${name}}`]: String(value) })}`),
      );
      const all = countOf(await superuser('GET', `${address}?limit=1`));
      expect(Number(others) + found.length, `${name} and its negation`).toBeLessThanOrEqual(Number(all));
    }
  });

  it('names the nearest field to one that is not there', async () => {
    const answer = await superuser('GET', `${address}?filter{${model.title}z}=1`);
    expect([answer.status, answer.text.includes(model.title)], answer.text).toEqual([400, true]);
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

const writableModels = (Object.values(models) as readonly Model[]).filter(
  ({ readOnly, name, access }) => !readOnly && name !== 'user' && access.by !== 'catalogue',
);

/** A session has one set of recording files, and each subject once: such a record needs a session without. */
async function inItsOwnSession({ name, unique = [] }: Model): Promise<Json> {
  if (!['sessionsubject', 'recordingfiles'].includes(name) || unique.length === 0) return {};
  const created = await owner('POST', 'private/stem/session/', { name: `Of ${name}`, projects: [world.home.project] });
  return { session: (created.body as { session: Json }).session.id }; // parsed JSON
}

describe.each(writableModels)('a record of $name', (model) => {
  const address = addressOf(model);

  it('is created, read, changed, replaced, deleted and restored', async () => {
    const [creation] = creationsOf(world, model.name as ModelName); // a key of `models`
    const created = await owner('POST', address, { ...creation?.input, ...(await inItsOwnSession(model)) });
    expect(created.status, created.text).toBe(201);
    const record = written(model, created);
    const one = `${address}${String(record.id)}/`;
    const read = await owner('GET', one);
    expect(written(model, read)).toEqual(record);
    expect(read.headers.get('etag')).toBe(created.headers.get('etag'));

    const change = changeOf(model.name as ModelName); // as above
    const changed = await owner('PATCH', one, change, { 'if-match': String(read.headers.get('etag')) });
    expect([changed.status, written(model, changed)], changed.text).toMatchObject([200, change]);
    const stale = await owner('PATCH', one, change, { 'if-match': String(read.headers.get('etag')) });
    expect(stale.status).toBe(412);

    // The whole record comes back, as MATLAB sends it: what can't be written is passed over.
    const whole = await owner('PUT', one, written(model, changed));
    expect(whole.status, whole.text).toBe(200);
    const { version, updated_at, ...before } = written(model, changed);
    const { version: next, updated_at: later, ...after } = written(model, whole);
    expect(after).toEqual(before);
    expect([Number(next) >= Number(version), String(later) >= String(updated_at)]).toEqual([true, true]);

    const gone = await owner('DELETE', one);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await owner('GET', one)).status).toBe(404);
    expect(countOf(await owner('GET', `${address}?filter{id}=${String(record.id)}`))).toBe(0);
    expect((await stranger('POST', `${one}restore/`)).status).toBe(404);
    const back = await owner('POST', `${one}restore/`);
    expect([back.status, written(model, back)], back.text).toMatchObject([200, change]);
  });

  it('is refused with every missing field by name, and leaves nothing', async () => {
    const required = Object.entries(model.fields)
      .filter(([, field]) => field.required)
      .map(([name]) => name);
    const before = countOf(await owner('GET', `${address}?limit=1`));
    const answer = await owner('POST', address, {});
    expect(answer.status, answer.text).toBe(required.length > 0 ? 400 : 201);
    if (required.length === 0) return;
    expect(Object.keys(answer.body as Json)).toEqual(expect.arrayContaining(required));
    const wrong = await owner('POST', address, { [required[0] ?? '']: { a: 1 } });
    expect([wrong.status, Object.keys(wrong.body as Json).some((key) => key.startsWith(required[0] ?? ''))]).toEqual([
      400,
      true,
    ]);
    expect(countOf(await owner('GET', `${address}?limit=1`))).toBe(before);
  });
});
