import 'server-only';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { migrationNames, migrationsFolder } from './migration-names';
import { ScriptError, withSchemaEngine } from './schema-engine';

const schemaFolder = path.join(process.cwd(), 'prisma/schema');
const filters = { externalTables: [], externalEnums: [] };
/** Any fixed number: several replicas may start at once, and one of them migrates. */
const lockKey = 7_203_119;

const schemaFiles = () =>
  readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(path.join(schemaFolder, name), 'utf8') }));

/** This database and this version of Sulcus do not go together, or a script failed; the message says what to do. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

const scriptOf = (name: string) => readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8');

/** The migrations that a database lacks, in order. @throws MigrationError when its history is not the beginning of ours. */
async function pendingNames(client: pg.PoolClient): Promise<string[]> {
  const names = migrationNames();
  const table = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`,
  );
  if (!table.rows[0]?.exists) return names;
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  for (const [index, { name, checksum }] of rows.entries()) {
    if (!names.includes(name))
      throw new MigrationError(
        `The database has the migration ${name}, which this version of Sulcus lacks: use a newer version.`,
      );
    if (names[index] !== name)
      throw new MigrationError(
        `The database lacks the migration ${names[index]}, older than its ${name}: the histories differ.`,
      );
    if (createHash('sha256').update(scriptOf(name)).digest('hex') !== checksum)
      throw new MigrationError(
        `The migration ${name} was edited after it had been applied: restore it, and put the change into a new one.`,
      );
  }
  return names.slice(rows.length);
}

const migrationsList = () => ({
  baseDir: migrationsFolder,
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: '',
  migrationDirectories: migrationNames().map((name) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: scriptOf(name) } },
  })),
});

async function onConnection<T>(url: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
    await pool.end();
  }
}

/** Applies what is pending, all of it or nothing. Answers the names applied. @throws MigrationError */
export async function applyMigrations(url: string): Promise<string[]> {
  return onConnection(url, async (client) => {
    await client.query('BEGIN');
    try {
      // Held to the end of the transaction, however it ends.
      await client.query('SELECT pg_advisory_xact_lock($1)', [lockKey]);
      const pending = await pendingNames(client);
      if (pending.length > 0)
        await withSchemaEngine(client, schemaFiles(), (engine) =>
          engine.applyMigrations({ migrationsList: migrationsList(), filters }),
        );
      await client.query('COMMIT');
      return pending;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined); // the connection itself may be what failed
      if (error instanceof ScriptError)
        throw new MigrationError(`A migration failed, and nothing was changed: ${error.message}`, { cause: error });
      throw error;
    }
  });
}

/** Runs `work` on a database of its own on the same server, dropped afterwards. */
async function onScratchDatabase<T>(url: string, work: (scratchUrl: string) => Promise<T>): Promise<T> {
  const name = `sulcus_scratch_${process.pid}_${Date.now()}`;
  await onConnection(url, (client) => client.query(`CREATE DATABASE ${name}`));
  const scratch = new URL(url);
  scratch.pathname = `/${name}`;
  try {
    return await work(scratch.toString());
  } finally {
    await onConnection(url, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  }
}

/** The SQL that leads from the migrations, on an empty database, to the schema; empty when they agree. */
export async function schemaDiff(url: string): Promise<string> {
  return onScratchDatabase(url, (scratch) =>
    onConnection(scratch, (client) =>
      withSchemaEngine(client, schemaFiles(), async (engine) => {
        const { exitCode, stdout } = await engine.diff({
          from: migrationNames().length === 0 ? { tag: 'empty' } : { tag: 'migrations', ...migrationsList() },
          to: { tag: 'schemaDatamodel', files: schemaFiles() },
          script: true,
          exitCode: true,
          filters,
        });
        return exitCode === 0 ? '' : (stdout ?? '');
      }),
    ),
  );
}

/** Writes the migration that leads to the schema and answers its file. Needs a server to try on, by DATABASE_URL. */
export async function createMigration(
  name: string,
  url: string | undefined = process.env.DATABASE_URL,
): Promise<string> {
  if (!url) throw new Error('Set DATABASE_URL: a migration is worked out on a scratch database of that server.');
  mkdirSync(migrationsFolder, { recursive: true });
  const script = await schemaDiff(url);
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`);
  mkdirSync(folder);
  const file = path.join(folder, 'migration.sql');
  writeFileSync(file, script);
  writeFileSync(
    path.join(migrationsFolder, 'migration_lock.toml'),
    '# Prisma reads this file.\nprovider = "postgresql"\n',
  );
  return file;
}
