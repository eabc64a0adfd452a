import { beforeAll, describe, expect, it } from 'vitest';
import { kindOf } from '@/lib/declare/kinds';
import { modelNamed, storedModels, type ModelName } from '@/lib/models';
import type { Answer, Send } from '@/test/api';
import { changeOf } from '@/test/access/inputs';
import type { Row } from './compare';
import { modelFacts, type FieldFacts } from './facts';
import { inputOf } from './inputs';
import { addressOf, makeContractWorld, type ContractWorld } from './world';

/** The life of a record of every model over HTTP: created, read, changed, replaced, deleted, restored (CONTRACT section 6). */

let world: ContractWorld;
beforeAll(async () => {
  world = await makeContractWorld();
});

/** Catalogues are written by administrators; what others send waits for them. */
const senderOf = (name: string): Send =>
  modelNamed(name).access.by === 'catalogue' || name === 'user' ? world.sendAsAdmin : world.send;
const under = (answer: Answer, key: string): Row => {
  const body = answer.body as Record<string, Row>; // an envelope
  expect(Object.keys(body)[0], answer.text.slice(0, 300)).toBe(key);
  return body[key] ?? {};
};
/** Without what every write changes. */
const steady = ({ version: _v, updated_at: _u, updated_by: _b, ...rest }: Row): Row => rest;

/** Models whose empty texts are null (CONTRACT section 4). */
const nullTexts = [
  'procedurelog.description',
  'subjectlog.description',
  'consumablestock.storage_location',
  'consumablestock.storage_conditions',
  'consumablestock.intended_use',
  'consumablestock.cost',
];
/** What may be left out when it is empty. */
const leftOut = ['comments', 'abbreviation'];

function isEmptyAsDocumented(model: string, { name, type, isList }: FieldFacts, value: unknown): boolean {
  if (isList || type === 'tags') return Array.isArray(value);
  if (['string', 'text', 'html', 'url'].includes(type))
    return nullTexts.includes(`${model}.${name}`) ? value === null : value === '' || value === null;
  return value !== undefined;
}

const created = modelFacts.filter(
  ({ isReadOnly, name }) => !isReadOnly && name !== 'user' && name !== 'sessiondatastorage',
);
const ours = storedModels.filter(({ name }) => !modelFacts.some((facts) => facts.name === name));
const all = [
  ...created,
  ...ours.map((model) => ({ name: model.name, singular: model.wire.singular, fields: [] as readonly FieldFacts[] })),
];

describe.each(all)('$name', ({ name, singular, fields }) => {
  const model = modelNamed(name);
  const address = addressOf(model);
  let send: Send;
  let record: Row;
  let place: string;
  beforeAll(async () => {
    send = senderOf(name);
    const made = await send('POST', address, inputOf(world, name as ModelName)); // a model with a table
    expect(made.status, made.text).toBe(201);
    record = under(made, singular);
    place = `${address}${String(record.id)}/`;
    expect(made.headers.get('etag')).toBe(`"${String(record.version)}"`);
  });

  it('is read as it was created', async () => {
    const read = await send('GET', place);
    expect([read.status, under(read, singular)]).toEqual([200, record]);
  });

  it('has every field of the contract, the empty ones as documented', () => {
    const wrong = fields.filter(
      (fact) =>
        (!leftOut.includes(fact.name) || fact.name in record) &&
        !isEmptyAsDocumented(name, fact, record[fact.name]) &&
        (record[fact.name] === undefined || record[fact.name] === null),
    );
    expect(wrong.map((fact) => [fact.name, record[fact.name]])).toEqual([]);
  });

  it('is changed by PATCH in what is sent, and in nothing else', async () => {
    const change = changeOf(name as ModelName); // a model with a table
    const changed = await send('PATCH', place, { ...change, id: record.id });
    expect(changed.status, changed.text).toBe(200);
    expect(steady(under(changed, singular))).toEqual(steady({ ...record, ...change }));
    expect(Number(under(changed, singular).version)).toBeGreaterThan(Number(record.version));
    record = under(changed, singular);
  });

  it('is left as it is by an empty PATCH, and by a PUT of what was read', async () => {
    for (const [method, body] of [
      ['PATCH', {}],
      ['PUT', record],
    ] as const) {
      const same = await send(method, place, body);
      expect([method, same.status, under(same, singular)]).toEqual([method, 200, record]);
    }
  });

  it('is replaced by PUT: what is left out becomes empty, what is required must come', async () => {
    const required = Object.entries(model.fields).filter(([, field]) => field.required && !field.readOnly);
    for (const [missing, field] of required) {
      const { [missing]: _gone, ...rest } = record;
      const refused = await send('PUT', place, rest);
      expect([missing, refused.status, (refused.body as Record<string, string[]>)[missing]]).toEqual([
        missing,
        400,
        [`${field.label} is required.`],
      ]);
    }
    const whole = await send('PUT', place, Object.fromEntries(required.map(([key]) => [key, record[key]])));
    expect(whole.status, whole.text).toBe(200);
    const now = under(whole, singular);
    for (const [key, field] of Object.entries(model.fields)) {
      const { shape } = kindOf(field).storage(field);
      const isKept = field.required || field.readOnly || field.fixed || field.internal || shape === 'grants';
      if (isKept) expect([key, now[key]]).toEqual([key, record[key]]);
      else if (!('family' in field)) expect([key, now[key]]).toEqual([key, kindOf(field).empty(field)]);
    }
    record = now;
  });

  it('is deleted with an empty 204, gone, and restored as it was', async () => {
    const gone = await send('DELETE', place);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await send('GET', place)).status).toBe(404);
    expect((await send('DELETE', place)).status).toBe(404);
    expect((await send('PATCH', place, {})).status).toBe(404);
    const back = await send('POST', `${place}restore/`);
    expect(back.status, back.text).toBe(200);
    expect(steady(under(back, singular))).toEqual(steady(record));
    expect((await send('POST', `${place}restore/`)).status).toBe(404);
  });
});

describe('user', () => {
  it('is made by registering only, and changed by oneself', async () => {
    expect((await world.sendAsAdmin('POST', 'private/users/user/', { first_name: 'A' })).status).toBe(403);
    const place = `private/users/user/${world.owner.number}/`;
    expect(under(await world.send('PATCH', place, { website: 'lab.example.org' }), 'user')).toMatchObject({
      website: 'http://lab.example.org',
    });
    expect((await world.sendAsGuest('PATCH', place, { website: '' })).status).toBe(403);
    expect((await world.sendAsAdmin('PATCH', place, { first_name: 'Ana' })).status).toBe(200);
    expect((await world.sendAsGuest('DELETE', place)).status).toBe(403);
  });
});
