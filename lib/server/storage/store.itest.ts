import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openS3 } from '@/test/s3-server';
import { localStore } from './local';
import { s3Store } from './s3';
import { previewKey, type FileStore } from './store';

const folder = mkdtempSync(path.join(tmpdir(), 'sulcus-files-'));
let s3: Awaited<ReturnType<typeof openS3>>;
const stores = new Map<string, FileStore>();
const settings = { bucket: 'sulcus', region: 'us-east-1', isPathStyle: true };

beforeAll(async () => {
  s3 = await openS3('sulcus');
  stores.set('a folder', localStore(folder));
  stores.set('a bucket', s3Store({ ...settings, endpoint: s3.endpoint, keyId: s3.key, secret: s3.key }));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await s3.close();
});

const bytesOf = async (stream: ReadableStream<Uint8Array> | null) =>
  stream && Buffer.from(await new Response(stream).arrayBuffer()).toString('latin1');

describe.each(['a folder', 'a bucket'])('files in %s', (name) => {
  const store = () => stores.get(name) ?? localStore(folder);

  it('come back as they went, whole and in part, until they are removed', async () => {
    const key = randomUUID();
    expect([await store().exists(key), await store().get(key)]).toEqual([false, null]);
    const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
    await store().put(key, bytes, 'image/png');
    await store().put(key, bytes, 'image/png');
    await store().put(previewKey(key), Buffer.from('small'), 'image/webp');
    expect(await store().exists(key)).toBe(true);
    expect(await bytesOf(await store().get(key))).toBe(bytes.toString('latin1'));
    expect(await bytesOf(await store().get(key, { start: 69_990, end: 69_999 }))).toBe(
      bytes.subarray(-10).toString('latin1'),
    );
    await store().delete(key);
    await store().delete(key);
    expect([await store().exists(key), await bytesOf(await store().get(previewKey(key)))]).toEqual([false, 'small']);
  });

  it.each(['../../etc/passwd', 'a', `${randomUUID()}/..`, `${randomUUID()}\0`])(
    'are reached by their keys alone, not by %j',
    async (key) => {
      await expect(store().get(key)).rejects.toThrow('This is no key of a file.');
      await expect(store().put(key, Buffer.from('x'), 'text/plain')).rejects.toThrow('This is no key of a file.');
    },
  );
});

it('a folder holds nothing but whole files', async () => {
  await localStore(folder).put(randomUUID(), Buffer.from('x'), 'text/plain');
  expect(readdirSync(path.join(folder, 'files', 'parts'))).toEqual([]);
});

it('a bucket that can’t be used is said to be unavailable', async () => {
  const wrong = s3Store({ ...settings, endpoint: s3.endpoint, keyId: s3.key, secret: 'wrong' });
  await expect(wrong.put(randomUUID(), Buffer.from('x'), 'text/plain')).rejects.toMatchObject({ code: 'unavailable' });
});
