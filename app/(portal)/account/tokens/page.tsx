import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { TokenForm } from '@/components/account/token-form';
import { TokenTable } from '@/components/account/token-table';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { requestOrigin } from '@/lib/server/auth/request-origin';
import { daysToWarnOf } from '@/lib/server/auth/token-expiry';
import { listTokens } from '@/lib/server/auth/tokens';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { makeToken, revoke } from './actions';

export const metadata: Metadata = { title: 'Access tokens' };

export default async function TokensPage() {
  const viewer = await requireViewer('/account/tokens');
  const tokens = await listTokens(viewer.id);
  const rows = tokens.map((token) => ({
    ...token,
    created_at: token.created_at.toISOString(),
    last_used_at: token.last_used_at?.toISOString() ?? null,
    expires_at: token.expires_at.toISOString(),
    daysToWarnOf: daysToWarnOf(token.expires_at),
  }));
  const ending = rows.filter(({ daysToWarnOf }) => daysToWarnOf !== null);
  const example = `curl -H "Authorization: Bearer TOKEN" ${requestOrigin(await headers())}/api/private/stem/session/`;
  return (
    <>
      <PageHeader
        title="Access tokens"
        subtitle="A token lets a program work as you: a pipeline, a script, the Python and MATLAB clients. It works for a year after its last use."
        breadcrumbs={[{ label: 'Account', href: '/account' }, { label: 'Access tokens' }]}
      />
      <Card title="New token">
        <TokenForm action={makeToken} example={example} />
      </Card>
      <Card title="Your tokens">
        {ending.length > 0 ? (
          <Callout
            tone="warning"
            className="mb-4 max-w-prose"
            title={`Soon over: ${ending.map(({ name }) => name).join(', ')}`}
          >
            It has not been used for almost a year. One use gives it another; if it is no longer needed, revoke it.
          </Callout>
        ) : null}
        {rows.length > 0 ? (
          <TokenTable tokens={rows} zone={getEnv().LAB_TIME_ZONE} revoke={revoke} />
        ) : (
          <p className="text-muted-foreground">No token yet.</p>
        )}
      </Card>
    </>
  );
}
