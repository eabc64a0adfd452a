import { beforeAll, describe, expect, it, vi } from 'vitest';
import { apiAs, type Answer, type Send } from '@/test/api';
import { change, make, makeCatalogue, makeLab } from '@/test/lab';
import { makePerson } from '@/test/people';
import { query, sql } from '../db/sql';
import * as lists from '../operations/list';
import { jsonFault } from './json';
import { matlabName } from './matlab';

type Json = Record<string, unknown>;
/** The record under a key of an answer. */
const under = (answer: Answer, key: string): Json => {
  const body = answer.body as Json;
  expect(Object.keys(body)[0]).toBe(key);
  return body[key] as Json;
};
const listed = (answer: Answer, key: string): Json[] => under(answer, key) as unknown as Json[];

let lab: Awaited<ReturnType<typeof makeLab>>;
let send: Send;
let nobody: Send;
let strain: string;

beforeAll(async () => {
  const catalogue = await makeCatalogue();
  strain = String(catalogue.strain.id);
  lab = await makeLab(catalogue);
  send = await apiAs(lab.pi);
  nobody = await apiAs(null);
  for (let index = 0; index < 25; index++) {
    const day = String((index % 28) + 1).padStart(2, '0');
    await make(lab.pi, 'session', {
      name: `Batch ${String(index).padStart(2, '0')}`,
      projects: [lab.project.id],
      tags: index % 2 ? ['odd'] : [],
      date_time: `2026-01-${day}T10:00:00Z`,
    });
  }
});

describe('lists', () => {
  it('answer twenty, the list first, with count and a next page that can be fetched to the end', async () => {
    const first = await send('GET', 'private/stem/session/?filter%7Bname.icontains%7D=Batch&sort%5B%5D=-name');
    expect(first.status).toBe(200);
    expect(Object.keys(first.body as Json)).toEqual(['sessions', 'count', 'next', 'previous']);
    expect(first.body).toMatchObject({ count: 25, previous: null });
    const names = listed(first, 'sessions').map(({ name }) => name);
    let { next } = first.body as { next: string | null };
    while (next) {
      const page: Answer = await send('GET', next);
      names.push(...listed(page, 'sessions').map(({ name }) => name));
      ({ next } = page.body as { next: string | null });
    }
    expect(names).toEqual(Array.from({ length: 25 }, (_, index) => `Batch ${String(24 - index).padStart(2, '0')}`));
  });

  it.each([
    ['raw braces', 'filter{name}=Batch 03', 1],
    ['a relation', `filter{projects}=PROJECT&filter{name.startswith}=Batch`, 25],
    ['a relation by .id', `filter{projects.id}=PROJECT&filter{name.startswith}=Batch`, 25],
    ['through a relation', 'filter{subjects.subject.name}=M1', 0],
    ['a tag', 'filter{tags}=odd', 12],
    ['negation', 'filter{-tags}=odd&filter{name.startswith}=Batch', 13],
    ['two filters on one field', 'filter{name.icontains}=Batch&filter{name.icontains}=1', 12],
    ['several values of in', 'filter{name.in}=Batch 01&filter{name.in}=Batch 02', 2],
    ['an instant', 'filter{date_time.gte}=2026-01-24T00:00:00Z&filter{name.startswith}=Batch', 2],
    ['a search', 'search=batch 07', 1],
    ['an unknown id', 'filter{id}=01900000-0000-7000-8000-000000000000', 0],
  ])('are filtered by %s', async (_, text, count) => {
    const answer = await send(
      'GET',
      `private/stem/session?${text.replaceAll('PROJECT', String(lab.project.id))}&limit=100`,
    );
    expect(answer.body).toMatchObject({ count });
    expect(listed(answer, 'sessions')).toHaveLength(count);
  });

  it('know no tags where the model has none', async () => {
    expect((await send('GET', 'private/personal_attributes/setup/?filter{tags}=odd')).body).toMatchObject({
      setups: [],
      count: 0,
    });
  });

  it.each([
    ['filter{nam}=x', 'filter{nam}', /no field “nam”.* “name”/],
    ['filter{name.like}=x', 'filter{name.like}', /no relation/],
    ['limit=1001', 'limit', /1 to 1000/],
    ['limit=-1', 'limit', /1 to 1000/],
    ['offset=x', 'offset', /whole number/],
    ['sort[]=nam', 'sort[]', /Did you mean “name”/],
    ['include[]=project', 'include[]', /Did you mean “projects”/],
    ['exclude[]=nam', 'exclude[]', /Did you mean “name”/],
    ['fliter{name}=x', 'fliter{name}', /Unknown parameter/],
    ['filter{date_time.gt}=yesterday', 'filter{date_time.gt}', /can’t be compared/],
    ['filter{projects}=42;drop', 'filter{projects}', /Expected an id/],
  ])('refuse %s at its parameter', async (text, parameter, message) => {
    const answer = await send('GET', `private/stem/session/?${text}`);
    expect(answer.status).toBe(400);
    expect((answer.body as Record<string, string[]>)[parameter]?.[0]).toMatch(message);
  });

  it('embed what is included and leave out what is excluded, in both spellings', async () => {
    const one = await send(
      'GET',
      'private/stem/session/?filter{name}=S1&include%5B%5D=projects.%2A&include[]=experimenter_user&exclude[]=tags',
    );
    const [session = {}] = listed(one, 'sessions');
    expect(session.projects).toMatchObject([{ id: lab.project.id, name: lab.project.name }]);
    expect(session).not.toHaveProperty('tags');
  });

  it('are served under a record too, and only under one that may be read', async () => {
    const related = await send('GET', `private/stem/project/${lab.project.id}/sessions/?limit=5`);
    expect(related.body).toMatchObject({ count: 26 });
    const stranger = await apiAs((await makePerson()).viewer);
    expect((await stranger('GET', `private/stem/project/${lab.project.id}/sessions`)).status).toBe(404);
  });
});

