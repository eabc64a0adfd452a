'use client';

import { useState } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Table, TBody, Td, Th, THead, Tr } from '@/components/ui/table';
import type { RowStatus, TableReport } from '@/lib/formats/tables/report';

const states: Readonly<Record<RowStatus, { tone: Tone; label: string }>> = {
  create: { tone: 'success', label: 'New' },
  update: { tone: 'info', label: 'Changes' },
  keep: { tone: 'warning', label: 'Differs, kept' },
  unchanged: { tone: 'neutral', label: 'There already' },
  invalid: { tone: 'danger', label: 'Problem' },
  unchecked: { tone: 'neutral', label: 'Not checked' },
};
const rowsAtFirst = 25;

/** The rows as they were read, with what becomes of each; cells with a problem are marked. */
export function PreviewGrid({ report }: { report: TableReport }) {
  const [isWhole, setIsWhole] = useState(false);
  const rows = isWhole ? report.rows : report.rows.slice(0, rowsAtFirst);
  const hidden = report.counts.rows - report.rows.length;
  return (
    <section aria-label="Rows" className="flex flex-col gap-2">
      <Table label="Rows of the file" containerClassName="max-h-[32rem]">
        <THead>
          <Tr>
            <Th numeric>Row</Th>
            <Th>State</Th>
            {report.header.map((name, index) => (
              // A header may hold a name twice, which is one of the problems.
              // oxlint-disable-next-line react/no-array-index-key
              <Th key={`${name} ${index}`} className="font-mono text-xs">
                {name}
              </Th>
            ))}
          </Tr>
        </THead>
        <TBody>
          {rows.map(({ row, status, cells, bad }) => (
            <Tr key={row}>
              <Td numeric className="text-muted-foreground tabular-nums">
                {row}
              </Td>
              <Td>
                <Badge tone={states[status].tone} className="whitespace-nowrap">
                  {states[status].label}
                </Badge>
              </Td>
              {report.header.map((name, index) => (
                // oxlint-disable-next-line react/no-array-index-key
                <Td key={`${name} ${index}`} className={bad.includes(name) ? 'bg-danger/15' : undefined}>
                  <span className="block max-w-60 truncate" title={cells[index]}>
                    {bad.includes(name) ? <span className="sr-only">Problem: </span> : null}
                    {cells[index] || (bad.includes(name) ? <span className="text-danger">empty</span> : '')}
                  </span>
                </Td>
              ))}
            </Tr>
          ))}
        </TBody>
      </Table>
      <div className="flex flex-wrap items-center gap-3 text-sm text-muted-foreground">
        {report.rows.length > rows.length ? (
          <Button size="sm" onClick={() => setIsWhole(true)}>
            Show {report.rows.length} rows
          </Button>
        ) : null}
        {hidden > 0 ? <span>{hidden.toLocaleString('en')} rows without anything to decide are not shown.</span> : null}
      </div>
    </section>
  );
}
