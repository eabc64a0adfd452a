import pg from 'pg';
import { withClient } from '../scripts/lib/database.ts';
import { runProgram } from '../scripts/lib/run-program.mjs';
import { scriptArgs } from '../scripts/lib/tsx.ts';
import { counts, seed } from './seed.ts';
import type { Reach } from './scenarios.ts';

const nameOf = (sessions: number): string => `sulcus_bench_${sessions}`;

/** The address of the database of one size. */
export const urlOf = (serverUrl: string, sessions: number): string =>
  Object.assign(new URL(serverUrl), { pathname: `/${nameOf(sessions)}` }).toString();

/** Makes the database of one size afresh and fills it; answers its address. */
export async function makeDatabase(serverUrl: string, sessions: number): Promise<string> {
  await dropDatabase(serverUrl, sessions);
  await withClient((client) => client.query(`CREATE DATABASE ${nameOf(sessions)}`), serverUrl);
  const url = urlOf(serverUrl, sessions);
  await runProgram(process.execPath, scriptArgs('migrate.ts'), { env: { ...process.env, DATABASE_URL: url } });
  await withClient((client) => seed(client, sessions), url);
  return url;
}

export const dropDatabase = (serverUrl: string, sessions: number): Promise<unknown> =>
  withClient((client) => client.query(`DROP DATABASE IF EXISTS ${nameOf(sessions)} WITH (FORCE)`), serverUrl);

/** The projects that each user reaches, by their numbers in the seed. */
export async function reachOf(url: string): Promise<Reach> {
  const rows = await withClient(
    async (client) =>
      (
        await client.query<{ user: string; project: string }>(
          `SELECT right(user_id::text, 12) AS "user", right(record_id::text, 12) AS project FROM project_access ORDER BY 1, 2`,
        )
      ).rows,
    url,
  );
  const reach = Array.from({ length: counts.users }, (): number[] => []);
  for (const { user, project } of rows) reach[parseInt(user, 16)]?.push(parseInt(project, 16));
  return reach;
}

/** Another writer: takes transaction numbers until it is stopped, so that what was counted before must be counted again. */
export async function keepWriting(url: string): Promise<() => Promise<void>> {
  const client = new pg.Client(url);
  await client.connect();
  let isOver = false;
  const loop = (async () => {
    while (!isOver) {
      await client.query('SELECT pg_current_xact_id()');
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await client.end();
  })();
  return async () => {
    isOver = true;
    await loop;
  };
}
