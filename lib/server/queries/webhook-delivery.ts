import 'server-only';
import { query, queryOne, sql, type Executor } from '../db/sql';

/** How a delivery stands. `failed`: no try is left; `withheld`: nothing may be sent. */
export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'withheld';
/** Why nothing was sent: the owner may not read it (any more), the webhook is off, or the owner's account is closed. */
export type WithheldReason = 'unreadable' | 'paused' | 'closed';

export type NewDelivery = {
  readonly id: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly event: string;
  readonly model: string | null;
  readonly recordId: string | null;
  readonly name: string | null;
  readonly occurredAt: Date;
};

/** Writes deliveries that are to be tried at once. */
export async function insertDeliveries(tx: Executor, deliveries: readonly NewDelivery[]): Promise<void> {
  const all = <K extends keyof NewDelivery>(key: K) => deliveries.map((delivery) => delivery[key]);
  await query(
    sql`INSERT INTO webhook_delivery (id, webhook_id, event_id, event, model, record_id, name, occurred_at, next_attempt_at)
      SELECT d.*, now() FROM unnest(${all('id')}::uuid[], ${all('webhookId')}::uuid[], ${all('eventId')}::uuid[], ${all('event')}::text[],
        ${all('model')}::text[], ${all('recordId')}::uuid[], ${all('name')}::text[], ${all('occurredAt')}::timestamptz[]) AS d`,
    tx,
  );
}

/** What one try needs to know. */
export type ClaimedDelivery = {
  id: string;
  event_id: string;
  event: string;
  model: string | null;
  record_id: string | null;
  name: string | null;
  occurred_at: Date;
  tries: number;
  webhook_id: string;
  webhook_name: string;
  url: string;
  secret: Buffer;
  project_id: string | null;
  is_active: boolean;
  user_id: string;
};

/** Takes a delivery for `seconds`, so that no other server tries it meanwhile; null when it is not to be tried now. */
export const claimDelivery = (id: string, seconds: number): Promise<ClaimedDelivery | null> =>
  queryOne<ClaimedDelivery>(
    sql`UPDATE webhook_delivery d SET claimed_until = now() + make_interval(secs => ${seconds}) FROM webhook w
      WHERE d.id = ${id}::uuid AND w.id = d.webhook_id AND d.state = 'pending' AND d.next_attempt_at <= now() + interval '1 second'
        AND (d.claimed_until IS NULL OR d.claimed_until < now())
      RETURNING d.id::text, d.event_id::text, d.event, d.model, d.record_id::text, d.name, d.occurred_at, d.tries,
        w.id::text AS webhook_id, w.name AS webhook_name, w.url, w.secret, w.project_id::text, w.is_active, w.user_id::text`,
  );

/** Ends a delivery without a try. */
export async function withholdDelivery(id: string, reason: WithheldReason): Promise<void> {
  await query(
    sql`UPDATE webhook_delivery SET state = 'withheld', reason = ${reason}, next_attempt_at = NULL, claimed_until = NULL WHERE id = ${id}::uuid AND state = 'pending'`,
  );
}

export type Try = {
  readonly deliveryId: string;
  readonly body: string;
  readonly status: number | null;
  readonly error: string | null;
  readonly response: string | null;
  readonly durationMs: number;
  readonly state: DeliveryState;
  /** Seconds until the next try; null when there is none. */
  readonly wait: number | null;
};

/** Writes what came of a try. */
export async function noteTry(tx: Executor, made: Try): Promise<void> {
  await query(
    sql`INSERT INTO webhook_attempt (delivery_id, at, duration_ms, status, error, response)
      VALUES (${made.deliveryId}::uuid, now() - make_interval(secs => ${made.durationMs / 1000}), ${made.durationMs}, ${made.status}, ${made.error}, ${made.response})`,
    tx,
  );
  await query(
    sql`UPDATE webhook_delivery SET state = ${made.state}, body = ${made.body}, tries = tries + 1, claimed_until = NULL, queued_at = NULL,
        next_attempt_at = now() + make_interval(secs => ${made.wait}::float8) WHERE id = ${made.deliveryId}::uuid`,
    tx,
  );
}

/** Notes on the webhook that a try has failed or succeeded; answers for how many hours it has done nothing but fail. */
export async function noteHealth(tx: Executor, webhookId: string, isWell: boolean): Promise<number> {
  const row = await queryOne<{ hours: number }>(
    sql`UPDATE webhook SET failing_since = CASE WHEN ${isWell} THEN NULL ELSE coalesce(failing_since, now()) END WHERE id = ${webhookId}::uuid
      RETURNING coalesce(extract(epoch FROM now() - failing_since) / 3600, 0)::float8 AS hours`,
    tx,
  );
  return row?.hours ?? 0;
}

/** Deliveries whose next try has no job yet, taken for the transaction; servers at the same time take different ones. */
export const takeUnqueued = (tx: Executor, limit: number): Promise<{ id: string; webhook_id: string; at: Date }[]> =>
  query(
    sql`UPDATE webhook_delivery SET queued_at = now() WHERE id IN (SELECT id FROM webhook_delivery WHERE state = 'pending' AND queued_at IS NULL
        ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED) RETURNING id::text, webhook_id::text, next_attempt_at AS at`,
    tx,
  );

/** Gives those a new job whose own is long overdue: it went with the queue, as when a backup was restored. */
export async function requeueOverdue(minutes: number): Promise<void> {
  await query(
    sql`UPDATE webhook_delivery SET queued_at = NULL WHERE state = 'pending' AND queued_at < now() - make_interval(mins => ${minutes})
      AND next_attempt_at < now() - make_interval(mins => ${minutes})`,
  );
}

/** Forgets deliveries with their tries. */
export async function deleteOldDeliveries(days: number): Promise<void> {
  await query(sql`DELETE FROM webhook_delivery WHERE created_at < now() - make_interval(days => ${days})`);
}

/** Queues a delivery from the beginning, unless it is about to be tried anyway; false when there is nothing to do. */
export async function restartDelivery(tx: Executor, webhookId: string, id: string): Promise<boolean> {
  const row = await queryOne(
    sql`UPDATE webhook_delivery SET state = 'pending', reason = NULL, tries = 0, next_attempt_at = now(), queued_at = NULL
      WHERE id = ${id}::uuid AND webhook_id = ${webhookId}::uuid AND (claimed_until IS NULL OR claimed_until < now())
        AND (state <> 'pending' OR next_attempt_at > now()) RETURNING id`,
    tx,
  );
  return row !== null;
}
