import type { Metadata } from 'next';
import { AddMailForm } from '@/components/account/add-mail-form';
import { PageHeader } from '@/components/ui/page-header';
import { findProofs } from '@/lib/server/auth/proof';
import { requireViewer } from '@/lib/server/auth/viewer';
import { findMailedCode } from '@/lib/server/queries/mailed-code';
import { addMailMethod, sendOwnCode } from '../actions';
import { crumbs } from '../crumbs';

export const metadata: Metadata = { title: 'Add codes by mail' };

export default async function AddMailPage() {
  const viewer = await requireViewer('/account/two-factor/mail');
  const [proofs, { waitSeconds }] = await Promise.all([findProofs(viewer.id), findMailedCode(viewer.id)]);
  return (
    <>
      <PageHeader title="Add codes by mail" breadcrumbs={[...crumbs, { label: 'Codes by mail' }]} />
      <AddMailForm
        action={addMailMethod}
        sendCode={sendOwnCode}
        waitSeconds={waitSeconds}
        email={viewer.email}
        proofs={proofs}
        next="/account/two-factor"
      />
    </>
  );
}
