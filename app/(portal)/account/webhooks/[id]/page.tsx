import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { DeliveryLog } from '@/components/webhooks/delivery-log';
import { RefreshWhile } from '@/components/webhooks/refresh-while';
import { SecretForm } from '@/components/webhooks/secret-form';
import { SignatureHelp } from '@/components/webhooks/signature-help';
import { StateFilter } from '@/components/webhooks/state-filter';
import { DeleteButton, SwitchButton, TestButton } from '@/components/webhooks/webhook-buttons';
import { WebhookForm } from '@/components/webhooks/webhook-form';
import { OffNotice, WebhookState } from '@/components/webhooks/webhook-state';
import { Card } from '@/components/ui/card';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { AppError } from '@/lib/errors';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { UserViewer } from '@/lib/server/viewer';
import { eventChoices } from '@/lib/server/webhooks/events';
import { getWebhook, type WebhookRow } from '@/lib/server/webhooks/manage';
import { isDeliveryState } from '@/lib/server/webhooks/read-log';
import { deleteWebhook, findProjects, replaceWebhookSecret, saveWebhook, switchWebhook, testWebhook } from '../actions';
import { loadLog, logHref, type LogQuery } from './log';

export const metadata: Metadata = { title: 'Webhook' };

type Params = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Params> };

export default async function WebhookPage({ params, searchParams }: Props) {
  const { id } = await params;
  const viewer = await requireViewer(`/account/webhooks/${id}`);
  const webhook = await find(viewer, id);
  const asked = readQuery(await searchParams);
  const zone = getEnv().LAB_TIME_ZONE;
  const [{ lines, olderHref, isWaiting }, project] = await Promise.all([
    loadLog(viewer, webhook, asked),
    projectOf(viewer, webhook),
  ]);
  return (
    <>
      <RefreshWhile isWaiting={isWaiting} />
      <PageHeader
        title={webhook.name}
        badges={<WebhookState isActive={webhook.is_active} offReason={webhook.off_reason} />}
        subtitle={<span className="break-all">{webhook.url}</span>}
        breadcrumbs={[
          { label: 'Account', href: '/account' },
          { label: 'Webhooks', href: '/account/webhooks' },
          { label: webhook.name },
        ]}
        secondaryActions={
          <SwitchButton isActive={webhook.is_active} change={switchWebhook.bind(null, id, !webhook.is_active)} />
        }
        action={<TestButton test={testWebhook.bind(null, id)} />}
      />
      <OffNotice offReason={webhook.off_reason} />
      <Card
        title="Deliveries"
        description="What was sent in the last 30 days."
        action={<StateFilter current={asked.state ?? null} hrefOf={(state) => logHref(id, state ? { state } : {})} />}
      >
        {lines.length > 0 ? (
          <DeliveryLog deliveries={lines} zone={zone} />
        ) : (
          <p className="text-muted-foreground">
            {asked.state
              ? 'No delivery in this state.'
              : 'Nothing yet. Send a test to see whether the receiver answers.'}
          </p>
        )}
        {olderHref ? (
          <Link href={olderHref} className={buttonClass('secondary', 'sm', 'mt-3')}>
            Older
          </Link>
        ) : null}
      </Card>
      <Card title="Settings">
        <WebhookForm
          action={saveWebhook.bind(null, id)}
          submitLabel="Save"
          choices={eventChoices}
          initial={{ name: webhook.name, url: webhook.url, events: webhook.events, project }}
          findProjects={findProjects}
        />
      </Card>
      <Card
        title="Secret"
        description="Every request is signed with it, so that the receiver knows that it is from here."
      >
        <SecretForm action={replaceWebhookSecret.bind(null, id)} />
        <SignatureHelp />
      </Card>
      <Card title="Delete" description="It cannot be brought back. Pausing keeps the log.">
        <DeleteButton name={webhook.name} remove={deleteWebhook.bind(null, id)} />
      </Card>
    </>
  );
}

async function find(viewer: UserViewer, id: string): Promise<WebhookRow> {
  try {
    return await getWebhook(viewer, id);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}

/** A project that the owner has lost keeps its place, without its name. */
async function projectOf(viewer: UserViewer, { project_id: id }: WebhookRow) {
  if (id === null) return null;
  const titles = await new TitleQuestions().add('project', id).answer(viewer);
  return { value: id, label: titles.project?.[id] ?? 'Not visible to you' };
}

function readQuery(params: Params): LogQuery {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : undefined);
  const [state, before, delivery] = [text('state'), text('before'), text('delivery')];
  return {
    ...(isDeliveryState(state) ? { state } : {}),
    ...(before ? { before } : {}),
    ...(delivery ? { delivery } : {}),
  };
}
