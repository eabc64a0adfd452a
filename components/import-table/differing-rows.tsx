'use client';

import { Field } from '@/components/ui/field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import { Table, TBody, Td, Th, THead, Tr } from '@/components/ui/table';
import type { Choice, RowReport } from '@/lib/formats/tables/report';

type DifferingRowsProps = {
  rows: readonly RowReport[];
  onDifference: Choice;
  choices: Readonly<Record<number, Choice>>;
  disabled: boolean;
  onAll: (choice: Choice) => void;
  onRow: (row: number, choice: Choice) => void;
};

const options = [
  { value: 'keep', label: 'Keep what the portal has' },
  { value: 'update', label: 'Update it from the file' },
];
const asChoice = (value: string | null): Choice => (value === 'update' ? 'update' : 'keep');

/** Rows that say something else than the records they are about, and what to do with them. */
export function DifferingRows({ rows, onDifference, choices, disabled, onAll, onRow }: DifferingRowsProps) {
  return (
    <section aria-label="Rows that differ" className="flex flex-col gap-2">
      <Field label="Rows that differ from what the portal has" group disabled={disabled}>
        <RadioGroup inline value={onDifference} options={options} onChange={(value) => onAll(asChoice(value))} />
      </Field>
      <Table label="Differences" stacked containerClassName="max-h-96">
        <THead>
          <Tr>
            <Th>Record</Th>
            <Th>Differs in</Th>
            <Th>Do with it</Th>
          </Tr>
        </THead>
        <TBody>
          {rows.map(({ row, title, changes }) => (
            <Tr key={row}>
              <Td>
                {title} <span className="text-xs text-muted-foreground">row {row}</span>
              </Td>
              <Td data-label="Differs in" className="max-w-xl">
                <ul className="flex flex-col gap-0.5">
                  {changes.map(({ column, label, before, after }) => (
                    <li key={`${column} ${after}`} className="break-words">
                      <span className="text-muted-foreground">{label}:</span> <del>{before || 'nothing'}</del>{' '}
                      <span aria-hidden>→</span> <ins className="no-underline">{after || 'nothing'}</ins>
                    </li>
                  ))}
                </ul>
              </Td>
              <Td data-label="Do">
                <Select
                  aria-label={`What to do with row ${row}`}
                  value={choices[row] ?? onDifference}
                  options={options.map(({ value }) => ({ value, label: value === 'keep' ? 'Keep' : 'Update' }))}
                  disabled={disabled}
                  onChange={(value) => onRow(row, asChoice(value))}
                  className="w-28"
                />
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </section>
  );
}