describe('records', () => {
  it('go through their life: create, read, change, replace, delete, restore', async () => {
    const created = await send('POST', 'private/stem/session/', { name: 'Life', projects: [lab.project.id] });
    expect(created.status).toBe(201);
    const session = under(created, 'session');
    const address = `private/stem/session/${String(session.id)}`;
    expect(created.headers.get('etag')).toBe('"1"');
    const read = await send('GET', `${address}/`);
    expect(under(read, 'session')).toEqual(session);
    const known = await send('GET', address, undefined, { 'if-none-match': 'W/"0", "1"' });
    expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', '"1"']);
    expect((await send('GET', address, undefined, { 'if-none-match': '"0"' })).status).toBe(200);

    const changed = await send('PATCH', address, { tags: ['a'] }, { 'if-match': '"1"' });
    expect(under(changed, 'session')).toMatchObject({ name: 'Life', tags: ['a'], version: 2 });
    const again = await send('PATCH', address, { tags: ['a'] });
    expect(again.headers.get('etag')).toBe('"2"');
    const stale = await send('PATCH', address, { tags: ['b'] }, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ code: 'stale', version: 2, current: { tags: ['a'] } });

    // As MATLAB does: the whole record comes back, a list of one as its element, null as an empty list.
    const whole = await send('PUT', address, {
      ...session,
      projects: lab.project.id,
      date_time: [],
      description: 'new',
    });
    expect(under(whole, 'session')).toMatchObject({ description: 'new', tags: [], projects: [lab.project.id] });
    expect((await send('PUT', address, { description: 'x' })).body).toMatchObject({ name: ['Name is required.'] });

    expect((await send('DELETE', address, undefined, { 'if-match': '"1"' })).status).toBe(412);
    const gone = await send('DELETE', address);
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await send('GET', address)).status).toBe(404);
    expect((await send('DELETE', address)).status).toBe(404);
    const stranger = await apiAs((await makePerson()).viewer);
    expect((await stranger('POST', `${address}/restore/`)).status).toBe(404);
    expect(under(await send('POST', `${address}/restore/`), 'session')).toMatchObject({
      name: 'Life',
      description: 'new',
    });
    expect((await send('POST', `${address}/restore/`)).status).toBe(404);
  });

  it('take a project back as MATLAB rewrites it, and keep everyone on its list', async () => {
    const address = `private/stem/project/${String(lab.project.id)}/`;
    const project = under(await send('GET', address), 'project');
    const rewrite = (list: unknown) =>
      Object.fromEntries(Object.entries(list as Json).map(([key, flags]) => [matlabName(key), flags])); // an access list
    const sent = { ...project, users: rewrite(project.users), groups: rewrite(project.groups), tags: 'one' };
    const answer = await send('PUT', address, sent);
    expect(answer.status, answer.text).toBe(200);
    expect(under(answer, 'project')).toMatchObject({ users: project.users, groups: project.groups, tags: ['one'] });
    const unknown = await send('PUT', address, { ...sent, users: { nobody_example_org: {} } });
    expect(unknown.body).toHaveProperty(['users.nobody_example_org']);
  });

  it('report every problem at its field', async () => {
    const answer = await send('POST', 'private/stem/subject/', {
      nme: 'x',
      sex: 'male',
      projects: [lab.project.id],
      strain: 'x',
    });
    expect(answer.status).toBe(400);
    expect(Object.keys(answer.body as Json).sort()).toEqual(['name', 'nme', 'sex', 'strain']);
  });

  it('read a time without a zone in that of the laboratory, and say so', async () => {
    const input = { name: 'Naive', projects: [lab.project.id], date_time: '2026-07-01 10:00' };
    const answer = await send('POST', 'private/stem/session/', input);
    expect(under(answer, 'session')).toMatchObject({ date_time: '2026-07-01T09:00:00.000Z' });
    expect(answer.body).toMatchObject({ notices: ['date_time names no time zone; it was read in Europe/Lisbon.'] });
  });

  it('of a catalogue wait for a reviewer, under the key of their approval', async () => {
    const answer = await send('POST', 'private/taxonomies/strain/', {
      name: 'Proposed',
      species: under(await send('GET', `private/taxonomies/strain/${strain}/`), 'strain').species,
    });
    expect(answer.status).toBe(201);
    expect(under(answer, 'strain_approval')).toMatchObject({
      name: 'Proposed',
      status: 'Pending',
      action: 'Add',
      instance_id: null,
    });
  });

  it('refuse what only the importer may write', async () => {
    const answer = await send('POST', 'private/stem/recordingfiles/', {
      session: lab.session.id,
      as_written: { id: 'x' },
    });
    expect(answer.body).toHaveProperty('as_written');
  });
});

