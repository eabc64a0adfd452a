import 'server-only';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { linesOf, shapeBoard } from '@/components/dashboard/board-shape';
import { EditedList } from '@/components/dashboard/edited-list';
import { NeedsList, firstNeeds } from '@/components/dashboard/needs-list';
import { Panel, PanelSkeleton } from '@/components/dashboard/panel';
import { ProjectList } from '@/components/dashboard/project-list';
import { TodayList } from '@/components/dashboard/today-list';
import { Button } from '@/components/ui/button';
import { getEnv } from '@/lib/server/env';
import { recentProjects } from '@/lib/server/queries/dashboard-projects';
import type { UserViewer } from '@/lib/server/viewer';
import { editedLines } from './edited';
import { needsOf } from './needs';
import { needsHrefs, panels, shownMost } from './panels';
import { todayLines } from './today';

interface BoardProps {
  viewer: UserViewer;
  /** Somebody without any has only things to do. */
  hasSession: boolean;
  showAll: boolean;
  /** What comes below: it appears with the panels, so that nothing moves when they come. */
  children: ReactNode;
}

/** The last row takes what is left, so that a panel over two rows stretches none of the others. */
const gridClass = 'grid gap-x-8 lg:grid-cols-2 lg:grid-rows-[auto_auto_1fr]';

/** Where the panels stand in two columns, by which of the first two is longer. */
const places = {
  needs: {
    today: '',
    needs: 'lg:row-span-2',
    edited: 'lg:col-start-1 lg:row-span-2 lg:row-start-2',
    projects: 'lg:col-start-2 lg:row-start-3',
  },
  today: {
    today: 'lg:row-span-2',
    needs: '',
    edited: 'lg:col-start-2 lg:row-span-2 lg:row-start-2',
    projects: 'lg:col-start-1 lg:row-start-3',
  },
} as const;

/** Today, what needs doing, what one was doing and the projects, as high as what they hold. */
export async function Board({ viewer, hasSession, showAll, children }: BoardProps) {
  if (!hasSession)
    return <div className={gridClass}>{needsPanel(await needsOf(viewer), { showAll, className: '' })}</div>;
  const zone = getEnv().LAB_TIME_ZONE;
  const [today, needs, edited, projects] = await Promise.all([
    todayLines(viewer),
    needsOf(viewer),
    editedLines(viewer),
    recentProjects(viewer, shownMost.projects),
  ]);
  const shown = showAll ? needs : firstNeeds(needs);
  const sentences = shown.map(({ text, note }) => linesOf([text, note].filter(Boolean).join(' ')));
  const lines = sentences.reduce((sum, one) => sum + one, shown.length < needs.length || showAll ? 1 : 0);
  const shape = shapeBoard({ today: today.length, needs: lines, projects: projects.length });
  const place = places[shape.longer];
  return (
    <>
      <div className={gridClass}>
        <Panel title={panels.today.title} className={place.today}>
          <TodayList lines={today} zone={zone} />
        </Panel>
        {needsPanel(needs, { showAll, className: place.needs })}
        <Panel title={panels.edited.title} className={place.edited}>
          <EditedList lines={edited.slice(0, shape.edited)} zone={zone} />
        </Panel>
        <Panel
          title={panels.projects.title}
          className={place.projects}
          action={
            <Button asChild size="sm" variant="link">
              <Link href="/projects">All projects</Link>
            </Button>
          }
        >
          <ProjectList projects={projects} />
        </Panel>
      </div>
      {children}
    </>
  );
}

function needsPanel(
  needs: Awaited<ReturnType<typeof needsOf>>,
  { showAll, className }: { showAll: boolean; className: string },
) {
  return (
    <Panel title={panels.needs.title} count={needs.length} className={className}>
      <NeedsList needs={needs} showAll={showAll} hrefs={needsHrefs} />
    </Panel>
  );
}

/** The place of the panels while they are on the way. */
export function BoardSkeleton({ hasSession }: { hasSession: boolean }) {
  const place = places.needs;
  return (
    <div className={gridClass}>
      {hasSession ? <PanelSkeleton {...panels.today} className={place.today} /> : null}
      <PanelSkeleton {...panels.needs} className={hasSession ? place.needs : ''} />
      {hasSession ? <PanelSkeleton {...panels.edited} className={place.edited} /> : null}
      {hasSession ? <PanelSkeleton {...panels.projects} className={place.projects} /> : null}
    </div>
  );
}
