import { Badge, type Tone } from '../ui/badge';
import { Callout } from '../ui/callout';

/** Why a webhook is off though nobody has paused it. */
export type OffReason = 'gone' | 'failing';

/** Whether a webhook delivers. */
export function WebhookState({ isActive, offReason }: { isActive: boolean; offReason: OffReason | null }) {
  if (isActive) return <Badge tone="success">On</Badge>;
  return offReason ? <Badge tone="danger">Turned off</Badge> : <Badge>Paused</Badge>;
}

const states: Readonly<Record<string, { label: string; tone: Tone }>> = {
  pending: { label: 'Waiting', tone: 'warning' },
  delivered: { label: 'Delivered', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  withheld: { label: 'Withheld', tone: 'neutral' },
};

/** How a delivery stands. */
export function DeliveryBadge({ state }: { state: string }) {
  const { label, tone } = states[state] ?? { label: state, tone: 'neutral' as const };
  return <Badge tone={tone}>{label}</Badge>;
}

/** The states to filter by, with their words. */
export const deliveryStates = Object.entries(states).map(([value, { label }]) => ({ value, label }));

const offWords: Readonly<Record<OffReason, string>> = {
  gone: 'Its address answered 410 Gone, which means that it wants no more deliveries.',
  failing: 'No delivery to it succeeded for three days.',
};

/** Why a webhook was turned off, and what to do. */
export function OffNotice({ offReason }: { offReason: OffReason | null }) {
  if (!offReason) return null;
  return (
    <Callout tone="warning" title="This webhook was turned off" className="mb-4">
      {offWords[offReason]} Send a test; once it is answered, turn the webhook on and redeliver what you miss.
    </Callout>
  );
}
