import 'server-only';
import { isUuid } from '@/lib/declare/kinds/reference';
import type { DeliveryState } from '../queries/webhook-delivery';
import { findDeliveries, findTries, type LoggedAttempt, type LoggedDelivery } from '../queries/webhook-log';
import type { UserViewer } from '../viewer';
import { getWebhook } from './manage';

export type { LoggedAttempt, LoggedDelivery };

const pageSize = 25;

const states: readonly DeliveryState[] = ['pending', 'delivered', 'failed', 'withheld'];
export const isDeliveryState = (text: string | undefined): text is DeliveryState =>
  states.some((state) => state === text);

/** A page of a webhook's log, the newest first. `older` is what to give as `before` for the next page. */
export async function readLog(
  viewer: UserViewer,
  webhookId: string,
  { state, before }: { readonly state?: string | undefined; readonly before?: string | undefined },
): Promise<{ deliveries: LoggedDelivery[]; older: string | null }> {
  await getWebhook(viewer, webhookId);
  const rows = await findDeliveries(webhookId, {
    state: isDeliveryState(state) ? state : null,
    before: isUuid(before) ? before : null,
    limit: pageSize,
  });
  const deliveries = rows.slice(0, pageSize);
  return { deliveries, older: rows.length > pageSize ? (deliveries.at(-1)?.id ?? null) : null };
}

/** What was sent for a delivery and what was answered; null when the webhook has no such delivery. */
export async function readTries(
  viewer: UserViewer,
  webhookId: string,
  id: string | undefined,
): Promise<{ body: string | null; attempts: LoggedAttempt[] } | null> {
  await getWebhook(viewer, webhookId);
  return isUuid(id) ? findTries(webhookId, id) : null;
}
