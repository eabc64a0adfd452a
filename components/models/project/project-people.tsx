import { Users } from 'lucide-react';
import Link from 'next/link';
import type { AccessList } from '@/lib/declare/access-list';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { labelOf } from '../access/level-words';
import { withoutGroup } from '../access/without-group';

const shown = 8;

interface ProjectPeopleProps {
  id: string;
  access: AccessList;
  mayManage: boolean;
}

/** Who is on a project, with their levels, and the way to all of its access list. */
export function ProjectPeople({ id, access: { people, groups }, mayManage }: ProjectPeopleProps) {
  return (
    <Card title="People" className="text-sm">
      <ul aria-label="People" className="flex flex-col gap-1.5">
        {people.slice(0, shown).map(({ id: person, name, level }) => (
          <li key={person} className="flex items-center gap-2">
            <Avatar name={name} size="sm" />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="text-muted-foreground">{labelOf(level)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-muted-foreground">
        {people.length > shown ? `${people.length - shown} more. ` : ''}
        {groups.length > 0
          ? `Shared with ${groups.map(({ name }) => name).join(', ')}.`
          : `No group yet. ${withoutGroup('project')}`}
      </p>
      <Button asChild size="sm" className="mt-2">
        <Link href={`/projects/${id}/access`}>
          <Users aria-hidden />
          {mayManage ? 'Manage access' : 'Who has access'}
        </Link>
      </Button>
    </Card>
  );
}
