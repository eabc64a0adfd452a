import { nearest } from '@/lib/declare/problem';
import { isRequired } from './columns';
import type { CellProblem } from './report';
import type { Sheet } from './sheet';
import type { Table } from './table';

export type ReadHeader = {
  /** The column at each place of the file; null where it is none of the table's. */
  readonly columns: readonly (string | null)[];
  readonly problems: readonly CellProblem[];
};

/** Compares the header of a file with the columns of a table: unknown, doubled and missing ones. */
export function readHeader(table: Table, { header, rows }: Sheet): ReadHeader {
  const problems: CellProblem[] = [];
  const seen = new Set<string>();
  const columns = header.map((name, index) => {
    if (!Object.hasOwn(table.columns, name)) {
      // An empty column between others is only space.
      if (name !== '' || rows.some(({ cells }) => cells[index])) problems.push(unknownColumn(table, name, index));
      return null;
    }
    if (seen.has(name)) {
      problems.push(
        headerProblem(name, 'double-column', `The column “${name}” is there twice.`, 'Take one of them out.'),
      );
      return null;
    }
    seen.add(name);
    return name;
  });
  for (const [name, column] of Object.entries(table.columns))
    if (!seen.has(name) && isRequired(table, column))
      problems.push(
        headerProblem(name, 'missing-column', `The column “${name}” is missing.`, 'The template has all columns.'),
      );
  return { columns, problems };
}

const headerProblem = (column: string, code: string, message: string, suggestion: string): CellProblem => ({
  row: 1,
  column,
  code,
  message,
  suggestion,
});

function unknownColumn(table: Table, name: string, index: number): CellProblem {
  const shown = name === '' ? `Column ${index + 1}` : name.slice(0, 100);
  if (name === '')
    return headerProblem(shown, 'unnamed-column', `${shown} has no name in the header.`, 'Name it, or empty it.');
  const near = nearest(name, Object.keys(table.columns));
  return headerProblem(
    shown,
    'unknown-column',
    `There is no column “${shown}” in this table.`,
    near ? `Did you mean “${near}”?` : 'Take it out, or look at the template.',
  );
}
