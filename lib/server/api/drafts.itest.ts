import { beforeAll, expect, test } from 'vitest';
import { makePerson } from '@/test/people';
import { cookieNames, writeSessionToken } from '../auth/session-token';
import { handleDrafts, handlePresence } from './drafts';

const draft = {
  owner: '',
  key: 'project:new',
  place: 'project:new',
  model: 'project',
  recordId: null,
  href: '/projects/new',
  writer: 'page',
  sequence: 1,
  content: { at: 1, values: { name: 'Typed' }, base: { name: '' }, version: null, titles: {} },
};
let cookie: string;
let owner: string;

beforeAll(async () => {
  const { account } = await makePerson();
  const token = await writeSessionToken({ userId: account.id, epoch: account.session_epoch, isByProvider: false });
  owner = draft.owner = account.id;
  cookie = `${cookieNames.plain}=${token}`;
});

function ask(method: string, query: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const own = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json', ...headers };
  const init = { method, headers: own, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  return handleDrafts(new Request(`http://localhost/drafts${query}`, init));
}

test('a form keeps, finds and discards what was typed', async () => {
  const kept = await ask('POST', '', draft);
  expect(kept.status).toBe(200);
  const { at, others } = (await kept.json()) as { at: number; others: string[] };
  expect(others).toEqual([]);
  const found = await ask('GET', `?place=project:new&owner=${owner}`);
  expect(await found.json()).toEqual({
    drafts: [
      {
        key: draft.key,
        at,
        writer: 'page',
        href: '/projects/new',
        slot: { key: draft.key, place: 'project:new', model: 'project', recordId: null },
        content: draft.content,
      },
    ],
  });
  expect(found.headers.get('cache-control')).toBe('no-store');
  expect((await ask('DELETE', `?key=project:new&owner=${owner}`)).status).toBe(204);
  expect(await (await ask('GET', `?place=project:new&owner=${owner}`)).json()).toEqual({ drafts: [] });
});

test('only a page of ours, of somebody signed in, is answered', async () => {
  expect((await ask('POST', '', draft, { 'sec-fetch-site': 'cross-site' })).status).toBe(401);
  expect(
    (await ask('DELETE', `?key=project:new&owner=${owner}`, undefined, { 'sec-fetch-site': 'same-site' })).status,
  ).toBe(401);
  expect((await ask('GET', `?place=project:new&owner=${owner}`, undefined, { cookie: '' })).status).toBe(401);
  // Somebody else has signed in since on this browser.
  expect((await ask('POST', '', { ...draft, owner: 'other' })).status).toBe(401);
  expect((await ask('GET', '?place=project:new&owner=other')).status).toBe(401);
  const beat = (headers: Record<string, string>) =>
    handlePresence(
      new Request('http://localhost/drafts/presence', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ owner, place: 'project:new' }),
      }),
    );
  expect((await beat({ cookie })).status).toBe(401);
  expect((await beat({ cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});

test('what can’t be understood is refused', async () => {
  expect((await ask('GET', `?place=nothing&owner=${owner}`)).status).toBe(400);
  expect((await ask('DELETE', `?owner=${owner}`)).status).toBe(400);
  expect((await ask('PUT', '', draft)).status).toBe(405);
  expect((await ask('POST', '', { ...draft, content: 'x' })).status).toBe(400);
  expect((await ask('POST', '', draft, { 'content-type': 'text/plain' })).status).toBe(415);
});
