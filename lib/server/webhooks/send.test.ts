import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as environment from '../env';
import { send } from './send';

let server: Server | undefined;

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://localhost/none');
  const env = environment.getEnv();
  vi.spyOn(environment, 'getEnv').mockReturnValue({ ...env, WEBHOOK_ALLOW_PRIVATE: true });
});
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

/** The port of a server on this machine. */
async function listen(answer: RequestListener): Promise<number> {
  const opened = createServer(answer);
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  return (opened.address() as AddressInfo).port; // it listens on a port
}

const textOf = async (incoming: IncomingMessage): Promise<string> => (await incoming.toArray()).join('');
const post = (url: string) => ({ url, headers: { 'Sulcus-Event': 'ping' }, body: '{"é":1}' });

test('the body arrives, and the answer comes back', async () => {
  const seen: unknown[] = [];
  const port = await listen((request, response) => {
    void textOf(request).then((body) => {
      seen.push([request.method, request.url, request.headers['sulcus-event'], body]);
      response.writeHead(202).end('thanks\0');
    });
  });
  const outcome = await send(post(`http://127.0.0.1:${port}/hook?key=1`));
  expect(outcome).toMatchObject({ status: 202, error: null, response: 'thanks�' });
  expect(outcome.durationMs).toBeGreaterThanOrEqual(0);
  expect(seen).toEqual([['POST', '/hook?key=1', 'ping', '{"é":1}']]);
});

test('the connection goes to the address that was checked, and the name is asked for once', async () => {
  const hosts: unknown[] = [];
  const port = await listen((request, response) => {
    hosts.push(request.headers.host);
    response.end();
  });
  // The second answer would lead elsewhere: this is what a rebinding name does.
  const resolve = vi
    .fn<() => Promise<{ address: string; family: number }[]>>()
    .mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }])
    .mockResolvedValue([{ address: '169.254.169.254', family: 4 }]);
  const outcome = await send(post(`http://rebinding.example:${port}/`), { resolve });
  expect(outcome).toMatchObject({ status: 200, error: null });
  expect(resolve).toHaveBeenCalledTimes(1);
  expect(hosts).toEqual([`rebinding.example:${port}`]);
});

test('a refused address is not connected to', async () => {
  const resolve = async () => [{ address: '169.254.169.254', family: 4 }];
  const outcome = await send(post('http://metadata.example/'), { resolve });
  expect(outcome).toMatchObject({ status: null, error: '“metadata.example” has no public address.', response: null });
});

test('a redirect is an answer, not followed', async () => {
  let count = 0;
  const port = await listen((_request, response) => {
    count += 1;
    response.writeHead(302, { location: '/elsewhere' }).end();
  });
  expect(await send(post(`http://127.0.0.1:${port}/`))).toMatchObject({ status: 302, error: null });
  expect(count).toBe(1);
});

test('of an endless answer only the beginning is read', async () => {
  const port = await listen((_request, response) => {
    const more = () => {
      while (response.write('x'.repeat(1024)));
      response.once('drain', more);
    };
    more();
  });
  const outcome = await send(post(`http://127.0.0.1:${port}/`));
  expect(outcome).toMatchObject({ status: 200, response: 'x'.repeat(2048) });
});

test.each<[string, RequestListener]>([
  ['never answers', () => undefined],
  ['never ends its answer', (_request, response) => void response.writeHead(200).write('a')],
])('a receiver that %s is given up', async (_words, answer) => {
  const port = await listen(answer);
  const outcome = await send(post(`http://127.0.0.1:${port}/`), { timeoutMs: 50 });
  expect(outcome).toMatchObject({ status: null, error: 'No answer within 0.05 s.' });
});

test('so is a name that is never resolved', async () => {
  const outcome = await send(post('http://slow.example/'), {
    resolve: () => new Promise(() => undefined),
    timeoutMs: 20,
  });
  expect(outcome.error).toBe('No answer within 0.02 s.');
});

test('other failures are told in words', async () => {
  const port = await listen((request) => request.socket.destroy());
  expect((await send(post(`http://127.0.0.1:${port}/`))).error).toBe(
    'The connection was closed before there was an answer.',
  );
  expect((await send(post(`https://127.0.0.1:${port}/`))).error).toMatch(/TLS|closed|failed/);
  await new Promise((resolve) => server?.close(resolve));
  expect((await send(post(`http://127.0.0.1:${port}/`))).error).toBe('The connection was refused.');
});
