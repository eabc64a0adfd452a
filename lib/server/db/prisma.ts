import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Pool } from 'pg';
import { getPool } from '@/lib/server/db/pool';
import { PrismaClient } from './generated/client';

// On globalThis for the same reason as the pool: one per process, however often this module is evaluated.
const holder = globalThis as typeof globalThis & { sulcusPrisma?: { pool: Pool; client: PrismaClient } };

/** In ms: as patient as the pool. Prisma's own 2 s fail sign-ups on a busy machine. */
const transactionOptions = { maxWait: 10_000, timeout: 20_000 };

/** The Prisma client over the pool of the primary database, made on first use. For writes; hot reads are SQL. */
export function getPrisma(): PrismaClient {
  const pool = getPool();
  // Scripts and tests end the pool and start another.
  if (holder.sulcusPrisma?.pool !== pool) {
    holder.sulcusPrisma = { pool, client: new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions }) };
  }
  return holder.sulcusPrisma.client;
}

/** What the body of a Prisma transaction works with. */
export type PrismaTransaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];
