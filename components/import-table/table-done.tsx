'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { TableReport } from '@/lib/formats/tables/report';
import type { TableView } from '@/lib/formats/tables/view';
import { UndoButton } from './undo-button';

type TableDoneProps = { report: TableReport; table: TableView; onRestart: () => void; onUndone: () => void };

const linksShown = 50;

/** What an import did, with the way to the records and back. */
export function TableDone({ report, table, onRestart, onUndone }: TableDoneProps) {
  const { create, update, keep, unchanged } = report.counts;
  const title = useRef<HTMLDivElement>(null);
  useEffect(() => title.current?.focus(), []);
  const written = report.rows.filter(({ status, id }) => id !== null && (status === 'create' || status === 'update'));
  const records = [...new Map(written.map((row) => [row.id, row])).values()];
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <div ref={title} tabIndex={-1} className="outline-none">
        <Callout tone="success" role="status" title={`Imported ${report.file.name}`}>
          {create.toLocaleString('en')} created, {update.toLocaleString('en')} changed,{' '}
          {(keep + unchanged).toLocaleString('en')} as they were.
        </Callout>
      </div>
      {records.length > 0 ? (
        <ul aria-label="Imported records" className="columns-1 gap-6 text-sm sm:columns-2 lg:columns-3">
          {records.slice(0, linksShown).map(({ id, row, title: name }) => (
            <li key={row} className="truncate py-0.5">
              <Link href={`${table.recordPath}/${id}`} className="text-accent underline-offset-2 hover:underline">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {table.path ? (
          <Button asChild variant="primary">
            <Link href={table.path}>Show all {table.label.toLowerCase()}</Link>
          </Button>
        ) : null}
        <Button onClick={onRestart}>Import more</Button>
        {report.id ? <UndoButton id={report.id} created={create} changed={update} onUndone={onUndone} /> : null}
      </div>
    </div>
  );
}
