import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { make } from '@/test/lab';
import { makePerson } from '@/test/people';
import { createToken } from '../auth/tokens';
import { frontOf } from './front';

let server: Server;
let base: string;
let authorization: Record<string, string>;
let session: string;

beforeAll(async () => {
  const front = frontOf({ 'X-Shared': 'yes' });
  server = createServer((request, response) => {
    if (!front(request, response)) response.writeHead(299).end('next');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { viewer } = await makePerson();
  const { token } = await createToken({ userId: viewer.id, name: 'test' }, viewer);
  authorization = { Authorization: `Bearer ${token}` };
  const project = await make(viewer, 'project', { name: 'Front' });
  for (const name of ['One', 'Two', 'Three', 'Four'])
    session = String(
      (await make(viewer, 'session', { name, projects: [project.id], description: '<p>As yesterday.</p>' })).id,
    );
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const sessions = '/api/private/stem/session/';
const get = (path: string, init: RequestInit = {}) =>
  fetch(`${base}${path}`, { ...init, headers: { ...authorization, ...init.headers } });

it('answers lists and records, with the headers of all answers', async () => {
  const list = await get(`${sessions}?limit=2`);
  expect(list.status).toBe(200);
  expect(list.headers.get('x-shared')).toBe('yes');
  expect(list.headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
  expect(await list.json()).toMatchObject({ count: 4, next: `${base}${sessions}?limit=2&offset=2` });
  const one = await get(`${sessions}${session}`);
  expect([one.headers.get('etag'), await one.json()]).toMatchObject([
    '"1"',
    { session: { id: session, name: 'Four' } },
  ]);
});

it('compresses what is large, for those who take it', async () => {
  const packed = await get(sessions, { headers: { 'Accept-Encoding': 'gzip' } });
  expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual([
    'gzip',
    expect.stringContaining('Accept-Encoding'),
  ]);
  expect(await packed.json()).toMatchObject({ count: 4 });
  for (const accepted of ['identity', 'gzip;q=0', 'br'])
    expect((await get(sessions, { headers: { 'Accept-Encoding': accepted } })).headers.has('content-encoding')).toBe(
      false,
    );
});

it('takes bodies, and answers mistakes as the API does', async () => {
  const post = (body: string, type = 'application/json') =>
    get(sessions, { method: 'POST', body, headers: { 'Content-Type': type } });
  expect((await post('{"name":"","projects":[]}')).status).toBe(400);
  expect((await post('x', 'text/csv')).status).toBe(415);
  expect(
    await post(`{"name":"${'x'.repeat(3_000_000)}"}`).then(
      (answer) => answer.status,
      () => 413,
    ),
  ).toBe(413);
  expect((await fetch(`${base}${sessions}`)).status).toBe(401);
  expect((await get(`${sessions}nonsense/`)).status).toBe(404);
  expect((await get(sessions, { method: 'DELETE' })).status).toBe(405);
});

it('answers HEAD without a body', async () => {
  const head = await get(`${sessions}${session}/`, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, '"1"', '']);
});

it.each([
  '/',
  '/sessions',
  '/api/health',
  '/api/auth/users/user',
  '/api/public/session-toml/validate',
  '/api/private/stem/%zz',
  '/api/private/stem/nothing',
])('leaves %s to the next', async (path) => expect((await get(path)).status).toBe(299));

it('survives a client that goes away in the middle of its body', async () => {
  await new Promise<void>((resolve) => {
    const request = ask(`${base}${sessions}`, {
      method: 'POST',
      headers: { ...authorization, 'Content-Type': 'application/json', 'Content-Length': '1000' },
    });
    request.on('error', () => resolve());
    request.write('{"name":', () => setTimeout(() => request.destroy(), 20));
  });
  expect((await get(sessions)).status).toBe(200);
});
