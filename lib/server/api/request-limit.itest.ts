import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makePerson } from '@/test/people';
import { peerHeader, writePeer } from '../auth/peer-address';
import { createToken } from '../auth/tokens';
import { getPool } from '../db/pool';
import * as environment from '../env';
import { frontOf } from './front';
import { networkOf, RequestLimiter } from './request-limit';

const answered = async (work: Promise<void>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      expect(error).toMatchObject({ code: 'too_many_requests', data: { retry_after: expect.any(Number) } });
      return false;
    },
  );
const many = async (limiter: RequestLimiter, key: string, points: number, times: number): Promise<number> => {
  let count = 0;
  for (let turn = 0; turn < times; turn++) if (await answered(limiter.count(key, points))) count += 1;
  return count;
};

it('a key is answered as often as it may be, and another still', async () => {
  const limiter = new RequestLimiter(getPool());
  expect(await many(limiter, 'a', 40, 100)).toBe(40);
  expect(await many(limiter, 'b', 40, 10)).toBe(10);
});

it('requests at the same time share the leases', async () => {
  const limiter = new RequestLimiter(getPool());
  const all = await Promise.all(Array.from({ length: 100 }, () => answered(limiter.count('together', 60))));
  expect(all.filter(Boolean)).toHaveLength(60);
});

it('two replicas together answer no more, and waste at most a lease', async () => {
  const [one, other] = [new RequestLimiter(getPool()), new RequestLimiter(getPool())];
  let count = 0;
  for (let turn = 0; turn < 300; turn++)
    for (const limiter of [one, other]) if (await answered(limiter.count('both', 200))) count += 1;
  expect(count).toBeLessThanOrEqual(200);
  expect(count).toBeGreaterThan(200 - 10);
});

it('costly requests count more', async () => {
  const limiter = new RequestLimiter(getPool());
  const all: boolean[] = [];
  for (let turn = 0; turn < 10; turn++) all.push(await answered(limiter.count('costly', 50, 10)));
  expect(all.filter(Boolean)).toHaveLength(5);
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2:0:0:0:0/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2:0:0:0:0/64'],
  ['nonsense', 'nonsense'],
])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network));

let server: Server;
let base: string;
let token: string;

beforeAll(async () => {
  const env = environment.getEnv();
  vi.spyOn(environment, 'getEnv').mockImplementation(() => ({
    ...env,
    API_RATE_PER_TOKEN: 30,
    API_RATE_PER_ADDRESS: 40,
  }));
  const front = frontOf({});
  server = createServer((request, response) => void front(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const { viewer } = await makePerson();
  ({ token } = await createToken({ userId: viewer.id, name: 'test' }, viewer));
});
afterAll(async () => {
  vi.restoreAllMocks();
  await new Promise((resolve) => server.close(resolve));
});

it('over HTTP a bad token uses the address up, whatever header claims another one, and a good one is still answered', async () => {
  const ask = (authorization: string, headers: Record<string, string> = {}) =>
    fetch(`${base}/private/stem/project/`, { headers: { ...headers, ...(authorization ? { authorization } : {}) } });
  const statuses: number[] = [];
  for (let turn = 0; turn < 8; turn++) {
    const claimed = {
      [peerHeader]: turn % 2 ? writePeer(`192.0.2.${turn}`) : '192.0.2.1',
      'x-forwarded-for': '192.0.2.9',
    };
    statuses.push((await ask('Bearer sulcus_x', claimed)).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 429, 429, 429, 429]);
  const refused = await fetch(`${base}/public/stem/project/`);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: 'too_many_requests', request_id: expect.any(String) });

  const own: number[] = [];
  for (let turn = 0; turn < 40; turn++) own.push((await ask(`Bearer ${token}`)).status);
  expect(own.filter((status) => status === 200)).toHaveLength(30);
  expect(own.at(-1)).toBe(429);
});
