import 'server-only';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
  type RawBuilder,
} from 'kysely';
import type pg from 'pg';
import { AppError } from '@/lib/errors';
import { checkOut } from './check-out';
import { translateDatabaseError } from './errors';
import { connectionSeconds, getPool } from './pool';

export { sql };
/** A piece of SQL with its parameters. */
export type Sql = RawBuilder<unknown>;
/** What statements run on: the pool, or the connection of a transaction. */
export type Executor = pg.Pool | pg.PoolClient;

// Kysely only writes the text here; running it is pg's work, so that statements can be named and their JSON passed on.
const compiler = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

const names = new Map<string, string>();
/**
 * Characters of all named texts together. PostgreSQL keeps some 40 bytes for each on every connection, and there are as
 * many texts as ways to ask, so anyone could fill its memory.
 */
const namedMax = 1_000_000;
let named = 0;
let namedSince = Date.now();

/** The name under which a text is prepared on each connection; past the limit statements go unprepared for a while. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (named + text.length > namedMax) {
    // By then the connections, and what was prepared on them, have been replaced.
    if (Date.now() - namedSince < 1000 * connectionSeconds) return undefined;
    names.clear();
    [named, namedSince] = [0, Date.now()];
  }
  named += text.length;
  // From the text itself: Next evaluates this module once per bundle, and all of them share the connections.
  const name = `q${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
  names.set(text, name);
  return name;
}

/** The text of a statement and its parameters in their order. */
export function compile(statement: Sql): { text: string; values: unknown[] } {
  const { sql: text, parameters } = statement.compile(compiler);
  return { text, values: [...parameters] };
}

/** Runs a statement and answers its rows. */
export const query = <Row extends Record<string, unknown>>(statement: Sql, on: Executor = getPool()): Promise<Row[]> =>
  run(statement, on, nameOf);

/** The same, planned anew for its very values: where the best plan for a rare word is the worst for a frequent one. */
export const queryPlanned = <Row extends Record<string, unknown>>(
  statement: Sql,
  on: Executor = getPool(),
): Promise<Row[]> => run(statement, on, () => undefined);

/**
 * The same, planned once a connection whatever its values: for a statement over many small tables, whose plan takes longer to
 * find than to run. By itself PostgreSQL plans the first five times anew.
 */
export async function queryPlannedOnce<Row extends Record<string, unknown>>(
  statement: Sql,
  pool: pg.Pool = getPool(),
): Promise<Row[]> {
  const { client, rollBack, giveBack } = await checkOut(pool);
  try {
    await client.query('BEGIN READ ONLY; SET LOCAL plan_cache_mode = force_generic_plan');
    const rows = await query<Row>(statement, client);
    await client.query('COMMIT');
    return rows;
  } catch (error) {
    await rollBack();
    throw translateDatabaseError(error);
  } finally {
    giveBack();
  }
}

async function run<Row extends Record<string, unknown>>(
  statement: Sql,
  on: Executor,
  naming: (text: string) => string | undefined,
): Promise<Row[]> {
  try {
    const { text, values } = compile(statement);
    const { rows } = await on.query<Row>({ text, values, name: naming(text) });
    return rows;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

/** The first row, or null. */
export async function queryOne<Row extends Record<string, unknown>>(
  statement: Sql,
  on?: Executor,
): Promise<Row | null> {
  return (await query<Row>(statement, on))[0] ?? null;
}

const attemptsMax = 6;
const isRetryable = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

/** Runs `work` in one transaction: all of it or nothing. Repeated when PostgreSQL asks for that. */
export async function transaction<T>(work: (tx: pg.PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const { client, rollBack, giveBack } = await checkOut(getPool());
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      const isLost = await rollBack();
      if (isLost && !(error instanceof AppError)) throw new AppError('unavailable', { cause: error });
      const cause = error instanceof Error && error.cause ? error.cause : error;
      if (attempt >= attemptsMax || !isRetryable(cause)) throw translateDatabaseError(error);
    } finally {
      giveBack();
    }
    // Those who met in a deadlock must not meet again.
    await sleep(Math.random() * 20 * attempt);
  }
}
