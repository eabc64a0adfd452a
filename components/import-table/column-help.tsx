import { Badge } from '@/components/ui/badge';
import { Table, TBody, Td, Th, THead, Tr } from '@/components/ui/table';
import type { TableView } from '@/lib/formats/tables/view';

/** What each column of a table holds. */
export function ColumnHelp({ table }: { table: TableView }) {
  return (
    <div className="flex flex-col gap-2 pt-2">
      <p className="max-w-prose text-sm text-muted-foreground">
        {table.help} {table.sameness} Columns may come in any order; those that you do not need may be left out.
      </p>
      <Table label={`Columns of ${table.label.toLowerCase()}`} stacked>
        <THead>
          <Tr>
            <Th>Column</Th>
            <Th>Field</Th>
            <Th>What it holds</Th>
            <Th>Example</Th>
          </Tr>
        </THead>
        <TBody>
          {table.columns.map(({ name, label, isRequired, help, example }) => (
            <Tr key={name}>
              <Td>
                <span className="font-mono text-xs break-all sm:whitespace-nowrap">{name}</span>{' '}
                {isRequired ? <Badge tone="accent">required</Badge> : null}
              </Td>
              <Td data-label="Field">{label}</Td>
              <Td data-label="Holds" className="max-w-xl">
                {help}
              </Td>
              <Td data-label="Example" className="font-mono text-xs break-words">
                {example}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </div>
  );
}
