import { beforeAll, describe, expect, it } from 'vitest';
import { isGrants, isLinks, type Field, type Model } from '@/lib/declare/model';
import { storedModels, type ModelName } from '@/lib/models';
import type { Send } from '@/test/api';
import { inputOf } from './inputs';
import { addressOf, makeContractWorld, type ContractWorld } from './world';

/** What is wrong with input is said at its field, as an object of field → list, with what was found (CONTRACT section 5). */

let world: ContractWorld;
beforeAll(async () => {
  world = await makeContractWorld();
});

const nowhere = '01900000-0000-7000-8000-000000000000';
type Mistake = { readonly what: string; readonly value: unknown; readonly says: RegExp };

const wrongType = (value: unknown, says: RegExp): Mistake => ({
  what: `${JSON.stringify(value)?.slice(0, 30)}`,
  value,
  says,
});
const notText = [
  wrongType(5, /found the number 5/),
  wrongType({ a: 1 }, /found an object/),
  wrongType([1], /found a list of 1/),
];
const notInstant = [
  wrongType('yesterday', /found the text “yesterday”/),
  wrongType('2026-02-30T10:00:00Z', /2026-02-30/),
  wrongType(1, /found the number 1/),
];
const notId = [
  wrongType('x', /found the text “x”/),
  wrongType(nowhere, /no .* with the id/),
  wrongType({ name: 'x' }, /found an object/),
];

/** What each kind refuses. */
const mistakesOf: Partial<Record<Field['kind'], readonly Mistake[]>> = {
  text: notText,
  richText: notText,
  url: [
    ...notText,
    wrongType('not an address', /found the text “not an address”/),
    wrongType('javascript:alert(1)', /javascript/),
  ],
  file: [
    wrongType('https://elsewhere.example/rig.png', /address of an uploaded file/),
    wrongType(5, /found the number 5/),
    wrongType(`/files/${nowhere}`, /is not here, or you may not see it/),
  ],
  number: [wrongType('five', /found the text “five”/), wrongType(true, /found true/)],
  boolean: [wrongType('yes', /found the text “yes”/), wrongType(1, /found the number 1/)],
  date: [
    wrongType('2026-02-30', /2026-02-30/),
    wrongType('14.3.2026', /14\.3\.2026/),
    wrongType(20260314, /found the number/),
  ],
  dateTime: notInstant,
  duration: [wrongType('soon', /found the text “soon”/), wrongType(0.5, /0\.5/), wrongType(true, /found true/)],
  choice: [wrongType('nope', /Found the text “nope”/), wrongType(5, /found the number 5/)],
  tags: [
    wrongType('word', /found the text “word”/),
    wrongType([5], /found the number 5/),
    wrongType([''], /can’t be empty/),
  ],
  keyValues: [
    wrongType('x', /found the text “x”/),
    wrongType({ '1a': 1 }, /must start with a letter/),
    wrongType({ a: [1] }, /found a list of 1/),
  ],
  rows: [
    wrongType('x', /found the text “x”/),
    wrongType([5], /found the number 5/),
    wrongType([{ naem: 1 }], /Unknown key|required/),
  ],
  details: [wrongType('x', /found the text “x”/)],
  reference: notId,
  references: [
    wrongType('x', /found the text “x”/),
    wrongType([nowhere], /no .* with the id/),
    wrongType(['x'], /found the text “x”/),
  ],
  grants: [
    wrongType('x', /found the text “x”/),
    wrongType({ 'a@example.org': true }, /found true/),
    wrongType({ 'a@example.org': { can_chnge: true } }, /did you mean “can_change”|expected is_manager/i),
  ],
  grantees: [wrongType('x', /found the text “x”/), wrongType(['x'], /found the text “x”/)],
};

const isSent = (field: Field) => !field.readOnly && !field.internal;
const limitOf = (field: Field): number | null =>
  'max' in field && typeof field.max === 'number' && ['text', 'url', 'richText'].includes(field.kind)
    ? field.max
    : null;
const tooLong = (field: Field, limit: number) =>
  field.kind === 'url' ? `https://example.org/${'x'.repeat(limit)}` : 'x'.repeat(limit + 1);

