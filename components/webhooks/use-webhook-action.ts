'use client';

import { useTransition } from 'react';
import { toast } from '../ui/toast';

/** Does it, and answers null, or why not. */
export type WebhookAction = () => Promise<string | null>;

/** Runs an action on a webhook and tells how it went; the page shows the rest by itself. */
export function useWebhookAction(): [boolean, (work: WebhookAction, done: string) => void] {
  const [isPending, startTransition] = useTransition();
  const run = (work: WebhookAction, done: string) =>
    startTransition(async () => {
      const refusal = await work().catch(() => 'No answer came: check the connection.');
      if (refusal === null) toast({ tone: 'success', title: done });
      else toast({ tone: 'danger', title: 'Nothing was changed', description: refusal });
    });
  return [isPending, run];
}
