import { Plus } from 'lucide-react';
import Link from 'next/link';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { Showing } from '../fields/field-parts';
import type { Column } from '../table/columns';
import { DataTable } from '../table/data-table';
import { recordTable } from '../table/record-table';
import { Button } from '../ui/button';
import { Card } from '../ui/card';

export type RelatedList = {
  readonly name: string;
  readonly label: string;
  readonly view: ModelView;
  readonly columns: readonly Column[];
  /** The first ones. */
  readonly records: readonly AnyRecord[];
  readonly hrefOf: (record: AnyRecord) => string;
  readonly count: number;
  /** Where all of them are; null where no list can say it. */
  readonly allHref: string | null;
  /** Null for who may not add one. */
  readonly addHref: string | null;
  /** Another way to add some. */
  readonly addLink?: { readonly label: string; readonly href: string } | null;
};

/** What hangs on a record, each kind as a short table with the way to all of it. */
export function RelatedLists({ lists, showing }: { lists: readonly RelatedList[]; showing: Showing }) {
  return lists.map(({ name, label, view, columns, records, hrefOf, count, allHref, addHref, addLink }) => (
    <Card
      key={name}
      title={
        <>
          {label} <span className="font-normal text-muted-foreground tabular-nums">{count.toLocaleString('en')}</span>
        </>
      }
      action={
        <>
          {count > records.length && allHref ? (
            <Button asChild size="sm" variant="link">
              <Link href={allHref}>Show all {count.toLocaleString('en')}</Link>
            </Button>
          ) : null}
          {addLink ? (
            <Button asChild size="sm">
              <Link href={addLink.href}>
                <Plus aria-hidden />
                {addLink.label}
              </Link>
            </Button>
          ) : null}
          {addHref ? (
            <Button asChild size="sm">
              <Link href={addHref}>
                <Plus aria-hidden />
                Add
              </Link>
            </Button>
          ) : null}
        </>
      }
    >
      {records.length === 0 ? (
        // What the model is told as would be odd below another name: offspring are subjects.
        <p className="text-sm text-muted-foreground">None yet.{label === view.labelPlural ? ` ${view.help}` : ''}</p>
      ) : (
        <DataTable label={label} {...recordTable({ view, columns, records, showing, hrefOf })} />
      )}
      {count > records.length && !allHref ? (
        <p className="mt-2 text-sm text-muted-foreground">The first {records.length} are shown.</p>
      ) : null}
    </Card>
  ));
}
