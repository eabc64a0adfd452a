import Link from 'next/link';
import type { AccessSource, WhoSees } from '@/lib/declare/access-list';
import { Avatar } from '../../ui/avatar';
import { Badge } from '../../ui/badge';
import { Callout } from '../../ui/callout';
import { sourceText } from './level-words';

/** Who can see a session or a subject, and through which of its projects and groups. */
export function WhoCanSee({ access }: { access: WhoSees }) {
  const open = access.parents.filter(({ is_public }) => is_public);
  // One project needs no name at every level.
  const isOne = access.parents.length === 1;
  const textOf = (source: AccessSource) => sourceText(isOne ? { ...source, record: null } : source);
  return (
    <div className="flex flex-col gap-3">
      {open.length > 0 ? (
        <Callout title="Public">Anyone can read it, through {open.map(({ title }) => title).join(', ')}.</Callout>
      ) : null}
      <ul aria-label="People">
        {access.people.map((person) => (
          <li key={person.id} className="flex gap-2.5 border-b border-border/60 py-2 last:border-b-0">
            <Avatar name={person.name} />
            <div className="min-w-0">
              <p className="font-medium break-words">{person.name}</p>
              <p className="text-sm break-words text-muted-foreground">{person.email}</p>
              <p className="mt-0.5 flex flex-wrap gap-1">
                {person.sources.map((source, index) => (
                  <Badge key={textOf(source)} tone={index === 0 ? 'accent' : 'neutral'} className="whitespace-normal">
                    {textOf(source)}
                  </Badge>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="text-sm text-muted-foreground">
        Through the projects that you can read:{' '}
        {access.parents.map(({ id, title }, index) => (
          <span key={id}>
            {index > 0 ? ', ' : ''}
            <Link href={`/projects/${id}/access`} className="text-accent underline-offset-2 hover:underline">
              {title}
            </Link>
          </span>
        ))}
        . Administrators see everything.
      </p>
    </div>
  );
}
