import { expect, it } from 'vitest';
import { handleOpenApi } from './serve';

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  handleOpenApi(new Request('http://localhost:3000/api/openapi.json', { method, headers }));

it('answers the document, and nothing more to who has it already', async () => {
  const first = await ask();
  expect(await first.json()).toMatchObject({ openapi: '3.1.1' });
  const etag = first.headers.get('etag') ?? '';
  const again = await ask({ 'if-none-match': `"other", ${etag}` });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
});

it('is only read', async () => {
  const refused = await ask({}, 'POST');
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  expect((await ask({}, 'OPTIONS')).status).toBe(204);
});
