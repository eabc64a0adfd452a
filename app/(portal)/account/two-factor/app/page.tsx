import type { Metadata } from 'next';
import { AddAppForm } from '@/components/account/add-app-form';
import { PageHeader } from '@/components/ui/page-header';
import { offerApp } from '@/lib/server/auth/authenticator-app';
import { findProofs } from '@/lib/server/auth/proof';
import { requireViewer } from '@/lib/server/auth/viewer';
import { addAppMethod } from '../actions';
import { crumbs } from '../crumbs';

export const metadata: Metadata = { title: 'Add an authenticator app' };

export default async function AddAppPage() {
  const viewer = await requireViewer('/account/two-factor/app');
  return (
    <>
      <PageHeader title="Add an authenticator app" breadcrumbs={[...crumbs, { label: 'Authenticator app' }]} />
      <AddAppForm
        action={addAppMethod}
        offer={offerApp(viewer)}
        proofs={await findProofs(viewer.id)}
        next="/account/two-factor"
      />
    </>
  );
}
