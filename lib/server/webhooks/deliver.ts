import 'server-only';
import { toViewer } from '../auth/bearer';
import { getPool } from '../db/pool';
import { transaction } from '../db/sql';
import { accountViewerRow } from '../queries/invitation-list';
import { turnOff, type OffReason } from '../queries/webhook';
import {
  claimDelivery,
  noteHealth,
  noteTry,
  withholdDelivery,
  type ClaimedDelivery,
  type DeliveryState,
} from '../queries/webhook-delivery';
import type { UserViewer } from '../viewer';
import { waitAfter } from './backoff';
import { pingEvent } from './events';
import { mailOff } from './mail-off';
import { buildBody } from './payload';
import { openSecret } from './secret';
import { send, type Outcome, type SendOptions } from './send';
import { signBody } from './signature';

/** How long one server has a delivery for itself: longer than a try takes, shorter than until its job is done again. */
const claimSeconds = 40;
/** A webhook that has done nothing but fail for so long is turned off. */
const failingHoursMax = 72;

/** Tries a delivery once, if it is its turn, and notes what came of it. */
export async function deliver(id: string, options: SendOptions = {}): Promise<void> {
  const delivery = await claimDelivery(id, claimSeconds);
  if (!delivery) return;
  const person = await accountViewerRow(delivery.user_id, getPool());
  if (!person) return withholdDelivery(id, 'closed');
  // A test is what somebody asks for before they turn it on.
  if (!delivery.is_active && delivery.event !== pingEvent) return withholdDelivery(id, 'paused');
  const owner = toViewer(person, 'token', null, 'private');
  const body = await buildBody(delivery, owner);
  if (body === null) return withholdDelivery(id, 'unreadable');
  await note(delivery, owner, body, await post(delivery, body, options));
}

async function post(delivery: ClaimedDelivery, body: string, options: SendOptions): Promise<Outcome> {
  const secret = openSecret(delivery.secret, delivery.webhook_id);
  if (secret === null)
    return {
      status: null,
      error: 'The secret can’t be read since this server has another key: replace it.',
      response: null,
      durationMs: 0,
    };
  const headers = {
    'Content-Type': 'application/json',
    'User-Agent': 'Sulcus-Webhooks',
    'Sulcus-Event': delivery.event,
    'Sulcus-Delivery': delivery.id,
    'Sulcus-Signature': signBody(secret, body, new Date()),
  };
  return send({ url: delivery.url, headers, body }, options);
}

async function note(delivery: ClaimedDelivery, owner: UserViewer, body: string, outcome: Outcome): Promise<void> {
  const { status } = outcome;
  const isWell = status !== null && status >= 200 && status < 300;
  const isGone = status === 410;
  const isPing = delivery.event === pingEvent;
  // Whoever asks for a test looks at it, and asks again.
  const wait = isWell || isGone || isPing ? null : waitAfter(delivery.tries + 1);
  const state: DeliveryState = isWell ? 'delivered' : wait === null ? 'failed' : 'pending';
  const reason = await transaction(async (tx): Promise<OffReason | null> => {
    await noteTry(tx, { deliveryId: delivery.id, body, ...outcome, state, wait });
    const hours = await noteHealth(tx, delivery.webhook_id, isWell);
    const why = isGone ? 'gone' : state === 'failed' && !isPing && hours >= failingHoursMax ? 'failing' : null;
    return why && (await turnOff(tx, delivery.webhook_id, why)) ? why : null;
  });
  if (reason) mailOff(owner, delivery, reason);
}
