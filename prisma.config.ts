import { defineConfig } from 'prisma/config';

/** For `prisma generate` only. Migrations are applied and made by lib/server/db/migrate.ts, which needs no native engine. */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
});
