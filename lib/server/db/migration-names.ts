import 'server-only';
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The folder of the migrations. Apart from the engine that applies them, so that the server does not load it. */
export const migrationsFolder = path.join(process.cwd(), 'prisma/migrations');

/** Names of the migrations in the project, in order. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
