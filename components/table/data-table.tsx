'use client';

import { columnVisibilityFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useMemo, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { SortMark, Table, TBody, Td, Th, THead, Tr } from '../ui/table';

/** A row whose cells the server has drawn. */
export type TableRow = {
  readonly id: string;
  readonly href: string;
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

const features = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof features, TableRow>();

interface DataTableProps {
  label: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Columns switched off a moment ago, before the server answers. */
  hidden?: Readonly<Record<string, boolean>>;
}

/** Rows of a list. The first column names the record and leads to it; arrows move from row to row, Enter opens. */
export function DataTable({ label, columns, rows, hidden = {} }: DataTableProps) {
  const router = useRouter();
  const defined = useMemo(
    () =>
      helper.columns(
        columns.map((column) =>
          helper.accessor((row) => row.cells[column.name], {
            id: column.name,
            header: column.label,
            cell: (cell) => cell.getValue(),
          }),
        ),
      ),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const visibility = useMemo(
    () => Object.fromEntries(Object.keys(hidden).map((name) => [name, !hidden[name]])),
    [hidden],
  );
  const table = useTable({
    features,
    columns: defined,
    data,
    getRowId: (row) => row.id,
    state: { columnVisibility: visibility },
  });
  const byName = new Map(columns.map((column) => [column.name, column]));

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
    <Table label={label} stacked>
      <THead>
        {table.getHeaderGroups().map((group) => (
          <Tr key={group.id}>
            {group.headers.map((header) => {
              const column = byName.get(header.id);
              return (
                <Th
                  key={header.id}
                  numeric={column?.isNumeric ?? false}
                  aria-sort={column?.direction ? (column.direction === 'asc' ? 'ascending' : 'descending') : undefined}
                >
                  {column?.sortHref ? (
                    <Link
                      href={column.sortHref}
                      scroll={false}
                      className="inline-flex items-center gap-1 rounded-sm hover:text-foreground"
                    >
                      <table.FlexRender header={header} />
                      <SortMark direction={column.direction} />
                    </Link>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </Th>
              );
            })}
          </Tr>
        ))}
      </THead>
      <TBody className="[&>tr]:cursor-pointer" onKeyDown={moveByArrows}>
        {table.getRowModel().rows.map((row) => (
          <Tr key={row.id} onClick={(event) => open(event, row.original.href)}>
            {row.getVisibleCells().map((cell, index) => (
              <Td
                key={cell.id}
                numeric={byName.get(cell.column.id)?.isNumeric ?? false}
                data-label={byName.get(cell.column.id)?.label}
              >
                {index === 0 ? (
                  <Link href={row.original.href} data-row-link prefetch={false}>
                    <table.FlexRender cell={cell} />
                  </Link>
                ) : (
                  <table.FlexRender cell={cell} />
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </TBody>
    </Table>
  );
}

function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const row = document.activeElement?.closest('tr');
  const at = links.findIndex((link) => link.closest('tr') === row);
  const next = at < 0 ? undefined : links[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
