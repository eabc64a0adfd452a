import { Badge, type Tone } from '../ui/badge';

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
