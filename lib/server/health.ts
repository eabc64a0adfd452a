import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import manifest from '@/package.json';
import { getPool } from '@/lib/server/db/pool';
import { migrationNames } from '@/lib/server/db/migration-names';

const timeoutMs = 3000;

/** Whether requests can be served, and by which versions. `reason` is for the person who runs the instance. */
export type Health =
  | { status: 'ok'; version: string; node: string; database: string; migration: string | null }
  | { status: 'unavailable'; version: string; reason: string };

const rowSchema = z.object({ database: z.string(), applied: z.array(z.string()) });

async function ask(): Promise<z.infer<typeof rowSchema>> {
  const { rows } = await getPool().query(
    `SELECT current_setting('server_version') AS database,
      array(SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1) AS applied`,
  );
  return rowSchema.parse(rows[0]);
}

const timeout = async (): Promise<never> => {
  await sleep(timeoutMs, undefined, { ref: false });
  throw new Error(`The database has not answered within ${timeoutMs} ms.`);
};

const isMissingTable = (error: unknown) => error instanceof Error && 'code' in error && error.code === '42P01';

/** Asks the database, for at most 3 s. Never throws. */
export async function checkHealth(): Promise<Health> {
  const { version } = manifest;
  try {
    const { database, applied } = await Promise.race([ask(), timeout()]);
    const missing = migrationNames().filter((name) => !applied.includes(name));
    if (missing.length > 0)
      return { status: 'unavailable', version, reason: `${missing.length} migrations are to be applied.` };
    return { status: 'ok', version, node: process.versions.node, database, migration: applied.at(-1) ?? null };
  } catch (error) {
    if (isMissingTable(error)) return { status: 'unavailable', version, reason: 'The database is not migrated.' };
    console.error('health:', String(error));
    return { status: 'unavailable', version, reason: 'The database does not answer.' };
  }
}
