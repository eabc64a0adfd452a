import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { closePools } from '@/lib/server/db/pool';

// Each test file has a database of its own, migrated and empty, whose address is in DATABASE_URL before anything reads it.
const serverUrl = inject('serverUrl');
const name = `${inject('template')}_${process.pid}_${Date.now()}`;

async function run(statement: string): Promise<void> {
  const client = new pg.Client(serverUrl);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

await run(`CREATE DATABASE ${name} TEMPLATE ${inject('template')}`);
const url = new URL(serverUrl);
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.toString();
process.env.DATA_DIR = inject('dataFolder');

afterAll(async () => {
  await closePools();
  await run(`DROP DATABASE ${name} WITH (FORCE)`);
});
