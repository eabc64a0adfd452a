import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { removeCluster, startCluster } from './cluster';
import { readPlace } from './place';

const folder = path.join(inject('dataFolder'), 'cluster');
// Below a folder that PostgreSQL's user cannot enter the files are elsewhere.
const dataOf = (name: string) => path.join(readPlace(name)?.where ?? name, 'data');
const markOf = (name: string) => path.join(dataOf(name), 'postmaster.pid');
const start = (name = folder) => startCluster(name, { isThrowaway: true });
const pidOf = (name: string) => Number(readFileSync(markOf(name), 'utf8').split('\n')[0]);

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  return (await client.query(text).finally(() => client.end())).rows;
}

beforeAll(async () => {
  const cluster = await start();
  await query(cluster.url('postgres'), `CREATE TABLE kept AS SELECT 'Größe' AS word`);
});
afterAll(() => removeCluster(folder));

it('joins a server that runs, and starts one that was stopped', async () => {
  const joined = await start();
  expect(joined.wasRunning).toBe(true);
  await joined.stop();
  expect(existsSync(markOf(folder))).toBe(false);
  const again = await start();
  expect(again.wasRunning).toBe(false);
  expect(await query(again.url('postgres'), 'SELECT word FROM kept')).toEqual([{ word: 'Größe' }]);
});

it('recovers from a server that was killed, also when its number has gone to another program', async () => {
  process.kill(pidOf(folder), 'SIGKILL');
  const { url } = await start();
  expect(await query(url('postgres'), 'SELECT word FROM kept')).toHaveLength(1);
  await (await start()).stop();
  writeFileSync(markOf(folder), `${process.pid}\n${dataOf(folder)}\n0\n5432\n\n\n\nready\n`);
  expect((await start()).wasRunning).toBe(false);
});

it('finds words in any script, in any case of letters', async () => {
  const { url } = await start();
  const [row] = await query(url('postgres'), `CREATE EXTENSION IF NOT EXISTS pg_trgm; SELECT 1`).then(() =>
    query(
      url('postgres'),
      `SELECT similarity('GRÖSSE Ñandú', 'größe') > 0 AS close, lower('ÅÉ') AS low, 'Ñandú' ILIKE '%ñAND%' AS found`,
    ),
  );
  expect(row).toEqual({ close: true, low: 'åé', found: true });
});

it('listens to this machine only, and keeps its password to itself', async () => {
  const { url } = await start();
  expect(await query(url('postgres'), 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(statSync(path.join(folder, 'place.json')).mode & 0o077).toBe(0);
  const wrong = new URL(url('postgres'));
  wrong.password = 'guess';
  await expect(query(wrong.toString(), 'SELECT 1')).rejects.toThrow('password');
});

it('keeps a copy of the project apart, and its data where the project moves', async () => {
  const [copy, moved] = [`${folder}-copy`, `${folder}-moved`];
  const original = await start();
  mkdirSync(copy);
  cpSync(path.join(folder, 'place.json'), path.join(copy, 'place.json'));
  const other = await start(copy);
  expect(other.wasRunning).toBe(false);
  expect(new URL(other.url('x')).port).not.toBe(new URL(original.url('x')).port);
  await removeCluster(copy);

  await original.stop();
  renameSync(folder, moved);
  const there = await start(moved);
  expect(await query(there.url('postgres'), 'SELECT word FROM kept')).toHaveLength(1);
  await there.stop();
  renameSync(moved, folder);
});
