import type { ReactNode } from 'react';
import { Table, TBody, Td, Th, THead, Tr } from '../ui/table';

interface ValueTableProps {
  label: string;
  /** The first is what the others are the values of. */
  columns: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}

/** The numbers of a chart, for whoever reads rather than looks. */
export function ValueTable({ label, columns, rows }: ValueTableProps) {
  return (
    <details className="chart-values" data-print="hide">
      <summary>Values as a table</summary>
      <Table label={`${label}, values`} containerClassName="mt-1 max-h-64">
        <THead>
          <Tr>
            {columns.map((column, index) => (
              <Th key={column} numeric={index > 0}>
                {column}
              </Th>
            ))}
          </Tr>
        </THead>
        <TBody>
          {rows.map((cells, row) => (
            <Tr key={row}>
              {cells.map((cell, index) => (
                <Td key={columns[index]} numeric={index > 0}>
                  {cell}
                </Td>
              ))}
            </Tr>
          ))}
        </TBody>
      </Table>
    </details>
  );
}
