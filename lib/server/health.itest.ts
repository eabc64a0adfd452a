import { expect, it } from 'vitest';
import { closePools, getPool } from '@/lib/server/db/pool';
import { checkHealth } from './health';

it('is well once the database is migrated', async () => {
  expect(await checkHealth()).toMatchObject({
    status: 'ok',
    node: process.versions.node,
    migration: expect.stringMatching(/^\d{14}_/),
  });
});

it('is unavailable while a migration is missing, and recovers', async () => {
  await getPool().query(`UPDATE _prisma_migrations SET rolled_back_at = now()`);
  expect(await checkHealth()).toMatchObject({
    status: 'unavailable',
    reason: expect.stringContaining('to be applied'),
  });
  await getPool().query(`UPDATE _prisma_migrations SET rolled_back_at = NULL`);
  await getPool().query(`ALTER TABLE _prisma_migrations RENAME TO elsewhere`);
  expect(await checkHealth()).toMatchObject({ status: 'unavailable', reason: 'The database is not migrated.' });
  await getPool().query(`ALTER TABLE elsewhere RENAME TO _prisma_migrations`);
  expect(await checkHealth()).toMatchObject({ status: 'ok' });
});

it('survives connections that the server ends', async () => {
  await checkHealth();
  const other = await getPool().connect();
  await other.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  other.release();
  expect(await checkHealth()).toMatchObject({ status: 'ok' });
  await closePools();
});
