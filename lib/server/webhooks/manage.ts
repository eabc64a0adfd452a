import 'server-only';
import { isRecordId } from '@/lib/declare/kinds/reference';
import { AppError } from '@/lib/errors';
import { audit, type AuditEntry } from '../audit';
import { transaction, type Executor } from '../db/sql';
import { newId } from '../id';
import {
  countWebhooks,
  deleteWebhook,
  findWebhook,
  findWebhooks,
  insertWebhook,
  replaceSecret,
  switchWebhook,
  updateWebhook,
  type ListedWebhook,
  type WebhookRow,
  type WebhookValues,
} from '../queries/webhook';
import { insertDeliveries, restartDelivery } from '../queries/webhook-delivery';
import { limit } from '../rate-limit';
import type { UserViewer } from '../viewer';
import { pingEvent } from './events';
import { parseWebhook, type WebhookInput } from './parse-webhook';
import { newSecret, sealSecret } from './secret';

export type { ListedWebhook, WebhookInput, WebhookRow };

/** Webhooks of one person: each costs a look at what its owner may read, for every event. */
const webhooksMax = 20;

/** One's own webhooks. */
export const listWebhooks = (viewer: UserViewer): Promise<ListedWebhook[]> => findWebhooks(viewer.id);

/** One of one's own webhooks. @throws AppError not_found, for that of somebody else too. */
export async function getWebhook(viewer: UserViewer, id: string, tx?: Executor): Promise<WebhookRow> {
  const found = isUuid(id) ? await findWebhook(viewer.id, id, tx, tx !== undefined) : null;
  if (!found) throw new AppError('not_found', { message: 'There is no such webhook.' });
  return found;
}

/** Ids come from addresses and from forms, so they may be anything. */
const isUuid = (id: unknown): boolean => isRecordId(id) && String(id).includes('-');

/** Makes a webhook; its secret exists in clear only in the answer. @throws AppError invalid, conflict. */
export async function createWebhook(viewer: UserViewer, input: WebhookInput): Promise<{ id: string; secret: string }> {
  return transaction(async (tx) => {
    const values = await parseWebhook(tx, viewer, input);
    if ((await countWebhooks(tx, viewer.id)) >= webhooksMax)
      throw new AppError('conflict', { message: `You have ${webhooksMax} webhooks: delete one first.` });
    const [id, secret] = [newId(), newSecret()];
    await insertWebhook(tx, { ...values, id, userId: viewer.id, secret: sealSecret(secret, id) });
    await note(tx, viewer, id, 'create', null, told(values));
    return { id, secret };
  });
}

/** Changes one. @throws AppError not_found, invalid. */
export async function changeWebhook(viewer: UserViewer, id: string, input: WebhookInput): Promise<void> {
  await transaction(async (tx) => {
    const before = await getWebhook(viewer, id, tx);
    const values = await parseWebhook(tx, viewer, input);
    await updateWebhook(tx, id, values);
    await note(tx, viewer, id, 'update', told(before), told(values));
  });
}

/** Pauses one, or turns it on again. What happens while it is paused is not delivered later. */
export async function setWebhookActive(viewer: UserViewer, id: string, isActive: boolean): Promise<void> {
  await transaction(async (tx) => {
    const { is_active } = await getWebhook(viewer, id, tx);
    if (is_active === isActive) return;
    await switchWebhook(tx, id, isActive);
    await note(tx, viewer, id, 'update', { is_active }, { is_active: isActive });
  });
}

/** Replaces the secret; deliveries from now on are signed with the answered one. */
export async function rotateSecret(viewer: UserViewer, id: string): Promise<string> {
  return transaction(async (tx) => {
    await getWebhook(viewer, id, tx);
    const secret = newSecret();
    await replaceSecret(tx, id, sealSecret(secret, id));
    await note(tx, viewer, id, 'update', null, { secret: 'replaced' });
    return secret;
  });
}

/** Deletes one with its log, at once and for good. */
export async function removeWebhook(viewer: UserViewer, id: string): Promise<void> {
  await transaction(async (tx) => {
    const before = await getWebhook(viewer, id, tx);
    await deleteWebhook(tx, id);
    await note(tx, viewer, id, 'delete', told(before), null);
  });
}

/** Sends a test, also to one that is paused. @throws AppError too_many_requests. */
export async function sendPing(viewer: UserViewer, id: string): Promise<void> {
  await getWebhook(viewer, id);
  await limit('webhook-user', viewer.id);
  await transaction(async (tx) => {
    await getWebhook(viewer, id, tx);
    const rest = { model: null, recordId: null, name: null, occurredAt: new Date() };
    await insertDeliveries(tx, [{ id: newId(), webhookId: id, eventId: newId(), event: pingEvent, ...rest }]);
  });
}

/** Delivers something again, under the id that it had. @throws AppError not_found, conflict, too_many_requests. */
export async function redeliver(viewer: UserViewer, id: string, deliveryId: string): Promise<void> {
  const { is_active } = await getWebhook(viewer, id);
  if (!is_active) throw new AppError('conflict', { message: 'This webhook is off: turn it on first.' });
  await limit('webhook-user', viewer.id);
  await transaction(async (tx) => {
    if (!isUuid(deliveryId) || !(await restartDelivery(tx, id, deliveryId)))
      throw new AppError('conflict', {
        message: 'This is being delivered at this moment, or is no longer in the log.',
      });
  });
}

/** For the audit log. The address may carry a key, so it keeps the host. */
const told = ({ url, ...values }: WebhookValues): Readonly<Record<string, unknown>> => ({
  name: values.name,
  host: new URL(url).host,
  events: values.events,
  project: values.project_id,
});

async function note(
  tx: Executor,
  viewer: UserViewer,
  recordId: string,
  action: AuditEntry['action'],
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>> | null,
): Promise<void> {
  const text = (state: typeof before) => (state ? JSON.stringify(state) : null);
  await audit(tx, viewer, [{ model: 'webhook', recordId, action, before: text(before), after: text(after) }]);
}
