import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { dataFolder, root } from './paths.ts';
import { startCluster, type Cluster } from './postgres/cluster.ts';
import { step, Stop } from './progress.mjs';
import { runProgram } from './run-program.mjs';
import { scriptArgs } from './tsx.ts';

export const databaseName = 'sulcus';

/** Runs `work` on one connection to DATABASE_URL, or to `url`. */
export async function withClient<T>(
  work: (client: pg.Client) => Promise<T>,
  url = process.env.DATABASE_URL,
): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

export const builtInFolder = () => path.join(dataFolder(), 'postgres');

/** Starts the built-in server, or joins it, and points DATABASE_URL to its database, which is made the first time. */
export async function openBuiltIn(): Promise<Cluster> {
  const cluster = await startCluster(builtInFolder());
  process.env.DATABASE_URL = cluster.url(databaseName);
  await withClient(async (client) => {
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (rows.length === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  }, cluster.url('postgres'));
  return cluster;
}

/** @throws Stop with one line when the server of DATABASE_URL cannot be used. */
export async function checkServer(): Promise<string> {
  const where = new URL(process.env.DATABASE_URL ?? '').host;
  try {
    const version = await withClient(
      async (client) => (await client.query<{ server_version_num: string }>('SHOW server_version_num')).rows[0],
    );
    if (Number(version?.server_version_num) < 150_000)
      throw new Stop(`PostgreSQL at ${where} is too old: Sulcus needs 15 or newer.`);
    return where;
  } catch (error) {
    if (error instanceof Stop) throw error;
    const reason = error instanceof AggregateError ? error.errors.map(String).join('; ') : String(error);
    throw new Stop(`DATABASE_URL: PostgreSQL at ${where} does not answer (${reason}).`);
  }
}

const has = async (client: pg.Client, table: string) =>
  (await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [table])).rows[0]?.found ===
  true;

/** Whether the database has exactly our migrations. If not, scripts/migrate.ts applies them or says why it cannot. */
export async function isMigrated(): Promise<boolean> {
  const folder = path.join(root, 'prisma/migrations');
  const names = readdirSync(folder).filter((name) => existsSync(path.join(folder, name, 'migration.sql')));
  return withClient(async (client) => {
    if (!(await has(client, '_prisma_migrations'))) return false;
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
    );
    return rows.map(({ name }) => name).join() === names.sort().join();
  });
}

/** Applies what is missing. @throws Stop with what is wrong. */
export async function migrate(): Promise<void> {
  if (await isMigrated()) return;
  await step('Migrations', async () => {
    const names = await runProgram(process.execPath, scriptArgs('migrate.ts'));
    return `${names.split('\n').filter(Boolean).length} applied`;
  });
}

/** The value of a row of the table of marks, or undefined. */
export function readSetting(key: string): Promise<unknown> {
  return withClient(
    async (client) =>
      (await client.query<{ value: unknown }>('SELECT value FROM setting WHERE key = $1', [key])).rows[0]?.value,
  );
}

/** Whether anybody can administer this instance. */
export function hasAdministrator(): Promise<boolean> {
  return withClient(
    async (client) =>
      (await client.query('SELECT 1 FROM account WHERE is_superuser AND is_active LIMIT 1')).rows.length > 0,
  );
}
