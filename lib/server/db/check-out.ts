import 'server-only';
import type pg from 'pg';
import { translateDatabaseError } from './errors';

/** A connection that nobody else uses until it is given back. */
export type CheckedOut = {
  readonly client: pg.PoolClient;
  /** Ends the transaction as if it had not been; answers whether the connection was lost. */
  readonly rollBack: () => Promise<boolean>;
  /** A lost one is not used again. */
  readonly giveBack: () => void;
};

/** Takes a connection out of the pool. Throws `unavailable` when there is none. */
export async function checkOut(pool: pg.Pool): Promise<CheckedOut> {
  const client = await pool.connect().catch((error: unknown) => {
    throw translateDatabaseError(error);
  });
  let broken: Error | undefined;
  // While it is out of the pool nobody else listens, and an error without a listener ends the process.
  const onLost = (error: Error) => {
    broken = error;
  };
  client.on('error', onLost);
  return {
    client,
    async rollBack() {
      await client.query('ROLLBACK').catch((error: Error) => {
        broken ??= error;
      });
      return broken !== undefined;
    },
    giveBack() {
      client.off('error', onLost);
      client.release(broken);
    },
  };
}
