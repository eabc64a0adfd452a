import { Users } from 'lucide-react';
import Link from 'next/link';
import type { DetailPartProps } from '../overrides';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';

const countOf = (list: unknown): number => (list !== null && typeof list === 'object' ? Object.keys(list).length : 0);
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Nobody else finds a rig that was never shared: that is said, for it is easily forgotten. */
function inWords(people: number, groups: number): string {
  if (people <= 1 && groups === 0) return 'One person alone, no group: nobody else finds it';
  if (groups === 0) return counted(people, 'person', 'people');
  return `${counted(people, 'person', 'people')} and ${counted(groups, 'group', 'groups')}`;
}

/** How many are on the access list of a record, with the way to all of it. */
export function AccessAside({ view, record, rights }: DetailPartProps) {
  return (
    <Card title="Access" className="text-sm">
      <p className="text-muted-foreground">
        {record.is_public === true
          ? `${counted(countOf(record.users), 'person', 'people')} and ${counted(countOf(record.groups), 'group', 'groups')}; everyone reads it, as it is public`
          : inWords(countOf(record.users), countOf(record.groups))}
      </p>
      <Button asChild size="sm" className="mt-2">
        <Link href={`/${view.path}/${record.id}/access`}>
          <Users aria-hidden />
          {rights.manage ? 'Manage access' : 'Who has access'}
        </Link>
      </Button>
    </Card>
  );
}
