import path from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const resolve = { alias: { '@': root, 'server-only': path.join(root, 'test/server-only.ts') } };
/** The zone of the tests' laboratory is fixed, and differs from that of the machine: a mix-up shows. */
const env = {
  TZ: 'UTC',
  LAB_TIME_ZONE: 'Europe/Lisbon',
  NEXTAUTH_SECRET: 'tests-only-tests-only-tests-only-tests-only',
  SIGN_UP: 'open',
  // What is limited has a test of its own.
  API_RATE_PER_TOKEN: '0',
  API_RATE_PER_ADDRESS: '0',
};
const exclude = ['**/node_modules/**', '.data/**', '.next/**', 'e2e/**'];

export default defineConfig({
  test: {
    environment: 'node',
    maxWorkers: 2,
    silent: 'passed-only',
    projects: [
      { resolve, test: { name: 'unit', include: ['**/*.test.{ts,tsx}'], exclude, env } },
      {
        resolve,
        test: {
          name: 'integration',
          include: ['**/*.itest.ts'],
          exclude,
          env,
          globalSetup: 'test/database-server.ts',
          setupFiles: 'test/database.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // A machine with other work may be slow; what is waited for comes or does not.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
