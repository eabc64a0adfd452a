import 'server-only';
import { publicOrigin } from '../auth/request-origin';
import { sendMailLater } from '../mail';
import type { OffReason } from '../queries/webhook';
import type { ClaimedDelivery } from '../queries/webhook-delivery';
import type { UserViewer } from '../viewer';

const why: Readonly<Record<OffReason, string>> = {
  gone: 'Its address answered 410 Gone, which means that it wants no more deliveries.',
  failing: 'No delivery to it has succeeded for three days.',
};

/** Tells the owner of a webhook that it was turned off. */
export function mailOff(owner: UserViewer, delivery: ClaimedDelivery, reason: OffReason): void {
  const page = `${publicOrigin()}/account/webhooks/${delivery.webhook_id}`;
  sendMailLater({
    to: owner.email,
    subject: `Your webhook “${delivery.webhook_name}” was turned off`,
    text: `Hello ${owner.name},

Sulcus has turned your webhook “${delivery.webhook_name}” off. ${why[reason]}

  ${delivery.url}

What it was sent and how it answered is on its page, where you can turn it on again:

  ${page}
`,
  });
}
