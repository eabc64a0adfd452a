import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { models } from '@/lib/models';
import { make, makeCatalogue, makeLab } from '@/test/lab';
import { openReceiver } from '@/test/receiver';
import { query, queryOne, sql, transaction } from '../db/sql';
import * as environment from '../env';
import { createMany } from '../operations/create-many';
import { deleteOldDeliveries, requeueOverdue } from '../queries/webhook-delivery';
import { createWebhook, sendPing } from './manage';
import { deliveryQueue, openQueue, queueDeliveries } from './queue';
import { spreadEvents } from './spread';
import { startWebhooks } from './worker';

let lab: Awaited<ReturnType<typeof makeLab>>;
let receiver: Awaited<ReturnType<typeof openReceiver>>;
let hookId: string;

beforeAll(async () => {
  const env = environment.getEnv();
  vi.spyOn(environment, 'getEnv').mockReturnValue({ ...env, WEBHOOK_ALLOW_PRIVATE: true });
  lab = await makeLab(await makeCatalogue());
  receiver = await openReceiver();
  const input = { name: 'Pipeline', url: receiver.url, events: ['session.created'], project: '' };
  ({ id: hookId } = await createWebhook(lab.pi, input));
});
afterAll(() => receiver.close());
beforeEach(async () => {
  await query(sql`DELETE FROM webhook_delivery`);
  receiver.received.length = receiver.answers.length = 0;
});

test('a write needs no queue: its schema is not there yet, and the event waits', async () => {
  expect(await queryOne(sql`SELECT 1 FROM pg_namespace WHERE nspname = 'pgboss'`)).toBeNull();
  await make(lab.pi, 'session', { name: 'Early', projects: [lab.project.id] });
  expect(await query(sql`SELECT 1 FROM webhook_event`)).toHaveLength(1);
});

test('several servers that start together share the work, and each event arrives once', async () => {
  const inputs = Array.from({ length: 40 }, (_, index) => ({ name: `Shared ${index}`, projects: [lab.project.id] }));
  await transaction((tx) => createMany(tx, lab.pi, models.session, inputs));
  const stops = [startWebhooks(), startWebhooks()];
  try {
    await vi.waitFor(() => expect(receiver.received.length).toBeGreaterThanOrEqual(41), { timeout: 25_000 });
    await vi.waitFor(async () =>
      expect(await query(sql`SELECT 1 FROM webhook_delivery WHERE state = 'delivered'`)).toHaveLength(41),
    );
  } finally {
    await Promise.all(stops.map((stop) => stop()));
  }
  const names = receiver.received.map(({ body }) => String(nameIn(body)));
  expect(names.sort()).toEqual(['Early', ...inputs.map(({ name }) => name)].sort());
});

test('a try that its server did not survive comes back', async () => {
  await sendPing(lab.pi, hookId);
  const boss = await openQueue();
  try {
    await queueDeliveries(boss);
    const [job, ...others] = await boss.fetch<{ id: string }>(deliveryQueue);
    expect(others).toEqual([]);
    // The server is gone by now, and a minute passes.
    await query(sql`UPDATE pgboss.job SET started_on = started_on - interval '2 minutes' WHERE id = ${job?.id}::uuid`);
    await boss.supervise(deliveryQueue);
    const row = await queryOne<{ state: string }>(sql`SELECT state::text FROM pgboss.job WHERE id = ${job?.id}::uuid`);
    expect(row?.state).toBe('retry');
  } finally {
    await boss.stop();
  }
});

test('a rolled back round makes no jobs, and the deliveries keep waiting', async () => {
  await sendPing(lab.pi, hookId);
  const boss = await openQueue();
  try {
    const insert = vi.spyOn(boss, 'insert').mockRejectedValueOnce(new Error('lost'));
    await expect(queueDeliveries(boss)).rejects.toThrow('lost');
    insert.mockRestore();
    expect(await queueDeliveries(boss)).toBe(1);
    expect(await queueDeliveries(boss)).toBe(0);
  } finally {
    await boss.stop();
  }
});

test('a delivery whose job is lost gets another, and old ones are forgotten', async () => {
  await sendPing(lab.pi, hookId);
  await query(
    sql`UPDATE webhook_delivery SET queued_at = now() - interval '2 hours', next_attempt_at = now() - interval '2 hours'`,
  );
  await requeueOverdue(30);
  expect(await query(sql`SELECT 1 FROM webhook_delivery WHERE queued_at IS NULL`)).toHaveLength(1);
  await query(sql`UPDATE webhook_delivery SET created_at = now() - interval '29 days'`);
  await deleteOldDeliveries(30);
  expect(await query(sql`SELECT 1 FROM webhook_delivery`)).toHaveLength(1);
  await query(sql`UPDATE webhook_delivery SET created_at = now() - interval '31 days'`);
  await deleteOldDeliveries(30);
  expect(await query(sql`SELECT 1 FROM webhook_delivery`)).toHaveLength(0);
  expect(await spreadEvents()).toBe(0);
});

function nameIn(body: string): unknown {
  const told: unknown = JSON.parse(body);
  if (!told || typeof told !== 'object' || !('data' in told)) return null;
  const { data } = told;
  return data && typeof data === 'object' && 'name' in data ? data.name : null;
}
