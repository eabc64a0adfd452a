import 'server-only';
import Link from 'next/link';
import { Panel } from '@/components/dashboard/panel';
import { ProjectList } from '@/components/dashboard/project-list';
import { Button } from '@/components/ui/button';
import { getEnv } from '@/lib/server/env';
import { recentProjects } from '@/lib/server/queries/dashboard-projects';
import type { UserViewer } from '@/lib/server/viewer';
import { panels } from './panels';

/** The projects that were worked in last. */
export async function Projects({ viewer }: { viewer: UserViewer }) {
  const projects = await recentProjects(viewer, panels.projects.lines);
  return (
    <Panel
      {...panels.projects}
      action={
        <Button asChild size="sm" variant="link">
          <Link href="/projects">All projects</Link>
        </Button>
      }
    >
      <ProjectList projects={projects} zone={getEnv().LAB_TIME_ZONE} />
    </Panel>
  );
}