describe.each(storedModels.map((model) => [model.name, model] as const))('%s', (name, model: Model) => {
  const address = addressOf(model);
  let send: Send;
  let place: string;
  let version: string | null;
  beforeAll(async () => {
    send = model.access.by === 'catalogue' ? world.sendAsAdmin : world.send;
    const answer =
      name === 'user'
        ? { body: { user: { id: world.owner.number } }, status: 201, text: '' }
        : await send('POST', address, inputOf(world, name as ModelName)); // a model with a table
    expect(answer.status, answer.text).toBe(201);
    const record = (answer.body as Record<string, { id: string | number }>)[model.wire.singular]; // the envelope of one record
    place = `${address}${record?.id}/`;
    version = (await send('GET', place)).headers.get('etag');
  });

  /** Refused at the field and nowhere else, as a list of messages; the record stays as it is. */
  async function refuses(field: string, value: unknown, says: RegExp) {
    const answer = await send('PATCH', place, { [field]: value });
    const body = answer.body as Record<string, string[]>;
    expect([value, answer.status, answer.text]).toEqual([value, 400, answer.text]);
    for (const [key, messages] of Object.entries(body)) {
      expect(key.replace(/[.[].*/, '')).toBe(field);
      expect(Array.isArray(messages) && messages.every((message) => typeof message === 'string')).toBe(true);
    }
    expect(Object.values(body).flat().join(' ')).toMatch(says);
  }

  const fields = Object.entries(model.fields).filter(([, field]) => isSent(field) && !field.fixed);
  it.each(fields.map(([field, declared]) => ({ field, declared })))(
    'refuses what is no $declared.kind at $field',
    async ({ field, declared }) => {
      const mistakes = mistakesOf[declared.kind];
      if (!mistakes) throw new Error(`There are no mistakes for ${declared.kind}.`);
      for (const { value, says } of mistakes) await refuses(field, value, says);
      for (const bad of ['a\0b', '\ud800'])
        if (isTextual(declared)) await refuses(field, bad, /NUL|Control characters|half a character|Expected/);
      const limit = limitOf(declared);
      if (limit !== null) await refuses(field, tooLong(declared, limit), new RegExp(`At most ${limit} characters`));
      if (declared.required) await refuses(field, null, /is required/);
    },
  );

  it('refuses to change what is fixed once it is created', async () => {
    for (const [field, declared] of Object.entries(model.fields)) {
      if (!declared.fixed || !isSent(declared)) continue;
      const other =
        declared.kind === 'choice' && 'choices' in declared
          ? (declared.choices as { code: string }[]).at(-1)?.code
          : nowhere; // what a choice declares
      await refuses(field, other, /can’t be changed after creation/);
    }
  });

  it('says all that is missing at once', async () => {
    if (name === 'user') return;
    const answer = await send('POST', address, {});
    const required = Object.entries(model.fields).filter(([, field]) => field.required && isSent(field));
    expect([answer.status, answer.body]).toEqual([
      400,
      Object.fromEntries(required.map(([key, { label }]) => [key, [`${label} is required.`]])),
    ]);
  });

  it('refuses a key that it does not know, and names the nearest', async () => {
    const known = fields.map(([key]) => key).find((key) => key.length > 3) ?? '';
    const typo = known.slice(0, -1);
    const answer = await send('PATCH', place, { [typo]: 'x', [`${typo}zzzzzzzzzzzz`]: 1 });
    const body = answer.body as Record<string, string[]>;
    expect([answer.status, Object.keys(body)]).toEqual([400, [typo, `${typo}zzzzzzzzzzzz`]]);
    expect(body[typo]?.[0]).toMatch(new RegExp(`has no such field.*Did you mean “${known}”`));
  });

  it.each([
    ['a list', []],
    ['text', 'x'],
    ['a number', 5],
    ['nothing', null],
  ])('refuses %s in place of a record', async (_, value) => {
    for (const [method, path] of name === 'user'
      ? [['PATCH', place]]
      : [
          ['POST', address],
          ['PATCH', place],
          ['PUT', place],
        ]) {
      const answer = await send(method ?? '', path ?? '', JSON.stringify(value), {
        'content-type': 'application/json',
      });
      expect([method, answer.status, Object.keys(answer.body as object)]).toEqual([method, 400, ['detail']]);
    }
  });

  it('takes what is read only back without a word', async () => {
    const readOnly = Object.fromEntries(
      Object.entries(model.fields).flatMap(([key, field]) =>
        field.readOnly && !isLinks(field) && !isGrants(field) ? [[key, 'whatever']] : [],
      ),
    );
    const answer = await send('PATCH', place, {
      ...readOnly,
      id: nowhere,
      version: 99,
      created_at: 'x',
      created_by: {},
    });
    expect(answer.status, answer.text).toBe(200);
  });

  it('stays as it was through all of this', async () =>
    expect((await send('GET', place)).headers.get('etag')).toBe(version));
});

const isTextual = ({ kind }: Field) => kind === 'text' || kind === 'richText' || kind === 'url';
