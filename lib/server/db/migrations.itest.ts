import { readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { applyMigrations, schemaDiff } from './migrate';
import { migrationNames } from './migration-names';
import { getPool } from './pool';

const urlOf = (database: string) =>
  Object.assign(new URL(inject('serverUrl')), { pathname: `/${database}` }).toString();

it('migrations on an empty database give exactly the schema', async () => {
  expect(await schemaDiff(inject('serverUrl'))).toBe('');
});

it('several starts at once migrate once', async () => {
  const name = `${inject('template')}_several`;
  await getPool().query(`CREATE DATABASE ${name}`);
  try {
    const applied = await Promise.all([urlOf(name), urlOf(name), urlOf(name)].map(applyMigrations));
    expect(applied.flat().sort()).toEqual(migrationNames());
  } finally {
    await getPool().query(`DROP DATABASE ${name}`);
  }
});

it.each(migrationNames())('%s says where the data went of all it drops', (name) => {
  const sql = readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8');
  if (/\bDROP\s+(COLUMN|TABLE)\b/i.test(sql)) expect(sql).toMatch(/^-- data: \S/m);
});

it('the audit log is append-only, for whoever asks', async () => {
  const pool = getPool();
  await pool.query(
    `INSERT INTO audit_log (via, model, record_id, action) VALUES ('system: test', 'session', gen_random_uuid(), 'create')`,
  );
  for (const statement of [`UPDATE audit_log SET action = 'x'`, 'DELETE FROM audit_log'])
    await expect(pool.query(statement)).rejects.toThrow('audit_log is append-only');
  await expect(pool.query('SELECT action FROM audit_log')).resolves.toMatchObject({ rows: [{ action: 'create' }] });
});
