import { readCell, type Assumption } from './cells';
import { isRequired, labelOf } from './columns';
import { expectationOf } from './expectations';
import { readHeader } from './header';
import type { CellProblem } from './report';
import type { Sheet } from './sheet';
import type { Table } from './table';

/** A row as its cells say it. */
export type GivenRow = {
  readonly row: number;
  /** Texts by column, all that are not empty. */
  readonly texts: ReadonlyMap<string, string>;
  /** What they mean by column; cells with a problem are missing. */
  readonly given: ReadonlyMap<string, unknown>;
};

export type ReadTable = {
  readonly columns: readonly (string | null)[];
  readonly rows: readonly GivenRow[];
  readonly problems: readonly CellProblem[];
  /** Rows by what was taken for granted in a column. */
  readonly assumptions: ReadonlyMap<string, Readonly<Record<Assumption, readonly number[]>>>;
  /** Whether the header has all that rows need. */
  readonly isWhole: boolean;
};

/** Reads all cells of a sheet. Pure: what needs the portal (look-ups, rules, access) is asked afterwards. */
export function readRows(table: Table, sheet: Sheet): ReadTable {
  const header = readHeader(table, sheet);
  const problems: CellProblem[] = [...header.problems];
  const assumptions = new Map<string, Record<Assumption, number[]>>();
  const rows = sheet.rows.map(({ row, cells }): GivenRow => {
    const texts = new Map<string, string>();
    const given = new Map<string, unknown>();
    header.columns.forEach((name, index) => {
      const text = cells[index] ?? '';
      const column = name === null ? undefined : table.columns[name];
      if (name === null || !column) return;
      if (text !== '') texts.set(name, text);
      else if (isRequired(table, column))
        problems.push({
          row,
          column: name,
          code: 'required',
          message: `${labelOf(table, column)} is required.`,
          suggestion: expectationOf(table, column),
        });
      if (text === '') return;
      const cell = readCell(table, column, text);
      if (cell.problem) return void problems.push({ row, column: name, ...cell.problem });
      given.set(name, cell.value);
      for (const assumption of cell.assumptions) {
        const known = assumptions.get(name) ?? { zone: [], 'month-first': [] };
        known[assumption].push(row);
        assumptions.set(name, known);
      }
    });
    const extra = cells.slice(header.columns.length).filter((cell) => cell !== '');
    if (extra.length > 0)
      problems.push({
        row,
        column: null,
        code: 'too-many-cells',
        message: `This row has ${cells.length} cells, the header ${header.columns.length}.`,
        suggestion: 'Put a cell with a comma in quotation marks.',
      });
    return { row, texts, given };
  });
  return {
    columns: header.columns,
    rows,
    problems,
    assumptions,
    isWhole: !header.problems.some(({ code }) => code === 'missing-column'),
  };
}
