import { Plus } from 'lucide-react';
import Link from 'next/link';
import type { AnyRecord } from '@/lib/declare/model';
import type { ModelView } from '@/lib/declare/view';
import type { Showing } from '../fields/field-parts';
import { partsOf } from '../fields';
import type { Column } from '../table/columns';
import { DataTable } from '../table/data-table';
import { cellsOf } from '../table/record-cells';
import { Button } from '../ui/button';
import { Card } from '../ui/card';

export type RelatedList = {
  readonly name: string;
  readonly label: string;
  readonly view: ModelView;
  readonly columns: readonly Column[];
  /** The first ones. */
  readonly rows: readonly { readonly record: AnyRecord; readonly href: string }[];
  readonly count: number;
  /** Where all of them are; null where no list can say it. */
  readonly allHref: string | null;
  /** Null for who may not add one. */
  readonly addHref: string | null;
};

/** What hangs on a record, each kind as a short table with the way to all of it. */
export function RelatedLists({ lists, showing }: { lists: readonly RelatedList[]; showing: Showing }) {
  return lists.map(({ name, label, view, columns, rows, count, allHref, addHref }) => (
    <Card
      key={name}
      title={
        <>
          {label} <span className="font-normal text-muted-foreground tabular-nums">{count.toLocaleString('en')}</span>
        </>
      }
      action={
        <>
          {count > rows.length && allHref ? (
            <Button asChild size="sm" variant="link">
              <Link href={allHref}>Show all {count.toLocaleString('en')}</Link>
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
      {rows.length === 0 ? (
        <p className="text-sm text-muted-foreground">None yet. {view.help}</p>
      ) : (
        <DataTable
          label={label}
          columns={columns.map((column) => ({
            name: column.name,
            label: column.field.label,
            isNumeric: partsOf(column.field).isNumeric ?? false,
            sortHref: null,
            direction: null,
          }))}
          rows={rows.map(({ record, href }) => ({
            id: String(record.id),
            href,
            cells: cellsOf(view, columns, record, showing),
          }))}
        />
      )}
      {count > rows.length && !allHref ? (
        <p className="mt-2 text-sm text-muted-foreground">The first {rows.length} are shown.</p>
      ) : null}
    </Card>
  ));
}
