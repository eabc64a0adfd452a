import 'server-only';
import { query, sql, type Executor } from '../db/sql';

/** An event that waits to be turned into deliveries. `webhook_ids` and `name` are those of a deleted record. */
export type WebhookEventRow = {
  id: string;
  event: string;
  model: string;
  record_id: string;
  name: string | null;
  webhook_ids: string[];
  occurred_at: Date;
};

export type NewEvent = {
  readonly id: string;
  readonly event: string;
  readonly model: string;
  readonly recordId: string;
};

/** Writes those events for which there is an active webhook at all. */
export async function insertEvents(tx: Executor, events: readonly NewEvent[]): Promise<void> {
  await query(
    sql`INSERT INTO webhook_event (id, event, model, record_id, webhook_ids)
      SELECT e.*, '{}' FROM unnest(${events.map(({ id }) => id)}::uuid[], ${events.map(({ event }) => event)}::text[],
        ${events.map(({ model }) => model)}::text[], ${events.map(({ recordId }) => recordId)}::uuid[]) AS e(id, event, model, record_id)
      WHERE EXISTS (SELECT 1 FROM webhook w WHERE w.is_active AND e.event = ANY(w.events))`,
    tx,
  );
}

export type NewDeletionEvent = NewEvent & { readonly name: string; readonly webhookIds: readonly string[] };

/** Writes the events of records that are about to go, each for the webhooks whose owners could read it. */
export async function insertDeletionEvents(tx: Executor, events: readonly NewDeletionEvent[]): Promise<void> {
  await query(
    sql`INSERT INTO webhook_event (id, event, model, record_id, name, webhook_ids)
      SELECT e.id, e.event, e.model, e.record_id, e.name, ARRAY(SELECT jsonb_array_elements_text(e.webhooks)::uuid)
      FROM unnest(${events.map(({ id }) => id)}::uuid[], ${events.map(({ event }) => event)}::text[],
        ${events.map(({ model }) => model)}::text[], ${events.map(({ recordId }) => recordId)}::uuid[],
        ${events.map(({ name }) => name)}::text[],
        ${events.map(({ webhookIds }) => JSON.stringify(webhookIds))}::jsonb[]) AS e(id, event, model, record_id, name, webhooks)`,
    tx,
  );
}

/** Takes the oldest events out; servers at the same time take different ones. */
export function takeEvents(tx: Executor, limit: number): Promise<WebhookEventRow[]> {
  return query<WebhookEventRow>(
    sql`DELETE FROM webhook_event WHERE id IN (SELECT id FROM webhook_event ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
      RETURNING id::text, event, model, record_id::text, name, webhook_ids::text[], occurred_at`,
    tx,
  );
}
