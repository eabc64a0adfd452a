import 'server-only';
import { tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { toViewer } from '../auth/bearer';
import { query, sql, transaction, type Executor } from '../db/sql';
import { newId } from '../id';
import { findListening, type ListeningWebhook } from '../queries/webhook';
import { insertDeliveries, type NewDelivery } from '../queries/webhook-delivery';
import { takeEvents, type WebhookEventRow } from '../queries/webhook-event';
import { tellable } from './audience';
import { eventOf } from './events';

/** Events that one round turns into deliveries. */
export const spreadMax = 500;

/** Turns events into deliveries for the webhooks whose owners may be told; answers how many events there were. */
export async function spreadEvents(): Promise<number> {
  return transaction(async (tx) => {
    const events = await takeEvents(tx, spreadMax);
    const told: { webhook: ListeningWebhook; event: WebhookEventRow }[] = [];
    for (const [name, alike] of Map.groupBy(events, ({ event }) => event))
      for (const webhook of await findListening(tx, name))
        for (const event of await toldTo(tx, webhook, alike)) told.push({ webhook, event });
    // In the order in which it happened; the ids of both are of that kind.
    told.sort((a, b) => (a.event.id < b.event.id ? -1 : 1));
    if (told.length > 0) await insertDeliveries(tx, told.map(deliveryOf));
    return events.length;
  });
}

/** Those of some events of one kind that the owner of a webhook may be told. */
async function toldTo(
  tx: Executor,
  { webhook_id, project_id, ...person }: ListeningWebhook,
  events: readonly WebhookEventRow[],
): Promise<WebhookEventRow[]> {
  const [first] = events;
  if (!first) return [];
  if (first.event === eventOf(first.model, 'deleted'))
    return events.filter(({ webhook_ids }) => webhook_ids.includes(webhook_id));
  const model = modelNamed(first.model);
  const owner = toViewer(person, 'token', null, 'private');
  const rows = await query<{ id: string }>(
    sql`SELECT t.id::text FROM ${sql.table(tableOf(model))} t
      WHERE t.id = ANY(${events.map(({ record_id }) => record_id)}::uuid[]) AND ${tellable(owner, model, 't', project_id)}`,
    tx,
  );
  const readable = new Set(rows.map(({ id }) => id));
  return events.filter(({ record_id }) => readable.has(record_id));
}

const deliveryOf = ({ webhook, event }: { webhook: ListeningWebhook; event: WebhookEventRow }): NewDelivery => ({
  id: newId(),
  webhookId: webhook.webhook_id,
  eventId: event.id,
  event: event.event,
  model: event.model,
  recordId: event.record_id,
  name: event.name,
  occurredAt: event.occurred_at,
});
