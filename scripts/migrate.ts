/** Brings the database of DATABASE_URL to the state of the code, and prints what was applied. Several may do it at once. */
import { applyMigrations, MigrationError } from '@/lib/server/db/migrate';
import { getEnv } from '@/lib/server/env';

try {
  console.log((await applyMigrations(getEnv().DATABASE_URL)).join('\n'));
} catch (error) {
  console.error(error instanceof MigrationError ? error.message : error);
  process.exitCode = 1;
}
