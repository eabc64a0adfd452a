import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Runs the work behind one request under its id, which the audit log then names. */
export const underRequestId = <T>(requestId: string, work: () => Promise<T>): Promise<T> =>
  current.run(requestId, work);

/** The id of the request that is being answered, or null outside of one. */
export const currentRequestId = (): string | null => current.getStore() ?? null;
