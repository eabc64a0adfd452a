/** Applies the migrations that the database of DATABASE_URL lacks, and prints their names. Safe to run from several places at once. */
import { applyMigrations } from '@/lib/server/db/migrate';
import { getEnv } from '@/lib/server/env';

for (const name of await applyMigrations(getEnv().DATABASE_URL)) console.log(name);
