import Link from 'next/link';
import type { Level } from '@/lib/declare/levels';
import { meaningOf, ownLevelText } from '../models/access/level-words';
import { Avatar } from '../ui/avatar';
import { PanelEmpty } from './panel';

/** A project with its people. */
export interface ProjectLine {
  id: string;
  name: string;
  level: Level;
  sessions: number;
  people: readonly string[];
  peopleCount: number;
}

/** The projects that were worked in last, with what one may do in them and who is on them. */
export function ProjectList({ projects }: { projects: readonly ProjectLine[] }) {
  if (projects.length === 0) return <PanelEmpty>No projects yet.</PanelEmpty>;
  return (
    <ul aria-label="Projects">
      {projects.map(({ id, name, level, sessions, people, peopleCount }) => (
        <li key={id} className="dashboard-line">
          <span className="dashboard-text is-whole">
            <Link href={`/projects/${id}`} className="record-link font-medium">
              {name}
            </Link>
          </span>
          <span className="dashboard-side" title={meaningOf('project', level)}>
            {sessions.toLocaleString('en')} {sessions === 1 ? 'session' : 'sessions'} · {ownLevelText(level)}
          </span>
          <People names={people} count={peopleCount} />
        </li>
      ))}
    </ul>
  );
}

/** The first few people as initials; their names for who points or listens. */
export function People({ names, count }: { names: readonly string[]; count: number }) {
  const others = count - names.length;
  const text = `${names.join(', ')}${others > 0 ? ` and ${others} more` : ''}`;
  return (
    <span title={text} className="flex shrink-0 items-center gap-0.5 max-sm:hidden">
      {names.map((name, index) => (
        <Avatar key={index} name={name} size="sm" />
      ))}
      {others > 0 ? (
        <span aria-hidden className="pl-1 text-xs text-muted-foreground">
          +{others}
        </span>
      ) : null}
      <span className="sr-only">{text}</span>
    </span>
  );
}
