import 'server-only';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { withSchemaEngine } from './schema-engine';

const root = process.cwd();
const migrationsFolder = path.join(root, 'prisma/migrations');
const schemaFolder = path.join(root, 'prisma/schema');
const filters = { externalTables: [], externalEnums: [] };
/** Any fixed number: several replicas may start at once, and one of them migrates. */
const lockKey = 7_203_119;

const schemaFiles = () =>
  readdirSync(schemaFolder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(path.join(schemaFolder, name), 'utf8') }));

/** Names of the migrations in the project, in order. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

const migrationsList = () => ({
  baseDir: migrationsFolder,
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: '',
  migrationDirectories: migrationNames().map((name) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8') } },
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

/** Applies what is pending, all of it or nothing. Answers the names applied. */
export async function applyMigrations(url: string): Promise<string[]> {
  return onConnection(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [lockKey]);
    try {
      await client.query('BEGIN');
      const { appliedMigrationNames } = await withSchemaEngine(client, schemaFiles(), (engine) => engine.applyMigrations({ migrationsList: migrationsList(), filters }));
      await client.query('COMMIT');
      return appliedMigrationNames;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      await client.query('SELECT pg_advisory_unlock($1)', [lockKey]);
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
export async function createMigration(name: string, url: string | undefined = process.env.DATABASE_URL): Promise<string> {
  if (!url) throw new Error('Set DATABASE_URL: a migration is worked out on a scratch database of that server.');
  mkdirSync(migrationsFolder, { recursive: true });
  const script = await schemaDiff(url);
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = path.join(migrationsFolder, `${stamp}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`);
  mkdirSync(folder);
  const file = path.join(folder, 'migration.sql');
  writeFileSync(file, script);
  writeFileSync(path.join(migrationsFolder, 'migration_lock.toml'), '# Prisma reads this file.\nprovider = "postgresql"\n');
  return file;
}
