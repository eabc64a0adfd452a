import type { Metadata } from 'next';
import Link from 'next/link';
import { ActionForm } from '@/components/account/action-form';
import { CodeForm } from '@/components/account/code-form';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { PageHeader } from '@/components/ui/page-header';
import { Time } from '@/components/ui/time';
import { findDevice, type DeviceQuestion } from '@/lib/server/auth/device';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { approve, deny, findByCode } from './actions';

export const metadata: Metadata = { title: 'Connect a program' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where somebody lets a program work as them (device authorization flow). A link alone approves nothing. */
export default async function AuthorizePage({ searchParams }: Props) {
  const { session } = await searchParams;
  const id = typeof session === 'string' ? session : '';
  const viewer = await requireViewer(`/account/authorize${id ? `?session=${encodeURIComponent(id)}` : ''}`);
  const device = id ? await findDevice(viewer, id) : null;
  return (
    <>
      <PageHeader
        title="Connect a program"
        subtitle={`You are signed in as ${viewer.name}, ${viewer.email}.`}
        breadcrumbs={[{ label: 'Account', href: '/account' }, { label: 'Connect a program' }]}
      />
      {id && !device ? (
        <Callout tone="warning" title="This link leads nowhere" className="mb-3">
          The request is older than a day, or the address is incomplete: start again in the program, or type its code.
        </Callout>
      ) : null}
      {device ? <Question device={device} /> : <TypedCode />}
    </>
  );
}

function TypedCode() {
  return (
    <Card title="Code" description="The program shows it; it is valid for 15 minutes.">
      <CodeForm action={findByCode} />
    </Card>
  );
}

const endings: Readonly<
  Record<
    Exclude<DeviceQuestion['status'], 'pending'>,
    { tone: 'success' | 'info' | 'warning'; title: string; text: string }
  >
> = {
  approved: {
    tone: 'success',
    title: 'Connected',
    text: 'Return to the program: it goes on by itself in a few seconds.',
  },
  used: { tone: 'success', title: 'Connected', text: 'The program has received its token.' },
  denied: { tone: 'info', title: 'Denied', text: 'The program has got nothing. You can close this page.' },
  elsewhere: {
    tone: 'warning',
    title: 'Answered by somebody else',
    text: 'Start again in the program, and open the link that it shows then.',
  },
  expired: { tone: 'warning', title: 'Too late', text: 'The request has expired: start again in the program.' },
};

function Question({ device }: { device: DeviceQuestion }) {
  const { id, status, client_name: name, user_code: code, address, created_at: at } = device;
  if (status !== 'pending') {
    const { tone, title, text } = endings[status];
    return (
      <Callout tone={tone} title={`${title}: ${name}`} role="status">
        {text}{' '}
        {status === 'approved' || status === 'used' ? (
          <>
            It is listed among your{' '}
            <Link href="/account/tokens" className="underline underline-offset-2">
              access tokens
            </Link>
            , where you can end it at any time.
          </>
        ) : null}
      </Callout>
    );
  }
  return (
    <Card
      title={`“${name}” asks to work as you`}
      description="Approve only if you have just started it yourself, and it shows the same code."
    >
      <p className="font-mono text-3xl tracking-widest tabular-nums" aria-label="Code">
        {code}
      </p>
      <DescriptionList
        items={[
          { label: 'Asked', value: <Time value={at.toISOString()} zone={getEnv().LAB_TIME_ZONE} /> },
          { label: 'From', value: address ?? 'an unknown address' },
          {
            label: 'It will be able to',
            value:
              'read and change all that you can, through the API, until you revoke its token or do not use it for a year.',
          },
        ]}
      />
      <div className="mt-2 flex flex-wrap gap-3">
        <ActionForm action={approve} submitLabel="Approve" hidden={{ session: id }} />
        <ActionForm action={deny} submitLabel="Deny" submitVariant="secondary" hidden={{ session: id }} />
      </div>
    </Card>
  );
}
