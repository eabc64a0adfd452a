import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { openQueue, queueDeliveries, workQueue } from './queue';
import { spreadEvents, spreadMax } from './spread';

const roundMs = 1000;
/** How long tries under way may take when the server stops. */
const graceMs = 15_000;

/**
 * Delivers webhooks from this process until the answered function is called; it ends when what is under way has ended.
 * Any number of processes may do it: they share the work.
 */
export async function startWebhooks(): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const boss = await openQueue();
  await workQueue(boss);
  const rounds = (async () => {
    while (!stopping.signal.aborted) {
      const isFull = await round().catch((error: unknown) => {
        console.error('Webhooks:', error);
        return false;
      });
      // Ends early when the server stops.
      if (!isFull) await wait(roundMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  async function round(): Promise<boolean> {
    const count = await spreadEvents();
    await queueDeliveries(boss);
    return count === spreadMax;
  }
  return async () => {
    stopping.abort();
    await rounds;
    await boss.stop({ graceful: true, timeout: graceMs });
  };
}
