import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { complain } from './complain';
import { openQueue, queueDeliveries, workQueue, type Queue } from './queue';
import { spreadEvents, spreadMax } from './spread';

const roundMs = 1000;
/** After a round that failed: the database is likely to be away. */
const failedMs = 5000;
/** How long tries under way may take when the server stops. */
const graceMs = 15_000;

/**
 * Delivers webhooks from this process until the answered function is called; that one waits for what is under way. Any
 * number of processes may do it: they share the work. What fails goes to the log, and is tried again.
 */
export function startWebhooks(): () => Promise<void> {
  const stopping = new AbortController();
  const { signal } = stopping;
  let queue: Queue | undefined;

  async function open(): Promise<Queue> {
    const opened = await openQueue();
    queue = opened;
    await workQueue(opened);
    return opened;
  }
  /** Milliseconds until the next one. */
  async function round(): Promise<number> {
    try {
      const opened = queue ?? (await open());
      const count = await spreadEvents();
      await queueDeliveries(opened);
      return count === spreadMax ? 0 : roundMs;
    } catch (error) {
      complain('Webhooks wait', error);
      return failedMs;
    }
  }
  const rounds = (async () => {
    while (!signal.aborted) {
      const pause = await round();
      // Ends early when the server stops.
      if (pause > 0) await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  })();
  return async () => {
    stopping.abort();
    await rounds;
    await queue?.stop({ graceful: true, timeout: graceMs });
  };
}
