'use client';

import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import type { MouseEvent, ReactNode } from 'react';
import { SortMark, Table, TBody, Td, Th, THead, Tr } from '../ui/table';
import { RowCheckbox } from './row-checkbox';
import { RowCardButton } from './row-card-button';
import type { LoadCard } from './row-card-types';
import { pressInRows } from './row-keys';
import { useRowCard } from './use-row-card';
import type { RowSelection } from './use-selection';

/** A row whose cells the server has drawn. */
export type TableRow = {
  readonly id: string;
  readonly href: string;
  /** What the record is called, for what is read aloud; needed where rows can be chosen. */
  readonly name?: string;
  readonly cells: Readonly<Record<string, ReactNode>>;
};
export type TableColumn = {
  readonly name: string;
  readonly label: string;
  readonly isNumeric: boolean;
  /** Where a click on the heading leads; null where the server can't sort by it. */
  readonly sortHref: string | null;
  readonly direction: 'asc' | 'desc' | null;
};

const RowCard = dynamic(() => import('./row-card').then((file) => file.RowCard), { ssr: false });

interface DataTableProps {
  label: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Columns switched off a moment ago, before the server answers. */
  hidden?: Readonly<Record<string, boolean>>;
  /** Rows can be chosen. */
  selection?: RowSelection;
  /** Rows have a card with the facts of their record. */
  loadCard?: LoadCard;
}

/** Rows of a list. The first column names the record and leads to it; arrows move from row to row, Enter opens. */
export function DataTable({ label, columns, rows, hidden, selection, loadCard }: DataTableProps) {
  const router = useRouter();
  const shown = columns.filter(({ name }) => !hidden?.[name]);
  const card = useRowCard();
  const carded = card.open && rows.find(({ id }) => id === card.open?.id);

  function open(event: MouseEvent, href: string) {
    // A selection, and whatever in the row has a life of its own, is left alone.
    if (
      window.getSelection()?.toString() ||
      (event.target instanceof Element && event.target.closest('a, button, input, label'))
    )
      return;
    if (event.metaKey || event.ctrlKey) window.open(href, '_blank', 'noopener');
    else router.push(href);
  }

  return (
    <Table label={label} stacked className="is-compact">
      <THead>
        <Tr>
          {selection ? (
            <Th className="select">
              <RowCheckbox
                label="Select all on this page"
                checked={selection.page === 'all'}
                indeterminate={selection.page === 'some'}
                onToggle={() => selection.setPage(selection.page !== 'all')}
              />
            </Th>
          ) : null}
          {shown.map((column) => (
            <Th
              key={column.name}
              numeric={column.isNumeric}
              aria-sort={column.direction ? (column.direction === 'asc' ? 'ascending' : 'descending') : undefined}
            >
              <Heading column={column} />
            </Th>
          ))}
        </Tr>
      </THead>
      <TBody
        className="[&>tr]:cursor-pointer"
        {...(loadCard ? card.pointer : {})}
        onKeyDown={(event) =>
          pressInRows(event, { onSelect: selection?.toggle, onAsk: loadCard ? card.ask : undefined })
        }
      >
        {rows.map((row) => (
          <Tr
            key={row.id}
            data-row={row.id}
            data-selected={selection?.has(row.id) || undefined}
            onClick={(event) => open(event, row.href)}
          >
            {selection ? (
              <Td className="select">
                <RowCheckbox
                  label={`Select ${row.name ?? ''}`}
                  checked={selection.has(row.id)}
                  onToggle={(isRange) => selection.toggle(row.id, isRange)}
                />
              </Td>
            ) : null}
            {shown.map(({ name, label: heading, isNumeric }, index) => (
              <Td key={name} numeric={isNumeric} data-label={heading}>
                {index === 0 ? (
                  <span className="row-title">
                    <Link href={row.href} data-row-link prefetch={false}>
                      {row.cells[name]}
                    </Link>
                    {loadCard ? <RowCardButton name={row.name ?? ''} onAsk={card.ask} /> : null}
                  </span>
                ) : (
                  row.cells[name]
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
      {loadCard && card.open && carded ? (
        <RowCard
          key={card.open.id}
          card={card.open}
          name={carded.name ?? ''}
          href={carded.href}
          load={loadCard}
          onClose={card.close}
          onEnter={card.stay}
          onLeave={card.leave}
        />
      ) : null}
    </Table>
  );
}

/** A heading that sorts, where the server can. */
function Heading({ column: { label, sortHref, direction } }: { column: TableColumn }) {
  if (!sortHref) return label;
  return (
    <Link
      href={sortHref}
      scroll={false}
      prefetch={false}
      className="inline-flex items-center gap-1 rounded-sm hover:text-foreground"
    >
      {label}
      <SortMark direction={direction} />
    </Link>
  );
}
