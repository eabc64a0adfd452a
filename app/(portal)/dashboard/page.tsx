import type { Metadata } from 'next';
import Link from 'next/link';
import { RecentRecords } from '@/components/detail/recent-records';
import { WaitingCard } from '@/components/models/access/waiting-card';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { Time } from '@/components/ui/time';
import { viewOf } from '@/lib/declare/view';
import { modelNamed, models } from '@/lib/models';
import { requireViewer } from '@/lib/server/auth/viewer';
import { getEnv } from '@/lib/server/env';
import { listRecords } from '@/lib/server/operations/list';
import { listProposals } from '@/lib/server/operations/propose';
import { waitingFor } from '@/lib/server/operations/waiting';
import { TitleQuestions } from '@/lib/server/queries/titles';
import type { Model } from '@/lib/declare/model';
import type { UserViewer } from '@/lib/server/viewer';
import { showingWith } from '../[model]/load';

export const metadata: Metadata = { title: 'Dashboard' };

const shown = [
  { model: models.session, columns: ['name', 'date_time', 'projects', 'experimenter'], sort: 'date_time', limit: 8 },
  { model: models.subject, columns: ['name', 'strain', 'sex', 'status'], sort: 'updated_at', limit: 6 },
  { model: models.project, columns: ['name', 'is_public', 'updated_at'], sort: 'updated_at', limit: 6 },
] as const;

async function recent(viewer: UserViewer, model: Model, columns: readonly string[], sort: string, limit: number) {
  const exclude = Object.keys(model.fields).filter((name) => !columns.includes(name));
  const { records } = await listRecords(
    viewer,
    model,
    { filters: [], sort: [{ field: sort, descending: true }], limit, offset: 0, exclude },
    'none',
  );
  return records;
}

/** Where one left off, and what waits for an answer. */
export default async function DashboardPage() {
  const viewer = await requireViewer();
  const [waiting, proposals, ...lists] = await Promise.all([
    waitingFor(viewer),
    listProposals(viewer, { pendingOnly: true, limit: 5 }),
    ...shown.map(({ model, columns, sort, limit }) => recent(viewer, model, columns, sort, limit)),
  ]);
  const questions = new TitleQuestions();
  shown.forEach(({ model, columns }, index) => questions.addRecords(model, lists[index] ?? [], columns));
  for (const proposal of proposals) questions.add(proposal.model, proposal.record_id);
  const showing = showingWith(await questions.answer(viewer));
  const zone = getEnv().LAB_TIME_ZONE;
  const [sessions] = lists;

  return (
    <>
      <PageHeader
        title="Dashboard"
        subtitle={
          sessions?.length === 0
            ? 'Begin with a project, add the subjects you record from, then enter your first session.'
            : undefined
        }
        action={
          <Button asChild variant="primary">
            <Link href="/sessions/new" data-shortcut="n">
              New session
            </Link>
          </Button>
        }
      />
      <WaitingCard waiting={waiting} zone={zone} />
      {proposals.length > 0 ? (
        <Card
          title={viewer.isSuperuser ? 'Proposals to review' : 'Your proposals'}
          action={
            <Button asChild size="sm">
              <Link href="/approvals">Open</Link>
            </Button>
          }
        >
          <ul className="flex flex-col gap-1">
            {proposals.map((proposal) => (
              <li key={proposal.id} className="flex flex-wrap items-center gap-2">
                <Badge tone="warning">{proposal.action === 'add' ? 'New' : 'Change'}</Badge>
                {modelNamed(proposal.model).label}{' '}
                {showing.titles[proposal.model]?.[proposal.record_id] ?? proposal.title}
                <span className="text-sm text-muted-foreground">
                  {proposal.proposer}, <Time value={proposal.created_at} zone={zone} show="date" />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {shown.map(({ model, columns }, index) => (
        <RecentRecords
          key={model.name}
          view={viewOf(model)}
          names={columns}
          records={lists[index] ?? []}
          showing={showing}
        />
      ))}
    </>
  );
}
