import 'server-only';
import pg from 'pg';
import { getEnv } from '@/lib/server/env';

/** How long one statement may run: a few requests that ask for too much must not hold every connection. */
const statementMs = 30_000;
/**
 * What the planner shall reckon with: memory and solid-state disks, where a page out of order costs little more than the next.
 * PostgreSQL's own guess is that of a spinning disk, and reads a whole index where a few look-ups would do.
 */
const planner = '-c random_page_cost=1.1';
/** How long a connection is kept; what was prepared on it goes with it. */
export const connectionSeconds = 3600;

// Kept on globalThis because Next evaluates this module once per bundle, and a process needs one pool.
const holder = globalThis as typeof globalThis & { sulcusPool?: pg.Pool; sulcusReplica?: pg.Pool };

function createPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: getEnv().DATABASE_POOL_SIZE,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementMs,
    options: planner,
    maxLifetimeSeconds: connectionSeconds,
  });
  // Without a listener an idle client that loses its server would end the process; the pool replaces it by itself.
  pool.on('error', () => undefined);
  return pool;
}

/** The pool of the primary database, made on first use. */
export function getPool(): pg.Pool {
  return (holder.sulcusPool ??= createPool(getEnv().DATABASE_URL));
}

/** The pool for reads: a hot standby when DATABASE_REPLICA_URL is set, else the primary. */
export function getReadPool(): pg.Pool {
  const { DATABASE_REPLICA_URL } = getEnv();
  return DATABASE_REPLICA_URL ? (holder.sulcusReplica ??= createPool(DATABASE_REPLICA_URL)) : getPool();
}

/** Ends the pools, for scripts and tests. */
export async function closePools(): Promise<void> {
  const pools = [holder.sulcusPool, holder.sulcusReplica];
  holder.sulcusPool = holder.sulcusReplica = undefined;
  await Promise.all(pools.map((pool) => pool?.end()));
}
