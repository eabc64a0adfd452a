import type { Metadata } from 'next';
import { WebhookForm } from '@/components/webhooks/webhook-form';
import { PageHeader } from '@/components/ui/page-header';
import { requireViewer } from '@/lib/server/auth/viewer';
import { eventChoices } from '@/lib/server/webhooks/events';
import { findProjects, makeWebhook } from '../actions';

export const metadata: Metadata = { title: 'New webhook' };

export default async function NewWebhookPage() {
  await requireViewer('/account/webhooks/new');
  return (
    <>
      <PageHeader
        title="New webhook"
        subtitle="What it is sent is what you may see at that moment, never more."
        breadcrumbs={[
          { label: 'Account', href: '/account' },
          { label: 'Webhooks', href: '/account/webhooks' },
          { label: 'New' },
        ]}
      />
      <WebhookForm
        action={makeWebhook}
        submitLabel="Make webhook"
        isNew
        choices={eventChoices}
        initial={{ name: '', url: '', events: eventChoices.map(({ name }) => name), project: null }}
        findProjects={findProjects}
      />
    </>
  );
}
