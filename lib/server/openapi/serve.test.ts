import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { handleOpenApi } from './serve';

const get = (headers: Record<string, string> = {}) =>
  handleOpenApi(new Request('http://localhost:3000/api/openapi.json', { headers }));

it('answers the document, packed for those who take it so', async () => {
  const plain = await get();
  const text = await plain.text();
  expect(JSON.parse(text)).toMatchObject({ openapi: '3.1.1' });
  expect(plain.headers.get('content-encoding')).toBeNull();
  const packed = await get({ 'accept-encoding': 'br, gzip' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(text);
  expect((await get({ 'accept-encoding': 'gzip;q=0' })).headers.get('content-encoding')).toBeNull();
});

it('answers nothing more to who has it already', async () => {
  const etag = (await get()).headers.get('etag') ?? '';
  const again = await get({ 'if-none-match': `"other", ${etag}` });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
});
