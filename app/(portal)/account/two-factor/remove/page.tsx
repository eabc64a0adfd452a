import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProofForm } from '@/components/account/proof-form';
import { PageHeader } from '@/components/ui/page-header';
import { findProofs } from '@/lib/server/auth/proof';
import { listTwoFactor } from '@/lib/server/auth/two-factor';
import { requireViewer } from '@/lib/server/auth/viewer';
import { findMailedCode } from '@/lib/server/queries/mailed-code';
import { remove, sendOwnCode } from '../actions';
import { crumbs } from '../crumbs';

export const metadata: Metadata = { title: 'Remove a second factor' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function RemoveMethodPage({ searchParams }: { searchParams: Search }) {
  const viewer = await requireViewer();
  const { method: wanted } = await searchParams;
  const [{ methods }, proofs, { waitSeconds }] = await Promise.all([
    listTwoFactor(viewer.id),
    findProofs(viewer.id),
    findMailedCode(viewer.id),
  ]);
  const method = methods.find(({ id }) => id === wanted);
  if (!method) notFound();
  return (
    <>
      <PageHeader
        title={`Remove “${method.name}”`}
        subtitle={
          methods.length === 1
            ? 'It is your last one: your backup codes go with it, and your password alone will sign you in.'
            : 'Its codes will no longer sign you in.'
        }
        breadcrumbs={[...crumbs, { label: 'Remove' }]}
      />
      <ProofForm
        action={remove}
        submitLabel="Remove it"
        submitVariant="danger"
        hidden={{ method_id: method.id }}
        proofs={proofs}
        sendCode={sendOwnCode}
        waitSeconds={waitSeconds}
      />
    </>
  );
}
