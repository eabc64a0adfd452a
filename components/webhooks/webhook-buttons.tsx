'use client';

import { Button } from '../ui/button';
import { useConfirm } from '../ui/confirm';
import { useWebhookAction, type WebhookAction } from './use-webhook-action';

/** Sends a test. */
export function TestButton({ test }: { test: WebhookAction }) {
  const [isPending, run] = useWebhookAction();
  return (
    <Button variant="primary" pending={isPending} onClick={() => run(test, 'The test is on its way')}>
      Send test
    </Button>
  );
}

/** Pauses a webhook, or turns it on. */
export function SwitchButton({ isActive, change }: { isActive: boolean; change: WebhookAction }) {
  const [isPending, run] = useWebhookAction();
  return (
    <Button pending={isPending} onClick={() => run(change, isActive ? 'Paused' : 'Turned on')}>
      {isActive ? 'Pause' : 'Turn on'}
    </Button>
  );
}

/** Delivers something again. */
export function RedeliverButton({ redeliver }: { redeliver: WebhookAction }) {
  const [isPending, run] = useWebhookAction();
  return (
    <Button size="sm" pending={isPending} onClick={() => run(redeliver, 'It is on its way')}>
      Redeliver
    </Button>
  );
}

/** Deletes a webhook, after a question. */
export function DeleteButton({ name, remove }: { name: string; remove: WebhookAction }) {
  const confirm = useConfirm();
  const [isPending, run] = useWebhookAction();
  return (
    <Button
      variant="danger"
      pending={isPending}
      onClick={() =>
        void confirm({
          title: `Delete “${name}”?`,
          description: 'Nothing more is delivered to it, and its log goes with it. This cannot be undone.',
          confirmLabel: 'Delete webhook',
          danger: true,
        }).then((yes) => yes && run(remove, 'Deleted'))
      }
    >
      Delete webhook
    </Button>
  );
}
