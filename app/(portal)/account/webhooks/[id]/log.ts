import 'server-only';
import type { DeliveryTries } from '@/components/webhooks/delivery-details';
import type { DeliveryLine } from '@/components/webhooks/delivery-log';
import { modelNamed } from '@/lib/models';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import type { WebhookRow } from '@/lib/server/webhooks/manage';
import { readLog, readTries, type LoggedDelivery } from '@/lib/server/webhooks/read-log';
import { deliverAgain } from '../actions';
import { isoSecond } from '../iso-second';

/** What the address says about the log: which state, from where on, and which delivery is open. */
export type LogQuery = { readonly state?: string; readonly before?: string; readonly delivery?: string };

/** The address of the log in a certain way. */
export function logHref(id: string, query: LogQuery): string {
  const params = new URLSearchParams(Object.entries(query));
  return params.size > 0 ? `/account/webhooks/${id}?${params}` : `/account/webhooks/${id}`;
}

/** A page of the log as it is shown. */
export async function loadLog(viewer: UserViewer, webhook: WebhookRow, asked: LogQuery) {
  const { delivery: open, ...place } = asked;
  const [{ deliveries, older }, tries] = await Promise.all([
    readLog(viewer, webhook.id, asked),
    readTries(viewer, webhook.id, open),
  ]);
  const questions = new TitleQuestions();
  for (const { model, record_id } of deliveries) if (model && record_id) questions.add(model, record_id);
  const titles = await questions.answer(viewer);
  const lines = deliveries.map((row): DeliveryLine => {
    const isOpen = row.id === open && tries !== null;
    return {
      id: row.id,
      event: row.event,
      record: recordOf(row, titles),
      state: row.state,
      reason: row.reason,
      at: isoSecond(row.last_at ?? row.occurred_at),
      attempts: row.attempts,
      lastStatus: row.last_status,
      lastError: row.last_error,
      nextAt: row.next_attempt_at && isoSecond(row.next_attempt_at),
      redeliver: webhook.is_active && !isAboutToGo(row) ? deliverAgain.bind(null, webhook.id, row.id) : null,
      toggleHref: logHref(webhook.id, isOpen ? place : { ...place, delivery: row.id }),
      tries: isOpen ? triesOf(row, tries) : null,
    };
  });
  return {
    lines,
    olderHref: older && logHref(webhook.id, { ...place, before: older }),
    isWaiting: deliveries.some(isAboutToGo),
  };
}

const soonMs = 30_000;
const isAboutToGo = ({ state, next_attempt_at: next }: LoggedDelivery): boolean =>
  state === 'pending' && next !== null && next.getTime() < Date.now() + soonMs;

function recordOf(
  { model: name, record_id: id, name: stored }: LoggedDelivery,
  titles: Record<string, Record<string, string>>,
) {
  if (!name || !id) return null;
  const title = titles[name]?.[id];
  if (title !== undefined) return { title, href: `/${modelNamed(name).path}/${id}` };
  return stored === null ? null : { title: stored, href: null };
}

function triesOf(
  { id, event }: LoggedDelivery,
  { body, attempts }: NonNullable<Awaited<ReturnType<typeof readTries>>>,
): DeliveryTries {
  return {
    headers: [
      'Content-Type: application/json',
      'User-Agent: Sulcus-Webhooks',
      `Sulcus-Event: ${event}`,
      `Sulcus-Delivery: ${id}`,
    ],
    body,
    attempts: attempts.map(({ id: attempt, at, duration_ms, ...rest }) => ({
      id: attempt,
      at: isoSecond(at),
      durationMs: duration_ms,
      ...rest,
    })),
  };
}
