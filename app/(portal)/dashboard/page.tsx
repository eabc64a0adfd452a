import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { FirstSteps } from '@/components/dashboard/first-steps';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import type { UserViewer } from '@/lib/server/viewer';
import { Activity } from './activity';
import { beginningOf } from './beginning';
import { Board, BoardSkeleton } from './board';
import { Recent } from './recent';
import { SameAsLastTime } from './same-as-last-time';

export const metadata: Metadata = { title: 'Dashboard' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Today, what needs doing, where one left off, and what the laboratory records. Each part comes when it is ready. */
export default async function DashboardPage({ searchParams }: Props) {
  const [viewer, { needs }] = await Promise.all([requireViewer(), searchParams]);
  const { hasSession, ...begun } = await beginningOf(viewer);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: getEnv().LAB_TIME_ZONE });
  return (
    <>
      <PageHeader
        title="Dashboard"
        subtitle={day.format(new Date())}
        action={
          <Button asChild variant="primary">
            <Link href="/sessions/new" data-shortcut="n">
              New session
            </Link>
          </Button>
        }
      />
      {hasSession ? <SameAsLastTime viewer={viewer} /> : <FirstSteps {...begun} />}
      <Suspense fallback={<BoardSkeleton hasSession={hasSession} />}>
        <Board viewer={viewer} hasSession={hasSession} showAll={needs === 'all'}>
          <Recorded viewer={viewer} />
        </Board>
      </Suspense>
    </>
  );
}

/** What the laboratory records. */
function Recorded({ viewer }: { viewer: UserViewer }) {
  return (
    <>
      <Suspense fallback={<Skeleton className="h-112 w-full" />}>
        <Activity viewer={viewer} />
      </Suspense>
      <Suspense fallback={<Skeleton className="h-96 w-full" />}>
        <Recent viewer={viewer} />
      </Suspense>
    </>
  );
}
