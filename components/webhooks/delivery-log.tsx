import Link from 'next/link';
import { buttonClass } from '../ui/button';
import { Time } from '../ui/time';
import { DeliveryDetails, type DeliveryTries } from './delivery-details';
import type { WebhookAction } from './use-webhook-action';
import { RedeliverButton } from './webhook-buttons';
import { DeliveryBadge } from './webhook-state';

/** A delivery; instants are ISO texts. */
export interface DeliveryLine {
  id: string;
  event: string;
  /** Null for a test, and for what one can't see. */
  record: { title: string; href: string | null } | null;
  state: string;
  reason: 'unreadable' | 'paused' | 'closed' | null;
  at: string;
  attempts: number;
  lastStatus: number | null;
  lastError: string | null;
  nextAt: string | null;
  /** Null while it can't be asked for. */
  redeliver: WebhookAction | null;
  /** Where it is shown with all its tries, or hidden again. */
  toggleHref: string;
  /** Given where it is shown. */
  tries: DeliveryTries | null;
}

/** The log of a webhook: a line for each delivery, one of them open. */
export function DeliveryLog({ deliveries, zone }: { deliveries: readonly DeliveryLine[]; zone: string }) {
  return (
    <ul aria-label="Deliveries" className="border-t">
      {deliveries.map((delivery) => (
        <li key={delivery.id} className="border-b border-border/60 py-2">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
            <Summary delivery={delivery} zone={zone} />
            <div className="flex shrink-0 items-center gap-2">
              {delivery.redeliver ? <RedeliverButton redeliver={delivery.redeliver} /> : null}
              <Link
                href={delivery.toggleHref}
                scroll={false}
                aria-expanded={delivery.tries !== null}
                aria-label={`${delivery.tries ? 'Hide' : 'Show'} ${delivery.event} of ${delivery.at}`}
                className={buttonClass('ghost', 'sm')}
              >
                {delivery.tries ? 'Hide' : 'Show'}
              </Link>
            </div>
          </div>
          {delivery.tries ? <DeliveryDetails tries={delivery.tries} zone={zone} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Summary({ delivery, zone }: { delivery: DeliveryLine; zone: string }) {
  const { event, record, state, at, nextAt } = delivery;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <DeliveryBadge state={state} />
        <code className="font-mono text-sm">{event}</code>
        {record ? <RecordTitle {...record} /> : null}
      </p>
      <p className="text-sm text-muted-foreground">
        <Time value={at} zone={zone} />
        {outcomeOf(delivery)}
        {nextAt && state === 'pending' ? (
          <>
            {' · next try '}
            <Time value={nextAt} zone={zone} />
          </>
        ) : null}
      </p>
    </div>
  );
}

function RecordTitle({ title, href }: { title: string; href: string | null }) {
  if (href === null) return <span className="min-w-0 break-words">{title}</span>;
  return (
    <Link href={href} className="min-w-0 break-words text-accent underline-offset-2 hover:underline">
      {title}
    </Link>
  );
}

const reasons = {
  unreadable: 'not sent, because you may not see it (any more)',
  paused: 'not sent, because the webhook was off',
  closed: 'not sent, because the account was closed',
} as const;

function outcomeOf({ reason, attempts, lastStatus, lastError }: DeliveryLine): string {
  const tries = attempts > 1 ? ` · ${attempts} tries` : '';
  if (reason) return `${tries} · ${reasons[reason]}`;
  const last = lastStatus === null ? (lastError ?? '') : `answered ${lastStatus}`;
  return last ? `${tries} · ${last}` : tries;
}
