import Link from 'next/link';
import { Nothing } from '../ui/description-list';
import { Table, TBody, Td, Th, THead, Tr } from '../ui/table';
import { Time } from '../ui/time';
import { DeliveryBadge, WebhookState, type OffReason } from './webhook-state';

/** Instants are ISO texts. */
export interface WebhookLine {
  id: string;
  name: string;
  host: string;
  isActive: boolean;
  offReason: OffReason | null;
  lastState: string | null;
  lastAt: string | null;
}

/** One's webhooks, each with how its last delivery went. */
export function WebhookTable({ webhooks, zone }: { webhooks: readonly WebhookLine[]; zone: string }) {
  return (
    <Table label="Webhooks" stacked>
      <THead>
        <Tr>
          <Th>Name</Th>
          <Th>Receiver</Th>
          <Th>State</Th>
          <Th>Last delivery</Th>
        </Tr>
      </THead>
      <TBody>
        {webhooks.map(({ id, name, host, isActive, offReason, lastState, lastAt }) => (
          <Tr key={id}>
            <Td data-label="Name" className="break-words">
              <Link
                href={`/account/webhooks/${id}`}
                className="font-medium text-accent underline-offset-2 hover:underline"
              >
                {name}
              </Link>
            </Td>
            <Td data-label="Receiver" className="break-all">
              {host}
            </Td>
            <Td data-label="State">
              <WebhookState isActive={isActive} offReason={offReason} />
            </Td>
            <Td data-label="Last delivery">
              {lastState && lastAt ? (
                <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
                  <DeliveryBadge state={lastState} />
                  <Time value={lastAt} zone={zone} />
                </span>
              ) : (
                <Nothing />
              )}
            </Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}
