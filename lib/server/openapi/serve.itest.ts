import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { frontOf } from '../api/front';

it('is sent packed by the server in front', async () => {
  const front = frontOf({ 'X-Shared': 'yes' });
  const server = createServer((request, response) => void front(request, response)).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const answer = await fetch(`http://127.0.0.1:${port}/api/openapi.json`, { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(answer.headers.get('x-shared')).toBe('yes');
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(200_000);
  expect(await answer.json()).toMatchObject({ openapi: '3.1.1' });
});
