import { afterEach, describe, expect, test, vi } from 'vitest';
import { getPool } from '@/lib/server/db/pool';
import { makePerson, testPassword } from '@/test/people';
import { giveApp } from '@/test/two-factor';
import { removeMethod, listTwoFactor } from './two-factor';
import { writeSessionToken } from './session-token';
import { createToken } from './tokens';

const browser = vi.hoisted(() => ({ cookie: '', path: '/subjects?q=M07' }));
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === 'next-auth.session-token' ? { value: browser.cookie } : undefined),
  }),
  headers: async () => new Headers({ 'x-path': browser.path }),
}));
vi.mock('next/navigation', () => ({
  redirect: (path: string) => {
    throw new Error(`to ${path}`);
  },
  notFound: () => {
    throw new Error('not found');
  },
}));

afterEach(() => vi.unstubAllEnvs());

/** The environment is parsed once per process: each setting loads the modules afresh. */
async function load(setting: string) {
  vi.resetModules();
  vi.stubEnv('REQUIRE_TWO_FACTOR', setting);
  const [pages, api, methods] = await Promise.all([
    import('./viewer'),
    import('@/lib/server/api/handler'),
    import('./two-factor'),
  ]);
  return { ...pages, ...api, ...methods };
}

type Person = Awaited<ReturnType<typeof makePerson>>;

async function open({ account }: Person, isByProvider = false) {
  const { rows } = await getPool().query<{ session_epoch: number }>(
    `SELECT session_epoch FROM account WHERE user_id = $1`,
    [account.id],
  );
  browser.cookie = await writeSessionToken({ userId: account.id, epoch: rows[0]?.session_epoch ?? 0, isByProvider });
}

const path = { portal: 'private', app: 'stem', model: 'session' };
const request = (headers: Record<string, string>, method = 'GET') =>
  new Request('http://localhost/api/private/stem/session/', {
    method,
    headers: { host: 'localhost', 'sec-fetch-site': 'same-origin', ...headers },
  });

/** The statuses of the API for the open browser: reading, writing. */
const statuses = async (handleApi: Awaited<ReturnType<typeof load>>['handleApi']) => {
  const cookie = `next-auth.session-token=${browser.cookie}`;
  return Promise.all(
    ['GET', 'POST'].map(async (method) => (await handleApi(request({ cookie }, method), path)).status),
  );
};

describe('REQUIRE_TWO_FACTOR', () => {
  test('everyone: without one neither pages nor the API are reached, but the page to set it up is', async () => {
    const person = await makePerson();
    const { getViewer, requireViewer, requireSuperuser, requireSignedIn, handleApi } = await load('everyone');
    await open(person);
    expect(await getViewer()).toBeNull();
    await expect(requireViewer()).rejects.toThrow('to /sign-in/set-up?next=%2Fsubjects%3Fq%3DM07');
    await expect(requireViewer('/dashboard')).rejects.toThrow('to /sign-in/set-up');
    await expect(requireSuperuser()).rejects.toThrow('to /sign-in/set-up');
    expect(await requireSignedIn()).toMatchObject({ mustSetUp: true, viewer: { id: person.account.id } });
    expect(await statuses(handleApi)).toEqual([403, 403]);
    const refusal = await handleApi(request({ cookie: `next-auth.session-token=${browser.cookie}` }), path);
    expect(await refusal.json()).toMatchObject({ detail: expect.stringContaining('/sign-in/set-up') });

    const { token } = await createToken({ userId: person.account.id, name: 'pipeline' });
    expect((await handleApi(request({ authorization: `Bearer ${token}` }), path)).status).toBe(200);

    await giveApp(person.viewer);
    await expect(requireViewer()).rejects.toThrow('to /sign-in?next=');
    await open(person);
    expect(await requireViewer()).toMatchObject({ id: person.account.id });
    expect((await statuses(handleApi))[0]).toBe(200);
  });

  test('everyone: the last one cannot be removed', async () => {
    const { viewer } = await makePerson();
    await giveApp(viewer);
    const { removeMethod: remove } = await load('everyone');
    const [app] = (await listTwoFactor(viewer.id)).methods;
    await expect(remove(viewer, app?.id ?? '', testPassword)).rejects.toMatchObject({ code: 'conflict' });
    expect((await listTwoFactor(viewer.id)).methods).toHaveLength(1);
    await removeMethod(viewer, app?.id ?? '', testPassword);
    expect((await listTwoFactor(viewer.id)).methods).toHaveLength(0);
  });

  test('administrators: nobody else', async () => {
    const [member, administrator] = [await makePerson(), await makePerson({ isSuperuser: true })];
    const { requireViewer, handleApi } = await load('administrators');
    await open(member);
    expect(await requireViewer()).toMatchObject({ id: member.account.id });
    expect((await statuses(handleApi))[0]).toBe(200);

    await open(administrator);
    expect(await statuses(handleApi)).toEqual([403, 403]);
    const again = await load('administrators');
    await expect(again.requireViewer()).rejects.toThrow('to /sign-in/set-up');
  });

  test('none, and sessions that the provider has begun, are let in', async () => {
    const person = await makePerson();
    await open(person);
    expect(await (await load('none')).requireViewer()).toMatchObject({ id: person.account.id });
    await open(person, true);
    const { requireViewer, handleApi } = await load('everyone');
    expect(await requireViewer()).toMatchObject({ id: person.account.id });
    expect((await statuses(handleApi))[0]).toBe(200);
  });
});
