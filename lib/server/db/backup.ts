import 'server-only';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import manifest from '@/package.json';
import { fileLines } from './backup-files';

/**
 * A backup is JSON, one value a line: a header, then the rows of each table after a line that names it, then the files in the
 * same way, then a last line with the number of rows and the SHA-256 of all lines before. A row is the array of its columns as PostgreSQL writes them,
 * so that every type comes back exactly.
 */
export const headerSchema = z.object({
  format: z.literal('sulcus-backup'),
  formatVersion: z.literal(1),
  version: z.string(),
  createdAt: z.string(),
  migrations: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
});
export const tableSchema = z.object({
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
});
export const endSchema = z.object({ rows: z.number(), sha256: z.string() });

/** The first line of a backup. */
export type BackupHeader = z.infer<typeof headerSchema>;
export type BackupTable = z.infer<typeof tableSchema>;

const rowsAtOnce = 500;
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Text forms must not depend on the settings of the server. */
export const sessionSettings = `SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'`;

/** Every table of ours with its columns. The list of migrations belongs to the database, not to its content. */
export async function findTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query(
    `SELECT c.relname AS "table", json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) AS columns
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
      GROUP BY c.relname ORDER BY c.relname`,
  );
  return z.array(tableSchema).parse(rows);
}

/** Names of the migrations that a database has, in order. */
export async function findMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
  );
  return rows.map(({ name }) => name);
}

async function makeHeader(client: pg.ClientBase): Promise<BackupHeader> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  );
  const sequences: BackupHeader['sequences'] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `SELECT last_value::text AS value, is_called AS called FROM ${quote(name)}`,
    );
    const [row] = state.rows;
    if (row) sequences.push({ name, value: row.value, isCalled: row.called });
  }
  const migrations = await findMigrations(client);
  return {
    format: 'sulcus-backup',
    formatVersion: 1,
    version: manifest.version,
    createdAt: new Date().toISOString(),
    migrations,
    sequences,
  };
}

async function* rowsOf(client: pg.ClientBase, { table, columns }: BackupTable): AsyncGenerator<string[]> {
  const list = columns.map(({ name }) => `${quote(name)}::text`).join(', ');
  await client.query(
    `DECLARE backup_rows NO SCROLL CURSOR FOR SELECT json_build_array(${list})::text AS line FROM ${quote(table)}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${rowsAtOnce} FROM backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await client.query('CLOSE backup_rows');
}

/**
 * The text of a backup, piece by piece: all of it as it was at one moment, while others go on working. Reads at most a few
 * hundred rows at a time.
 */
export async function* backupText(client: pg.ClientBase): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const text = (lines: string[]): string => {
    const joined = `${lines.join('\n')}\n`;
    hash.update(joined);
    return joined;
  };
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    await client.query(sessionSettings);
    yield text([JSON.stringify(await makeHeader(client))]);
    let count = 0;
    for (const table of await findTables(client)) {
      yield text([JSON.stringify(table)]);
      for await (const lines of rowsOf(client, table)) {
        count += lines.length;
        yield text(lines);
      }
    }
    for await (const lines of fileLines(client)) yield text(lines);
    yield `${JSON.stringify({ rows: count, sha256: hash.digest('hex') })}\n`;
  } finally {
    await client.query('ROLLBACK');
  }
}
