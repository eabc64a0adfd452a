import { Users } from 'lucide-react';
import Link from 'next/link';
import type { DetailPartProps } from '../overrides';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';

type Flags = { readonly can_change?: boolean; readonly is_manager?: boolean; readonly is_owner?: boolean };

const levelOf = ({ can_change, is_manager, is_owner }: Flags): string =>
  is_owner ? 'owner' : is_manager ? 'manager' : can_change ? 'contributor' : 'member';

const shownMax = 6;

/** Who is on the access list of a record, with the way to all of it. */
export function AccessAside({ view, record, rights }: DetailPartProps) {
  const lists = [record.groups, record.users] as (Readonly<Record<string, Flags>> | null | undefined)[]; // access lists, as the wire has them
  const holders = lists.flatMap((list) => Object.entries(list ?? {}));
  return (
    <Card title="Access" className="text-sm">
      <ul className="flex flex-col gap-1.5">
        {holders.slice(0, shownMax).map(([name, flags]) => (
          <li key={name} className="flex items-baseline justify-between gap-2">
            <span className="min-w-0 truncate" title={name}>
              {name}
            </span>
            <Badge>{levelOf(flags)}</Badge>
          </li>
        ))}
        {holders.length > shownMax ? (
          <li className="text-muted-foreground">and {holders.length - shownMax} more</li>
        ) : null}
        {record.is_public === true ? <li>Everyone, as it is public</li> : null}
      </ul>
      <Button asChild size="sm" className="mt-3">
        <Link href={`/${view.path}/${record.id}/access`}>
          <Users aria-hidden />
          {rights.manage ? 'Manage access' : 'Who has access'}
        </Link>
      </Button>
    </Card>
  );
}

/** For what is shared through its projects: the way to who sees it. */
export function SharedAside({ view, record }: DetailPartProps) {
  return (
    <Card title="Access" className="text-sm">
      <p className="text-muted-foreground">It is shared through its projects.</p>
      <Button asChild size="sm" className="mt-2">
        <Link href={`/${view.path}/${record.id}/access`}>
          <Users aria-hidden />
          Who can see this
        </Link>
      </Button>
    </Card>
  );
}
