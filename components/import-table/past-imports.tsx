'use client';

import { useRouter } from 'next/navigation';
import { toMinute } from '@/components/table/to-minute';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Table, TBody, Td, Th, THead, Tr } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { UndoButton } from './undo-button';

/** Times are ISO instants; counts are of rows. */
export type PastImportRow = {
  readonly id: string;
  readonly label: string;
  readonly file: string;
  readonly by: string;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly created_at: string;
  readonly undone_at: string | null;
};

/** The latest imports of tables, each with the way back. */
export function PastImports({ imports, zone }: { imports: readonly PastImportRow[]; zone: string }) {
  const router = useRouter();
  return (
    <Card title="Past imports" className="mt-8">
      {imports.length === 0 ? (
        <p className="text-sm text-muted-foreground">None yet. What you import is listed here and can be undone.</p>
      ) : (
        <Table label="Past imports" stacked>
          <THead>
            <Tr>
              <Th>File</Th>
              <Th>Table</Th>
              <Th>When</Th>
              <Th>Who</Th>
              <Th numeric>Created</Th>
              <Th numeric>Changed</Th>
              <Th numeric>As it was</Th>
              <Th>
                <span className="sr-only">Undo</span>
              </Th>
            </Tr>
          </THead>
          <TBody>
            {imports.map((one) => (
              <Tr key={one.id}>
                <Td className="break-all">{one.file}</Td>
                <Td data-label="Table">{one.label}</Td>
                <Td data-label="When">
                  <Time value={toMinute(one.created_at)} zone={zone} />
                </Td>
                <Td data-label="Who">{one.by}</Td>
                <Td data-label="Created" numeric>
                  {one.created.toLocaleString('en')}
                </Td>
                <Td data-label="Changed" numeric>
                  {one.changed.toLocaleString('en')}
                </Td>
                <Td data-label="As it was" numeric>
                  {one.unchanged.toLocaleString('en')}
                </Td>
                <Td className="sm:text-right">
                  {one.undone_at ? (
                    <Badge>undone</Badge>
                  ) : (
                    <UndoButton {...one} label={`Undo the import of ${one.file}`} onUndone={() => router.refresh()} />
                  )}
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
    </Card>
  );
}
