import { Users } from 'lucide-react';
import Link from 'next/link';
import type { DetailPartProps } from '../overrides';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';

const counted = (list: unknown, one: string, many: string): string => {
  const count = list !== null && typeof list === 'object' ? Object.keys(list).length : 0;
  return `${count} ${count === 1 ? one : many}`;
};

/** How many are on the access list of a record, with the way to all of it. */
export function AccessAside({ view, record, rights }: DetailPartProps) {
  return (
    <Card title="Access" className="text-sm">
      <p className="text-muted-foreground">
        {counted(record.users, 'person', 'people')} and {counted(record.groups, 'group', 'groups')}
        {record.is_public === true ? '; everyone reads it, as it is public' : ''}
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