describe('requests', () => {
  it.each<[string, string, string, unknown, Record<string, string>, number]>([
    ['an unknown model', 'GET', 'private/stem/sesion/', undefined, {}, 404],
    ['an unknown portal', 'GET', 'secret/stem/session/', undefined, {}, 404],
    ['a model of another app', 'GET', 'private/users/session/', undefined, {}, 404],
    ['an unknown action', 'GET', 'private/stem/session/1/explode/', undefined, {}, 404],
    ['an id that is none', 'GET', 'private/stem/session/%00/', undefined, {}, 404],
    ['the super portal to others', 'GET', 'super/stem/session/', undefined, {}, 404],
    ['another method', 'PUT', 'private/stem/session/', {}, {}, 405],
    ['text', 'POST', 'private/stem/session/', 'name=x', { 'content-type': 'text/plain' }, 415],
    ['broken JSON', 'POST', 'private/stem/session/', '{"name": x}', { 'content-type': 'application/json' }, 400],
    [
      'bytes that are no text',
      'POST',
      'private/stem/session/',
      Uint8Array.of(0x22, 0xff, 0x22),
      { 'content-type': 'application/json' },
      400,
    ],
    [
      'too much',
      'POST',
      'private/stem/session/',
      `"${'x'.repeat(2 * 1024 * 1024)}"`,
      { 'content-type': 'application/json' },
      413,
    ],
    [
      'deep nesting',
      'POST',
      'private/stem/session/',
      `${'['.repeat(40)}${']'.repeat(40)}`,
      { 'content-type': 'application/json' },
      400,
    ],
    ['a list', 'POST', 'private/stem/session/', [], {}, 400],
    [
      'a strange If-Match',
      'PATCH',
      'private/stem/session/01900000-0000-7000-8000-000000000000/',
      {},
      { 'if-match': 'x' },
      400,
    ],
  ])('with %s are refused', async (_, method, path, body, headers, status) => {
    const answer = await send(method, path, body, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(Object.keys(answer.body as Json).length).toBeGreaterThan(0);
  });

  it.each(['constructor', '__proto__', 'toString'])('know no field %s, which every object has', async (name) => {
    const places = [
      `session/?filter{${name}}=1`,
      `session/?filter{projects.${name}}=1`,
      `session/?sort[]=${name}`,
      `session/?include[]=${name}`,
      `session/?exclude[]=${name}`,
    ];
    for (const place of places)
      expect([place, (await send('GET', `private/stem/${place}`)).status]).toEqual([place, 400]);
    expect((await send('GET', `private/stem/session/${lab.session.id}/${name}/`)).status).toBe(404);
    expect((await send('GET', `private/users/laboratory/?filter{${name}}=1`)).status).toBe(400);
    const answer = await send('POST', 'private/stem/project/', `{"name": "P", "${name}": 1}`, {
      'content-type': 'application/json',
    });
    expect([answer.status, Object.keys(answer.body as Json)]).toEqual([400, [name]]);
  });

  it('say where JSON breaks', async () => {
    const answer = await send('POST', 'private/stem/session/', '{\n  "name": x}', {
      'content-type': 'application/json',
    });
    expect(answer.body).toMatchObject({ line: 2, column: 11, code: 'invalid' });
  });

  it.each(['{"a": [1, 2.5e-3, {"b": null}], "c": "\\u00e4\\n"}', ' true ', '[]', '{}', '"x"', '-0'])(
    'take the JSON %s',
    (text) => {
      expect(jsonFault(text)).toBeNull();
      JSON.parse(text);
    },
  );

  it.each([
    '',
    '{',
    '{"a"}',
    '{"a":1,}',
    '[1,]',
    '[1 2]',
    '01',
    '"\n"',
    "{'a':1}",
    'tru',
    '{} {}',
    '[}',
    '"\\x"',
    'NaN',
  ])('refuse the JSON %j', (text) => {
    expect(jsonFault(text)).not.toBeNull();
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  it('without a token, with a bad one, or by a cookie from elsewhere are not signed in', async () => {
    const answer = await nobody('GET', 'private/stem/session/');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect((await nobody('GET', 'private/stem/session/', undefined, { authorization: 'Bearer sulcus_x' })).status).toBe(
      401,
    );
    expect((await nobody('POST', 'private/stem/session/', {}, { cookie: 'next-auth.session-token=x' })).status).toBe(
      401,
    );
  });

  it('carry an id, are not stored, and answer HEAD and OPTIONS', async () => {
    const answer = await send('HEAD', 'private/stem/session/', undefined, { 'x-request-id': 'from-the-client' });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(answer.headers.get('x-request-id')).toBe('from-the-client');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('vary')).toContain('Authorization');
    const options = await nobody('OPTIONS', 'private/stem/session/1/');
    expect(options.headers.get('allow')).toBe('GET, HEAD, PUT, PATCH, DELETE, OPTIONS');
  });

  it('that fail unexpectedly say so without a word about why, and log it under their id', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = vi.spyOn(lists, 'listText').mockRejectedValueOnce(new Error('password=secret'));
    const answer = await send('GET', 'private/stem/session/');
    broken.mockRestore();
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('secret');
    expect(log.mock.calls.flat().join(' ')).toContain(String((answer.body as Json).request_id));
    log.mockRestore();
  });
});

describe('the public portal', () => {
  it('shows what is public to anyone, without people, and takes no writes', async () => {
    const path = `public/stem/project/${lab.project.id}/`;
    expect((await nobody('GET', path)).status).toBe(404);
    await change(lab.pi, 'project', lab.project.id, { is_public: true });
    const answer = await nobody('GET', path, undefined, { authorization: 'Bearer expired' });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain(lab.email);
    for (const key of ['users', 'groups', 'created_by', 'updated_by'])
      expect(under(answer, 'project')).not.toHaveProperty(key);
    const list = await send('GET', 'public/stem/session/?limit=5');
    expect(list.body).toMatchObject({ count: 28, meta: { page: 1, per_page: 5, total_results: 28, total_pages: 6 } });
    expect((await send('PATCH', path, { name: 'x' })).status).toBe(405);
    expect((await nobody('GET', 'public/users/user/')).status).toBe(404);
    await change(lab.pi, 'project', lab.project.id, { is_public: false });
    expect((await nobody('GET', path)).status).toBe(404);
  });
});

describe('the audit log', () => {
  it('names the token and the request that a write came by', async () => {
    const input = { name: 'Audited', projects: [lab.project.id] };
    const answer = await send('POST', 'private/stem/session/', input);
    const rows = await query<{ via: string; token_id: string | null; request_id: string | null }>(
      sql`SELECT via, token_id::text, request_id FROM audit_log WHERE record_id = ${String(under(answer, 'session').id)}`,
    );
    expect(rows).toMatchObject([{ via: 'token', request_id: answer.headers.get('x-request-id') }]);
    expect(rows[0]?.token_id).not.toBeNull();
  });
});
