import { Webhook } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { WebhookTable } from '@/components/webhooks/webhook-table';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { listWebhooks } from '@/lib/server/webhooks/manage';
import { isoSecond } from './iso-second';

export const metadata: Metadata = { title: 'Webhooks' };

export default async function WebhooksPage() {
  const viewer = await requireViewer('/account/webhooks');
  const webhooks = await listWebhooks(viewer);
  const add = (
    <Button asChild variant="primary">
      <Link href="/account/webhooks/new">New webhook</Link>
    </Button>
  );
  return (
    <>
      <PageHeader
        title="Webhooks"
        subtitle="Tell a program of yours when a session is created, changed or deleted, as far as you may see it."
        breadcrumbs={[{ label: 'Account', href: '/account' }, { label: 'Webhooks' }]}
        action={webhooks.length > 0 ? add : null}
      />
      {webhooks.length > 0 ? (
        <WebhookTable
          zone={getEnv().LAB_TIME_ZONE}
          webhooks={webhooks.map((webhook) => ({
            id: webhook.id,
            name: webhook.name,
            host: new URL(webhook.url).host,
            isActive: webhook.is_active,
            offReason: webhook.off_reason,
            lastState: webhook.last_state,
            lastAt: webhook.last_at && isoSecond(webhook.last_at),
          }))}
        />
      ) : (
        <EmptyState icon={<Webhook />} title="No webhook yet" action={add}>
          A pipeline that waits for new sessions need not ask every minute: give the address that it listens on, and
          Sulcus posts each event there, signed.
        </EmptyState>
      )}
    </>
  );
}
