import 'server-only';
import { query, queryOne, sql } from '../db/sql';
import type { DeliveryState, WithheldReason } from './webhook-delivery';

/** A line of a webhook's log. */
export type LoggedDelivery = {
  id: string;
  event: string;
  model: string | null;
  record_id: string | null;
  name: string | null;
  state: DeliveryState;
  reason: WithheldReason | null;
  occurred_at: Date;
  next_attempt_at: Date | null;
  attempts: number;
  last_at: Date | null;
  last_status: number | null;
  last_error: string | null;
};

/** The deliveries of a webhook, the newest first, from before one of them on; one more than `limit` where there are more. */
export const findDeliveries = (
  webhookId: string,
  { state, before, limit }: { state: DeliveryState | null; before: string | null; limit: number },
): Promise<LoggedDelivery[]> =>
  query<LoggedDelivery>(
    sql`SELECT d.id::text, d.event, d.model, d.record_id::text, d.name, d.state, d.reason, d.occurred_at, d.next_attempt_at,
        (SELECT count(*)::int FROM webhook_attempt n WHERE n.delivery_id = d.id) AS attempts, a.at AS last_at, a.status AS last_status, a.error AS last_error
      FROM webhook_delivery d LEFT JOIN LATERAL (SELECT * FROM webhook_attempt a WHERE a.delivery_id = d.id ORDER BY a.id DESC LIMIT 1) a ON true
      WHERE d.webhook_id = ${webhookId}::uuid AND (${state}::text IS NULL OR d.state = ${state}) AND (${before}::uuid IS NULL OR d.id < ${before}::uuid)
      ORDER BY d.id DESC LIMIT ${limit + 1}`,
  );

/** One try, with what was answered. */
export type LoggedAttempt = {
  id: string;
  at: Date;
  duration_ms: number;
  status: number | null;
  error: string | null;
  response: string | null;
};

/** What was sent last for a delivery, and all tries, the newest first; null when the webhook has no such delivery. */
export async function findTries(
  webhookId: string,
  id: string,
): Promise<{ body: string | null; attempts: LoggedAttempt[] } | null> {
  const delivery = await queryOne<{ body: string | null }>(
    sql`SELECT body FROM webhook_delivery WHERE id = ${id}::uuid AND webhook_id = ${webhookId}::uuid`,
  );
  if (!delivery) return null;
  const attempts = await query<LoggedAttempt>(
    sql`SELECT id::text, at, duration_ms, status, error, response FROM webhook_attempt WHERE delivery_id = ${id}::uuid ORDER BY id DESC`,
  );
  return { ...delivery, attempts };
}
