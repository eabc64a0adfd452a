import Link from 'next/link';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { Showing } from '../fields/field-parts';
import { columnsOf } from '../table/columns';
import { DataTable } from '../table/data-table';
import { recordTable } from '../table/record-table';
import { Button } from '../ui/button';
import { Card } from '../ui/card';

interface RecentRecordsProps {
  view: ModelView;
  /** The columns, the one that names the record first. */
  names: readonly string[];
  records: readonly AnyRecord[];
  showing: Showing;
}

/** The latest records of one kind, with the way to the rest. */
export function RecentRecords({ view, names, records, showing }: RecentRecordsProps) {
  const all = columnsOf(view, []);
  const columns = names.flatMap((name) => all.filter((column) => column.name === name));
  return (
    <Card
      title={view.labelPlural}
      action={
        <>
          <Button asChild size="sm" variant="link">
            <Link href={`/${view.path}`}>All {view.labelPlural.toLowerCase()}</Link>
          </Button>
          <Button asChild size="sm">
            <Link href={`/${view.path}/new`}>New</Link>
          </Button>
        </>
      }
    >
      {records.length === 0 ? (
        <p className="text-sm text-muted-foreground">None yet. {view.help}</p>
      ) : (
        <DataTable
          label={view.labelPlural}
          {...recordTable({ view, columns, records, showing, hrefOf: ({ id }) => `/${view.path}/${id}` })}
        />
      )}
    </Card>
  );
}
