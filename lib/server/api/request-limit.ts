import 'server-only';
import ipaddr from 'ipaddr.js';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '@/lib/errors';
import { clientAddress } from '../auth/request-origin';
import { getPool } from '../db/pool';
import { getEnv } from '../env';
import { waitMessage } from '../rate-limit';
import type { Viewer } from '../viewer';

const windowSeconds = 60;
/** Requests that this process may answer without asking the database again. */
const leaseMax = 50;
/** What a request with a bad token, or with none where one is needed, counts. */
const failureCost = 10;
/** Keys remembered at a time; past it the outdated are forgotten. */
const keysMax = 20_000;
/** Where no address is known, all share one counter, which must be wider. */
const anywhere = { key: 'anywhere', factor: 10 };

/** Until `until` (in ms) `left` more requests are answered, then none. */
type Lease = { left: number; readonly until: number; readonly isLast: boolean };

/**
 * Limits of requests by key, counted in the database so that they hold for all replicas together. A process takes a lease of
 * several at once and answers those from memory; what is wrong by is one lease for each replica.
 */
export class RequestLimiter {
  private readonly leases = new Map<string, Lease>();
  private readonly pending = new Map<string, Promise<Lease>>();
  private readonly limiters = new Map<number, RateLimiterPostgres>();

  constructor(private readonly pool: Pool) {}

  /** Counts `cost` requests of a key that has `points` a minute. @throws AppError too_many_requests, with `retry_after` in s. */
  async count(key: string, points: number, cost = 1): Promise<void> {
    for (;;) {
      const lease = this.leases.get(key);
      const isOver = !lease || lease.until <= Date.now();
      if (!isOver && lease.left >= cost) return void (lease.left -= cost);
      if (!isOver && lease.isLast) throw tooMany(lease.until - Date.now());
      const pending = this.pending.get(key) ?? this.take(key, points, cost);
      this.pending.set(key, pending);
      await pending.finally(() => this.pending.delete(key));
    }
  }

  private async take(key: string, points: number, cost: number): Promise<Lease> {
    const size = Math.max(cost, Math.min(leaseMax, Math.ceil(points / 20)));
    const lease = await this.consume(key, points, size);
    this.forget();
    this.leases.set(key, lease);
    return lease;
  }

  private async consume(key: string, points: number, size: number): Promise<Lease> {
    const now = Date.now();
    try {
      const answer = await this.limiterOf(points).consume(key, size);
      return { left: size, until: now + answer.msBeforeNext, isLast: false };
    } catch (error) {
      // The library rejects with its result when the limit is reached, and with an Error when the database fails.
      if (!(error instanceof RateLimiterRes)) throw error;
      const left = Math.max(0, points - (error.consumedPoints - size));
      return { left, until: now + Math.max(1000, error.msBeforeNext), isLast: true };
    }
  }

  private limiterOf(points: number): RateLimiterPostgres {
    const limiter =
      this.limiters.get(points) ??
      new RateLimiterPostgres({
        storeClient: this.pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: 'api',
        points,
        duration: windowSeconds,
      });
    this.limiters.set(points, limiter);
    return limiter;
  }

  private forget(): void {
    if (this.leases.size < keysMax) return;
    for (const [key, { until }] of this.leases) if (until <= Date.now()) this.leases.delete(key);
    // All of them are of this minute: what is lost is a lease each.
    if (this.leases.size >= keysMax) this.leases.clear();
  }
}

function tooMany(waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new AppError('too_many_requests', {
    message: waitMessage(seconds).replace('attempts', 'requests'),
    data: { retry_after: seconds },
  });
}

// By pool: tests and scripts replace it.
let current: { pool: Pool; limiter: RequestLimiter } | undefined;
function limiterNow(): RequestLimiter {
  const pool = getPool();
  if (current?.pool !== pool) current = { pool, limiter: new RequestLimiter(pool) };
  return current.limiter;
}

/** The counter of an address: its network of 64 bits where it is one of IPv6, whose holders have as many addresses as they like. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 100);
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  const [network] = ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/64`).toNormalizedString().split('%');
  return `${network}/64`;
}

/** Counts a request: of whoever is known by their token or account, of anybody else by the address. */
export async function limitRequest(request: Request, viewer: Viewer | null): Promise<void> {
  const { API_RATE_PER_TOKEN: perToken, API_RATE_PER_ADDRESS: perAddress } = getEnv();
  if (viewer?.kind === 'user') {
    if (perToken > 0) await limiterNow().count(viewer.tokenId ?? viewer.id, perToken);
    return;
  }
  if (perAddress === 0) return;
  const address = clientAddress(request.headers);
  const { key, factor } = address === null ? anywhere : { key: networkOf(address), factor: 1 };
  await limiterNow().count(key, perAddress * factor, viewer ? 1 : failureCost);
}
