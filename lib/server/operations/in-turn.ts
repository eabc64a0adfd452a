import 'server-only';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { AppError } from '@/lib/errors';
import { transaction } from '../db/sql';

/** How long an import waits for its turn, and how often it asks. */
const turnWaitMs = 60_000;
const turnPauseMs = 200;

/** Thrown inside the transaction: another import is at work, so this one waits. */
export class Busy extends Error {}

/** Thrown inside the transaction to end it with nothing written; the result is answered all the same. */
export class TakenBack<T> extends Error {
  constructor(readonly result: T) {
    super('A dry run is taken back.');
  }
}

/**
 * Runs an import in one transaction once no other one is in its way (it throws `Busy`). Waiting holds no connection: others
 * need them. `signal` ends the waiting. @throws AppError too_many_requests with `busyMessage` after a minute.
 */
export async function inTurn<T>(
  work: (tx: pg.PoolClient) => Promise<T>,
  busyMessage: string,
  signal?: AbortSignal,
): Promise<T> {
  const deadline = Date.now() + turnWaitMs;
  for (;;) {
    try {
      return await transaction(work);
    } catch (error) {
      // Only the work itself throws one, with a result of its own type.
      if (error instanceof TakenBack) return error.result as T;
      if (!(error instanceof Busy)) throw error;
      if (Date.now() > deadline)
        throw new AppError('too_many_requests', { message: busyMessage, data: { retry_after: 10 } });
      await setTimeout(turnPauseMs, undefined, signal ? { signal } : {});
    }
  }
}
