import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applyMigrations } from '@/lib/server/db/migrate';
import { removeCluster, startCluster } from '../scripts/lib/postgres/cluster.ts';
import { isAlive } from '../scripts/lib/postgres/postmaster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server's database `postgres`. */
    serverUrl: string;
    /** Name of the migrated database that each test file starts from. */
    template: string;
    dataFolder: string;
  }
}

const folder = path.resolve('.data/test');

/** What a run that was killed has left. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(folder)) {
    const pid = Number(/^run-(\d+)$/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    await removeCluster(path.join(folder, name, 'postgres'));
    rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

async function openServer(data: string): Promise<{ serverUrl: string; close: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    const { hostname } = new URL(given);
    if (!['localhost', '127.0.0.1', '[::1]'].includes(hostname))
      throw new Error(`Tests run on a local database only, not on ${hostname}.`);
    return { serverUrl: given, close: async () => undefined };
  }
  const cluster = await startCluster(data, { isThrowaway: true });
  return { serverUrl: cluster.url('postgres'), close: () => removeCluster(data) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** One PostgreSQL server and one migrated template for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = path.join(folder, `run-${process.pid}`);
  mkdirSync(dataFolder, { recursive: true });
  await removeLeftovers();
  const { serverUrl, close } = await openServer(path.join(dataFolder, 'postgres'));
  const template = `sulcus_test_${process.pid}`;
  const templateUrl = new URL(serverUrl);
  templateUrl.pathname = `/${template}`;
  await run(serverUrl, `CREATE DATABASE ${template}`);
  await applyMigrations(templateUrl.toString());

  project.provide('serverUrl', serverUrl);
  project.provide('template', template);
  project.provide('dataFolder', dataFolder);
  return async () => {
    await run(serverUrl, `DROP DATABASE ${template} WITH (FORCE)`);
    await close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
