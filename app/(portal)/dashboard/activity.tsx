import 'server-only';
import Link from 'next/link';
import { RankBars } from '@/components/charts/rank-bars';
import { WeekBars } from '@/components/charts/week-bars';
import { PanelEmpty } from '@/components/dashboard/panel';
import { Card } from '@/components/ui/card';
import { activityOf, activityWeeks, type Ranked } from '@/lib/server/queries/dashboard-activity';
import type { UserViewer } from '@/lib/server/viewer';

/** What was recorded in the last weeks, and with which strains and devices. */
export async function Activity({ viewer }: { viewer: UserViewer }) {
  const { weeks, strains, devices } = await activityOf(viewer);
  return (
    <div className="grid gap-x-8 lg:grid-cols-2">
      <Card title="Sessions by week" className="lg:row-span-2">
        <WeekBars
          title={`Sessions by week, the last ${activityWeeks} weeks`}
          weeks={weeks.map(({ start, mine, others }) => ({ start, counts: [mine, others] }))}
          series={['Yours', 'Of others']}
          height={270}
        />
      </Card>
      <Card title="Strains most used" description={`Sessions of the last ${activityWeeks} weeks`}>
        <Ranking title="Strains most used" path="strains" items={strains} />
      </Card>
      <Card title="Devices most used" description={`Sessions of the last ${activityWeeks} weeks`}>
        <Ranking title="Devices most used" path="equipment" items={devices} />
      </Card>
    </div>
  );
}

function Ranking({ title, path, items }: { title: string; path: string; items: readonly Ranked[] }) {
  if (items.length === 0) return <PanelEmpty>None in this time.</PanelEmpty>;
  return (
    <RankBars
      title={title}
      unit="Sessions"
      items={items.map(({ id, title: name, sessions }) => ({
        id,
        value: sessions,
        label: (
          <Link href={`/${path}/${id}`} className="record-link" title={name}>
            {name}
          </Link>
        ),
      }))}
    />
  );
}
