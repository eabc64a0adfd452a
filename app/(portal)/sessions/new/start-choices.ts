import 'server-only';
import type { StartChoice } from '@/components/models/session/start-choices';
import { listTemplates } from '@/lib/server/operations/session-templates';
import { latestSession } from '@/lib/server/queries/latest-session';
import type { UserViewer } from '@/lib/server/viewer';
import type { FoundPattern } from './pattern';

/** The ways to begin a session that the viewer has: afresh, like their last one, from a template of their projects. */
export async function startChoices(viewer: UserViewer, pattern: FoundPattern | null): Promise<StartChoice[]> {
  const [latest, templates] = await Promise.all([latestSession(viewer), listTemplates(viewer)]);
  const usable = templates.filter(({ may_use: mayUse }) => mayUse);
  const isTwin = (name: string) => usable.filter((other) => other.name === name).length > 1;
  return [
    { label: 'Nothing', href: '/sessions/new', isChosen: pattern === null },
    ...(latest
      ? [
          {
            label: `Last time: ${String(latest.name)}`,
            href: `/sessions/new?from=${latest.id}`,
            isChosen: pattern?.from.like === latest.id,
          },
        ]
      : []),
    ...usable.map(({ id, name, project }) => ({
      label: isTwin(name) ? `${name} (${project})` : name,
      href: `/sessions/new?template=${id}`,
      isChosen: pattern?.from.template === id,
    })),
  ];
}
