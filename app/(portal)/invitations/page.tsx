import { MailOpen } from 'lucide-react';
import type { Metadata } from 'next';
import { ReceivedInvitations } from '@/components/models/access/received-invitations';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { myInvitations } from '@/lib/server/operations/invite';
import { accept, reject } from './actions';

export const metadata: Metadata = { title: 'Invitations' };

export default async function InvitationsPage() {
  const viewer = await requireViewer('/invitations');
  const invitations = await myInvitations(viewer);
  return (
    <>
      <PageHeader
        title="Invitations"
        subtitle="Groups and projects that ask you in. You see nothing of them until you accept."
      />
      {invitations.length > 0 ? (
        <ReceivedInvitations invitations={invitations} zone={getEnv().LAB_TIME_ZONE} accept={accept} reject={reject} />
      ) : (
        <EmptyState icon={<MailOpen />} title="No invitation waits for you">
          Ask an owner of the group or project to invite {viewer.email}. You invite others from the page of a group, or
          from the access of a project.
        </EmptyState>
      )}
    </>
  );
}
