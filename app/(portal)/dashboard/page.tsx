import type { Metadata } from 'next';
import Link from 'next/link';
import { Suspense } from 'react';
import { FirstSteps } from '@/components/dashboard/first-steps';
import { PanelSkeleton } from '@/components/dashboard/panel';
import { Button } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import type { UserViewer } from '@/lib/server/viewer';
import { Activity } from './activity';
import { beginningOf } from './beginning';
import { Edited } from './edited';
import { Needs } from './needs';
import { panels } from './panels';
import { Projects } from './projects';
import { Recent } from './recent';
import { SameAsLastTime } from './same-as-last-time';
import { Today } from './today';

export const metadata: Metadata = { title: 'Dashboard' };

/** Today, what needs doing, where one left off, and what the laboratory records. Each part comes when it is ready. */
export default async function DashboardPage() {
  const viewer = await requireViewer();
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
      <div className="grid gap-x-8 lg:grid-cols-2">
        {hasSession ? (
          <Suspense fallback={<PanelSkeleton {...panels.today} />}>
            <Today viewer={viewer} />
          </Suspense>
        ) : null}
        <Suspense fallback={<PanelSkeleton {...panels.needs} />}>
          <Needs viewer={viewer} />
        </Suspense>
        {hasSession ? <Lately viewer={viewer} /> : null}
      </div>
      {hasSession ? <Recorded viewer={viewer} /> : null}
    </>
  );
}

/** Where one left off. */
function Lately({ viewer }: { viewer: UserViewer }) {
  return (
    <>
      <Suspense fallback={<PanelSkeleton {...panels.edited} />}>
        <Edited viewer={viewer} />
      </Suspense>
      <Suspense fallback={<PanelSkeleton {...panels.projects} />}>
        <Projects viewer={viewer} />
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
