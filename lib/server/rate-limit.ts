import 'server-only';
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '@/lib/errors';
import { getPool } from '@/lib/server/db/pool';

const minute = 60;
const hour = 60 * minute;

/** Every limit: attempts per time. Counted in the database, so that they hold for all replicas together. */
export const rateLimits = {
  /** Failed sign-ins for one account from one address. */
  'sign-in-pair': { points: 10, seconds: 15 * minute },
  /** Failed sign-ins for one account from anywhere. */
  'sign-in-account': { points: 60, seconds: hour },
  /** Failed sign-ins from one address, whatever the account. */
  'sign-in-address': { points: 60, seconds: 15 * minute },
  'register-address': { points: 20, seconds: hour },
  /** Mails to one address because somebody registers with it. */
  'register-email': { points: 5, seconds: hour },
  /** Asking for one's current password again, on the account page. */
  'password-user': { points: 10, seconds: 15 * minute },
  /** Wrong codes of a second factor, for one account. */
  'second-factor-user': { points: 10, seconds: 15 * minute },
  /** The same over a day, for codes of six digits: patience must not find one. */
  'second-factor-day': { points: 50, seconds: 24 * hour },
  /** Codes by mail, beside the minute between them. */
  'code-mail-user': { points: 30, seconds: hour },
  'reset-address': { points: 20, seconds: hour },
  /** Mails to one address because somebody has forgotten its password. */
  'reset-email': { points: 5, seconds: hour },
  'invitation-user': { points: 100, seconds: hour },
  /** Programs that ask for a token, from one address. */
  'device-address': { points: 60, seconds: hour },
  /** Codes of programs that somebody types. */
  'device-code-user': { points: 20, seconds: 15 * minute },
  /** The same from one address, whoever is signed in. */
  'device-code-address': { points: 60, seconds: 15 * minute },
  'token-user': { points: 30, seconds: hour },
  /** Tests of webhooks and deliveries asked for again. */
  'webhook-user': { points: 120, seconds: hour },
} as const;

export type RateLimitName = keyof typeof rateLimits;

/** Whether one more attempt is allowed; if not, how long to wait. */
export type RateLimitAnswer = { allowed: true } | { allowed: false; waitSeconds: number };

// By pool: tests and scripts replace it.
const limiters = new WeakMap<Pool, Map<string, RateLimiterPostgres>>();

function limiterOf(name: RateLimitName, factor: number): RateLimiterPostgres {
  const pool = getPool();
  const known = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool, known);
  const id = `${name}:${factor}`;
  const limiter =
    known.get(id) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: name,
      points: rateLimits[name].points * factor,
      duration: rateLimits[name].seconds,
    });
  known.set(id, limiter);
  return limiter;
}

// Hashed: addresses and e-mails do not belong into counters, and a key has a limited length.
const keyOf = (key: string) => createHash('sha256').update(key.toLowerCase()).digest('base64url');

/** Counts one attempt, at once and atomically, so that parallel attempts cannot slip through. `factor` widens the limit. */
export async function countAttempt(name: RateLimitName, key: string, factor = 1): Promise<RateLimitAnswer> {
  try {
    await limiterOf(name, factor).consume(keyOf(key));
    return { allowed: true };
  } catch (error) {
    // The library rejects with its result when the limit is reached, and with an Error when the database fails.
    if (!(error instanceof RateLimiterRes)) throw error;
    return { allowed: false, waitSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) };
  }
}

// Where no address can be believed, all requests share one counter, which must be wider.
const anywhere = { key: 'anywhere', factor: 10 };

/** The counter of an address; null stands for all whose address is not known. */
export function addressCounter(address: string | null): { key: string; factor: number } {
  return address === null ? anywhere : { key: address, factor: 1 };
}

/**
 * Counts one attempt.
 * @throws AppError too_many_requests, with the wait in its message and as `wait_seconds`.
 */
export async function limit(name: RateLimitName, key: string, factor = 1): Promise<void> {
  const answer = await countAttempt(name, key, factor);
  if (!answer.allowed) {
    throw new AppError('too_many_requests', {
      message: waitMessage(answer.waitSeconds),
      data: { wait_seconds: answer.waitSeconds },
    });
  }
}

/** `limit` by the address of a request, as `clientAddress` gives it. */
export async function limitAddress(name: RateLimitName, address: string | null): Promise<void> {
  const { key, factor } = addressCounter(address);
  await limit(name, key, factor);
}

/** Takes one counted attempt back: it succeeded. */
export async function returnAttempt(name: RateLimitName, key: string, factor = 1): Promise<void> {
  await limiterOf(name, factor).reward(keyOf(key));
}

/** Forgets all attempts of a key. */
export async function clearAttempts(name: RateLimitName, key: string): Promise<void> {
  await limiterOf(name, 1).delete(keyOf(key));
}

/** `Too many attempts. Try again in 12 minutes.` */
export function waitMessage(waitSeconds: number): string {
  const minutes = Math.ceil(waitSeconds / minute);
  const wait =
    waitSeconds < minute
      ? `${waitSeconds} second${waitSeconds === 1 ? '' : 's'}`
      : `${minutes} minute${minutes === 1 ? '' : 's'}`;
  return `Too many attempts. Try again in ${wait}.`;
}
