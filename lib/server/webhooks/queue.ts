import 'server-only';
import { PgBoss, type Db } from 'pg-boss';
import { getPool } from '../db/pool';
import { transaction, type Executor } from '../db/sql';
import { forgetOldDrafts } from '../operations/drafts';
import { deleteOldDeliveries, requeueOverdue, takeUnqueued } from '../queries/webhook-delivery';
import { sweepFiles } from '../storage/sweep';
import { complain } from './complain';
import { deliver } from './deliver';

/** Its jobs are tries of deliveries. */
export const deliveryQueue = 'webhook-delivery';
const upkeepQueue = 'webhook-upkeep';
const filesQueue = 'file-upkeep';

export type Queue = PgBoss;
/** What a job of the queue carries. */
type DeliveryJob = { readonly id: string };

/** pg-boss on a connection of ours, so that its jobs and our rows are written together. */
const on = (executor: Executor): Db => ({
  executeSql: (text, values) => executor.query(text, values),
});

/** Jobs that one round makes. */
const queueMax = 500;
/** Tries of one process at the same time: so many workers, each with so many (more than one, so that full hands mean more to do). */
const workers = 8;
const batchSize = 2;
/** Of one webhook at the same time, so that a slow one does not hold the others up. */
const perWebhook = 4;
const logDays = 30;
const overdueMinutes = 30;

/**
 * Opens the queue in the schema `pgboss`, which it makes where it is not there. A job that a killed server has left comes
 * back after a minute; how a delivery is tried again is ours to say (`backoff.ts`).
 */
export async function openQueue(): Promise<Queue> {
  const boss = new PgBoss({ db: on(getPool()), schema: 'pgboss', registerInstance: false, monitorVacuum: false });
  boss.on('error', (error) => complain('The job queue', error));
  await boss.start();
  const options = { expireInSeconds: 60, retryLimit: 10, retryDelay: 30, retryBackoff: true, deleteAfterSeconds: 3600 };
  await boss.createQueue(deliveryQueue, { ...options, retryDelayMax: 600 });
  await boss.createQueue(upkeepQueue, { ...options, retryLimit: 0 });
  // Many files may take longer than a delivery; two processes never remove the same ones.
  await boss.createQueue(filesQueue, { ...options, retryLimit: 0, expireInSeconds: 900 });
  return boss;
}

/** Makes a job for the next try of each delivery that has none; answers for how many. */
export async function queueDeliveries(boss: Queue): Promise<number> {
  return transaction(async (tx) => {
    const waiting = await takeUnqueued(tx, queueMax);
    const jobs = waiting.map(({ id, webhook_id, at }) => ({ data: { id }, startAfter: at, group: { id: webhook_id } }));
    if (jobs.length > 0) await boss.insert(deliveryQueue, jobs, { db: on(tx) });
    return waiting.length;
  });
}

/** Begins to work the queue off. */
export async function workQueue(boss: Queue): Promise<void> {
  const options = {
    batchSize,
    localConcurrency: workers,
    localGroupConcurrency: perWebhook,
    pollingIntervalSeconds: 2,
    burstWhenBatchFull: true,
    perJobResults: true,
  } as const;
  await boss.work<DeliveryJob, unknown, typeof options>(deliveryQueue, options, (jobs) =>
    Promise.all(
      jobs.map(({ id, data }) =>
        deliver(data.id).then(
          () => ({ id, status: 'completed' as const }),
          (error: unknown) => {
            // The receiver's failures are outcomes; this is one of ours, and the job comes back.
            complain(`The delivery ${data.id} was not tried`, error);
            return { id, status: 'failed' as const };
          },
        ),
      ),
    ),
  );
  await boss.work(upkeepQueue, async () => {
    await deleteOldDeliveries(logDays);
    await requeueOverdue(overdueMinutes);
    await forgetOldDrafts();
  });
  await boss.schedule(upkeepQueue, '*/10 * * * *');
  await boss.work(filesQueue, async () => {
    await sweepFiles();
  });
  await boss.schedule(filesQueue, '17 * * * *');
}
