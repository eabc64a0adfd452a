import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { modelList } from '@/lib/models';
import { apiAs, type Send } from '@/test/api';
import { makeWorld, type World } from '@/test/world';

let world: World;
let owner: Send;
let stranger: Send;
let nobody: Send;
/** Names that only the owner's laboratory may read. */
const secrets: string[] = [];
let ids: string[];

beforeAll(async () => {
  world = await makeWorld();
  owner = await apiAs(world.owner);
  stranger = await apiAs(world.people.stranger ?? world.owner);
  nobody = await apiAs(null);
  ids = Object.values(world.home);
  for (const [model, address] of [
    ['session', 'stem/session'],
    ['subject', 'stem/subject'],
    ['setup', 'personal_attributes/setup'],
    ['datastorage', 'personal_attributes/datastorage'],
  ] as const) {
    const answer = await owner('GET', `private/${address}/${world.home[model]}/`);
    secrets.push(String((answer.body as Record<string, Record<string, unknown>>)[model]?.name)); // parsed JSON
  }
  expect(secrets.every((name) => /x[0-9a-f]{10}x/.test(name))).toBe(true);
});

const words = [
  'private',
  'public',
  'super',
  'stem',
  'modules',
  'users',
  'bulk',
  'export',
  'restore',
  'accept',
  'join',
  'add_entry',
  'session.toml',
  '..',
  '%00',
  '%2e%2e',
  '%ff',
  '__proto__',
  'constructor',
  '9'.repeat(50),
  '-1',
  '00000000-0000-0000-0000-000000000000',
  "'; DROP TABLE session; --",
];
const addresses = modelList.map(({ app, name }) => `${app}/${name}`);
const piece = () =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.nat().map((index) => ids[index % ids.length] ?? '') },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).map((text) => text.toWellFormed()) },
  );
const segment = (text: string): string => {
  // What can't be part of an address at all is escaped; what is escaped already stays as it is.
  const escaped = /^%[0-9a-f]{2}/i.test(text) && text !== '%ff' ? text : encodeURIComponent(text);
  return escaped === '' ? '-' : escaped;
};
const paths = fc
  .tuple(
    fc.constantFrom('private', 'public', 'super'),
    fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...addresses) }, { weight: 1, arbitrary: piece().map(segment) }),
    fc.array(piece().map(segment), { maxLength: 3 }),
    fc.constantFrom('', '/'),
  )
  .map(([portal, model, rest, slash]) => `${[portal, model, ...rest].join('/')}${slash}`);
const queries = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('limit', 'offset', 'cursor', 'sort[]', 'include[]', 'exclude[]', 'search', 'format', 'filter{'),
        fc.oneof(
          piece(),
          fc.constantFrom('name', 'projects.name', 'session.subjects', 'a'.repeat(300), '.'.repeat(50)),
        ),
        piece(),
      )
      .map(([key, name, text]) => (key === 'filter{' ? [`filter{${name}}`, text] : [key, text])),
    { maxLength: 4 },
  )
  .map((pairs) => new URLSearchParams(pairs).toString());
const bodies = fc.oneof(
  fc.constantFrom(undefined, '', '{', '[]', 'null', '{"a":', '[[[[', '"text"', '{"id":"\\u0000"}', '{"name":1e999}'),
  fc.json({ maxDepth: 4 }),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes)),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'if-match',
    'if-none-match',
    'accept',
    'content-type',
    'content-length',
    'idempotency-key',
    'x-forwarded-for',
    'origin',
    'cookie',
    'authorization',
    'range',
    'x-http-method-override',
  ),
  fc.oneof(
    fc.constantFrom(
      '*',
      '""',
      'W/',
      'Bearer',
      'Bearer x',
      'Basic YTpi',
      'text/csv',
      'multipart/form-data',
      '-1',
      '127.0.0.1',
    ),
    fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '').trim()),
  ),
  { maxKeys: 3 },
);

it('five thousand requests of any shape are answered, tell nothing, and break nothing', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'),
      paths,
      queries,
      bodies,
      headers,
      fc.boolean(),
      async (method, path, query, body, sent, isSignedIn) => {
        const send = isSignedIn ? stranger : nobody;
        const answer = await send(
          method,
          `${path}?${query}`,
          method === 'GET' || method === 'HEAD' ? undefined : body,
          sent,
        );
        expect(answer.status, `${answer.text} ${log.mock.calls.flat().map(String).join(' ')}`).toBeLessThan(500);
        for (const secret of secrets) expect(answer.text).not.toContain(secret);
      },
    ),
    { numRuns: 5_000, seed: 7 },
  );
  log.mockRestore();
}, 300_000);

describe('what is too much, or no address', () => {
  const address = 'private/stem/session/';

  it('a body over the limit is 413', async () => {
    const answer = await owner('POST', address, `{"name":"${'x'.repeat(70 * 1024 * 1024)}"}`, {
      'content-type': 'application/json',
    });
    expect([answer.status, answer.body], answer.text.slice(0, 300)).toMatchObject([
      413,
      { detail: expect.any(String) },
    ]);
  });

  it('a filter of a million elements is a 4xx', async () => {
    const answer = await owner('GET', `${address}?filter{id.in}=${'a,'.repeat(1_000_000)}`);
    expect([400, 414], answer.text.slice(0, 300)).toContain(answer.status);
    const many = await owner('GET', `${address}?${'filter{id.in}=a&'.repeat(100_000)}`);
    expect([400, 414], many.text.slice(0, 300)).toContain(many.status);
  });

  it('JSON nested a hundred thousand deep is 400', async () => {
    for (const value of [
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
    ]) {
      const answer = await owner(
        'POST',
        address,
        `{"name":"Deep","projects":["${world.home.project}"],"extra_fields":${value}}`,
        {
          'content-type': 'application/json',
        },
      );
      expect(answer.status, answer.text.slice(0, 300)).toBe(400);
    }
  });

  it('a bad UUID is 404 in an address and 400, with its field, in a filter and in a body', async () => {
    expect((await owner('GET', `${address}not-a-uuid/`)).status).toBe(404);
    const filter = await owner('GET', `${address}?filter{projects}=not-a-uuid`);
    expect([filter.status, filter.text.includes('not-a-uuid')], filter.text).toEqual([400, true]);
    const body = await owner('POST', address, { name: 'Bad', projects: ['not-a-uuid'] });
    expect([body.status, Object.keys(body.body as object).join()], body.text).toEqual([
      400,
      expect.stringContaining('projects'),
    ]);
  });
});
