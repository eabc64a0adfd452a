import { MailOpen } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { JoinRequests } from '@/components/models/access/join-requests';
import { OwnRequests } from '@/components/models/access/own-requests';
import { ReceivedInvitations } from '@/components/models/access/received-invitations';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { waitingFor } from '@/lib/server/operations/waiting';
import { accept, cancel, reject } from './actions';

export const metadata: Metadata = { title: 'Invitations' };

export default async function InvitationsPage() {
  const viewer = await requireViewer('/invitations');
  const { invitations, requests, mine } = await waitingFor(viewer);
  const zone = getEnv().LAB_TIME_ZONE;
  const actions = { accept, reject, cancel };
  return (
    <>
      <PageHeader
        title="Invitations"
        subtitle="Groups and projects that ask you in, and people who ask to join your groups. Nothing is shared before the answer."
      />
      {invitations.length > 0 ? (
        <Card title="For you">
          <ReceivedInvitations invitations={invitations} zone={zone} actions={actions} />
        </Card>
      ) : null}
      {requests.length > 0 ? (
        <Card title="Requests to join your groups">
          <JoinRequests requests={requests} zone={zone} actions={actions} withGroup />
        </Card>
      ) : null}
      {mine.length > 0 ? (
        <Card title="Your requests">
          <OwnRequests requests={mine} zone={zone} cancel={cancel} />
        </Card>
      ) : null}
      {invitations.length + requests.length + mine.length === 0 ? (
        <EmptyState icon={<MailOpen />} title="Nothing waits for an answer">
          Ask to join one of the{' '}
          <Link href="/groups" className="record-link">
            groups
          </Link>{' '}
          from its page, or ask an owner of a project to invite {viewer.email}. You invite others from the page of a
          group, or from the access of a project.
        </EmptyState>
      ) : null}
    </>
  );
}
