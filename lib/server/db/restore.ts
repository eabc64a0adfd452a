import 'server-only';
import { createHash } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import type pg from 'pg';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';
import { FileRestorer, fileSchema } from './backup-files';
import {
  endSchema,
  findMigrations,
  findTables,
  headerSchema,
  quote,
  sessionSettings,
  tableSchema,
  type BackupHeader,
  type BackupTable,
} from './backup';

const charactersAtOnce = 1_000_000;
const refuse = (message: string) => new AppError('invalid', { message });
const damaged = () =>
  refuse('The backup is damaged: it is cut off, or its content does not fit its checksum. Nothing was changed.');

async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest + decoder.end() !== '') throw damaged();
}

function parse<T>(schema: z.ZodType<T>, line: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    // Not JSON: the caller says what it expected.
    return undefined;
  }
}

/** @throws AppError invalid when the backup is of another version than the database. */
async function checkHeader(client: pg.ClientBase, header: BackupHeader): Promise<void> {
  const here = await findMigrations(client);
  if (here.join() === header.migrations.join()) return;
  const isOlder = header.migrations.every((name, index) => name === here[index]);
  throw refuse(
    isOlder
      ? `The backup was made by Sulcus ${header.version}, before the last migrations. Restore it with that version, then update.`
      : `The backup was made by another version of Sulcus (${header.version}). Restore it with that one.`,
  );
}

async function insert(client: pg.ClientBase, { table, columns }: BackupTable, rows: string[]): Promise<void> {
  const names = columns.map(({ name }) => quote(name)).join(', ');
  const values = columns.map(({ type }, index) => `(r->>${index})::${type}`).join(', ');
  const statement = `INSERT INTO ${quote(table)} (${names}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM json_array_elements($1::json) r`;
  await client.query(statement, [`[${rows.join(',')}]`]);
}

/** Reads tables and rows until the last line; answers the number of rows. */
async function load(
  client: pg.ClientBase,
  lines: AsyncGenerator<string>,
  known: ReadonlyMap<string, BackupTable>,
  hash: ReturnType<typeof createHash>,
): Promise<number> {
  let table: BackupTable | undefined;
  let waiting: string[] = [];
  let size = 0;
  let count = 0;
  const flush = async () => {
    if (table && waiting.length > 0) await insert(client, table, waiting);
    waiting = [];
    size = 0;
  };
  const files = new FileRestorer();
  for await (const line of lines) {
    if (line.startsWith('"')) {
      hash.update(`${line}\n`);
      files.add(line);
      continue;
    }
    if (line.startsWith('[')) {
      hash.update(`${line}\n`);
      waiting.push(line);
      count += 1;
      size += line.length;
      if (size > charactersAtOnce) await flush();
      continue;
    }
    await flush();
    const file = parse(fileSchema, line);
    if (!(await files.begin(file ?? null))) throw damaged();
    const end = parse(endSchema, line);
    if (end) {
      if (end.rows !== count || end.sha256 !== hash.digest('hex')) throw damaged();
      return count;
    }
    hash.update(`${line}\n`);
    if (file) continue;
    const named = parse(tableSchema, line);
    table = named && known.get(named.table);
    // Types come from the database, never from the file: they become part of a statement.
    if (!named || !table || JSON.stringify(named.columns) !== JSON.stringify(table.columns)) throw damaged();
  }
  throw damaged();
}

/**
 * Replaces everything in a database by the content of a backup, in one transaction: all of it or nothing. Answers the number
 * of rows.
 * @throws AppError invalid: not a backup, damaged, of another version; conflict: the database is in use, and not `isForced`.
 */
export async function restoreBackup(
  client: pg.ClientBase,
  chunks: AsyncIterable<Buffer>,
  isForced: boolean,
): Promise<number> {
  const lines = linesOf(chunks);
  const first = await lines.next();
  const header = first.done ? undefined : parse(headerSchema, first.value);
  if (!header) throw refuse('This is not a backup of Sulcus.');
  const hash = createHash('sha256').update(`${String(first.value)}\n`);

  await client.query('BEGIN');
  try {
    await checkHeader(client, header);
    const { rows: accounts } = await client.query('SELECT 1 FROM account LIMIT 1');
    if (accounts.length > 0 && !isForced)
      throw new AppError('conflict', {
        message:
          'The database has accounts. Restoring replaces everything in it: add --force if that is what you want.',
      });
    await client.query(sessionSettings);
    // Foreign keys and triggers rest: rows come table by table, and hold what the triggers would write.
    await client.query('SET LOCAL session_replication_role = replica');
    const tables = new Map((await findTables(client)).map((table) => [table.table, table]));
    await client.query(`TRUNCATE ${[...tables.keys()].map(quote).join(', ')}`);
    const count = await load(client, lines, tables, hash);
    for (const { name, value, isCalled } of header.sequences)
      await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [`public.${quote(name)}`, value, isCalled]);
    await client.query('COMMIT');
    return count;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
