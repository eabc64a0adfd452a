import type { PoolClient } from 'pg';
import { v7 } from 'uuid';
import { beforeAll, expect, it } from 'vitest';
import { createUser } from '@/lib/server/auth/accounts';
import { createToken } from '@/lib/server/auth/tokens';
import { seedStarter } from '@/lib/server/operations/seed';
import { insertStoredFile } from '../queries/stored-file';
import { getStore } from '../storage/current';
import { previewKey } from '../storage/store';
import { backupText, findTables, quote } from './backup';
import { getPool } from './pool';
import { restoreBackup } from './restore';

let whole = '';
/** A file of more than one line. */
const file = v7();
const picture = Buffer.from(Array.from({ length: 700_000 }, (_, index) => (index * 31) % 251));

async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await getPool().connect();
  return work(client).finally(() => client.release());
}

const read = () =>
  withClient(async (client) => {
    let text = '';
    for await (const piece of backupText(client)) text += piece;
    return text;
  });

/** In pieces that cut lines and characters anywhere. */
async function* chunksOf(text: string, size = 777): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const restore = (text: string, isForced = true) =>
  withClient((client) => restoreBackup(client, chunksOf(text), isForced));

/** Everything in the database, as PostgreSQL prints whole rows. */
const content = () =>
  withClient(async (client) => {
    const all: Record<string, unknown> = {};
    for (const { table } of await findTables(client)) {
      all[table] = (await client.query(`SELECT t::text AS row FROM ${quote(table)} t ORDER BY 1`)).rows;
    }
    all.sequences = (
      await client.query(`SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`)
    ).rows;
    return all;
  });

beforeAll(async () => {
  await seedStarter();
  const { id } = await createUser({
    email: 'zoë@example.org',
    name: 'Zoë "O’Hara" \\ \n 🧠',
    password: 'long enough a secret',
  });
  await createToken({ userId: id, name: 'Pipeline' });
  const values = [
    id,
    v7(),
    JSON.stringify({ odd: 'tab\tline\nquote"back\\slash  é', none: null, large: 12345678901234567890n.toString() }),
  ];
  await getPool().query(
    `INSERT INTO audit_log (user_id, via, model, record_id, action, before, after) VALUES ($1, 'cookie', 'user', $2, 'update', 'null', $3)`,
    values,
  );
  await getPool().query(
    `INSERT INTO setting (key, value) VALUES ('exact', '1234567890.12345678901234567890'), ('null', 'null')`,
  );
  await getStore().put(file, picture, 'image/png');
  await getStore().put(previewKey(file), Buffer.from('small'), 'image/webp');
  await insertStoredFile({
    id: file,
    name: 'rig.png',
    media_type: 'image/png',
    bytes: picture.byteLength,
    sha256: '00',
    width: 1,
    height: 1,
    preview: true,
    created_by: id,
  });
  whole = await read();
});

it('gives back every row of every table, and goes on counting where it was', async () => {
  const before = await content();
  expect(Object.keys(before).length).toBeGreaterThan(40);
  await createUser({ email: 'later@example.org', name: 'Later', password: 'long enough a secret' });
  expect(await content()).not.toEqual(before);
  await restore(whole);
  expect(await content()).toEqual(before);
  const next = await createUser({ email: 'next@example.org', name: 'Next', password: 'long enough a secret' });
  expect(next.number).toBeGreaterThan(1);
});

it('brings back files that the store has lost, and leaves those that it has', async () => {
  const store = getStore();
  const bytesOf = async (key: string) => Buffer.from(await new Response(await store.get(key)).arrayBuffer());
  await store.delete(file);
  await store.put(previewKey(file), Buffer.from('other'), 'image/webp');
  await restore(whole);
  expect((await bytesOf(file)).equals(picture)).toBe(true);
  expect((await bytesOf(previewKey(file))).toString()).toBe('other');
});

it('puts no file into the store that was damaged on the way', async () => {
  await getStore().delete(file);
  const line = JSON.stringify(picture.subarray(0, 600).toString('base64')).slice(0, 40);
  await expect(restore(whole.replace(line, line.replace(/.$/, '/')))).rejects.toThrow('damaged');
  expect(await getStore().exists(file)).toBe(false);
});

it('leaves triggers and the append-only log as strict as before', async () => {
  await restore(whole);
  await expect(getPool().query('DELETE FROM audit_log')).rejects.toThrow();
  await expect(getPool().query(`INSERT INTO account (user_id) VALUES ('${v7()}')`)).rejects.toThrow();
});

it('does not overwrite a database in use unless told to', async () => {
  const before = await content();
  await expect(restore(whole, false)).rejects.toThrow('--force');
  expect(await content()).toEqual(before);
});

it.each<[string, (text: string) => string, string]>([
  ['cut off between two lines', (text) => `${text.split('\n').slice(0, -20).join('\n')}\n`, 'damaged'],
  ['cut off within a line', (text) => text.slice(0, -100), 'damaged'],
  ['with one letter changed', (text) => text.replace('Pipeline', 'Pipelime'), 'damaged'],
  ['with a row less', (text) => text.replace(/\n\["[^\n]+(?=\n)/, ''), 'damaged'],
  [
    'with another type in it',
    (text) =>
      text.replace('"type" : "citext"', '"type" : "text); --"').replace('"type":"citext"', '"type":"text); --"'),
    'damaged',
  ],
  [
    'of an older version',
    (text) => text.replace(/"migrations":\[[^\]]*\]/, '"migrations":[]'),
    'before the last migrations',
  ],
  [
    'of a newer version',
    (text) => text.replace('"migrations":[', '"migrations":["29990101000000_later",'),
    'another version',
  ],
  ['that is something else', () => 'hello\n', 'not a backup'],
  ['that is empty', () => '', 'not a backup'],
])('a file %s changes nothing', async (_name, spoil, message) => {
  const before = await content();
  await expect(restore(spoil(whole))).rejects.toThrow(message);
  expect(await content()).toEqual(before);
});
