import type { Metadata } from 'next';
import Link from 'next/link';
import { MethodTable } from '@/components/account/method-table';
import { ProofForm } from '@/components/account/proof-form';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { backupCodeCount } from '@/lib/server/auth/codes';
import { findProofs } from '@/lib/server/auth/proof';
import { listTwoFactor } from '@/lib/server/auth/two-factor';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { findMailedCode } from '@/lib/server/queries/mailed-code';
import { renewCodes, sendOwnCode } from './actions';

export const metadata: Metadata = { title: 'Two-factor sign-in' };

export default async function TwoFactorPage() {
  const viewer = await requireViewer('/account/two-factor');
  const { methods, codesLeft } = await listTwoFactor(viewer.id);
  const rows = methods.map(({ created_at, last_used_at, ...method }) => ({
    ...method,
    created_at: created_at.toISOString(),
    last_used_at: last_used_at?.toISOString() ?? null,
  }));
  return (
    <>
      <PageHeader
        title="Two-factor sign-in"
        subtitle="After your password, signing in asks for a code that only you can have. Access tokens keep working without."
        breadcrumbs={[{ label: 'Account', href: '/account' }, { label: 'Two-factor sign-in' }]}
      />
      <Card
        title="Where your codes come from"
        action={
          <div className="flex flex-wrap gap-2">
            {methods.some(({ kind }) => kind === 'mail') ? null : (
              <Button asChild>
                <Link href="/account/two-factor/mail">Add codes by mail</Link>
              </Button>
            )}
            <Button asChild variant="primary">
              <Link href="/account/two-factor/app">Add an authenticator app</Link>
            </Button>
          </div>
        }
      >
        {rows.length > 0 ? (
          <MethodTable methods={rows} zone={getEnv().LAB_TIME_ZONE} />
        ) : (
          <p className="text-muted-foreground">
            Nothing yet: your password alone signs you in. An app on your phone is the best way, and works without a
            network.
          </p>
        )}
      </Card>
      {rows.length > 0 ? <BackupCodesCard viewerId={viewer.id} codesLeft={codesLeft} /> : null}
    </>
  );
}

async function BackupCodesCard({ viewerId, codesLeft }: { viewerId: string; codesLeft: number }) {
  const [proofs, { waitSeconds }] = await Promise.all([findProofs(viewerId), findMailedCode(viewerId)]);
  return (
    <Card
      title="Backup codes"
      description={`${codesLeft} of ${backupCodeCount} are left. Each signs you in once when you have nothing else; new ones replace the old.`}
    >
      {codesLeft <= 3 ? (
        <Callout tone="warning" className="mb-4 max-w-prose">
          {codesLeft === 0 ? 'There is no backup code left.' : 'Only a few are left.'} Make new ones while you can sign
          in.
        </Callout>
      ) : null}
      <ProofForm
        action={renewCodes}
        submitLabel="Make new backup codes"
        submitVariant="secondary"
        proofs={proofs}
        sendCode={sendOwnCode}
        waitSeconds={waitSeconds}
      />
    </Card>
  );
}
