import type { SentRow } from '@/lib/declare/grid';
import { readCell } from '../tables/cells';
import { isList, isRequired, labelOf } from '../tables/columns';
import { expectationOf } from '../tables/expectations';
import type { GivenRow } from '../tables/read-rows';
import type { CellProblem } from '../tables/report';
import { isRelation, type Column, type Table } from '../tables/table';

/** Rows of a grid as their cells say it; `row` is the place among those that were sent. */
export type ReadGrid = { readonly rows: readonly GivenRow[]; readonly problems: readonly CellProblem[] };

/** Reads the cells that were sent, as the cells of a table file are read. Names are looked up afterwards. */
export function readGrid(table: Table, sent: readonly SentRow[]): ReadGrid {
  const problems: CellProblem[] = [];
  const rows = sent.map((one, row): GivenRow => {
    const texts = new Map<string, string>();
    const given = new Map<string, unknown>();
    for (const [name, column] of Object.entries(table.columns)) {
      const isSent = Object.hasOwn(one.cells, name);
      const text = isSent ? textIn(table, column, String(one.cells[name])) : '';
      if (text === '') {
        if ((isSent || one.id === null) && isRequired(table, column)) problems.push(missing(table, row, name, column));
        continue;
      }
      texts.set(name, text);
      const cell = readCell(table, column, text);
      if (cell.problem) problems.push({ row, column: name, ...cell.problem });
      else given.set(name, cell.value);
    }
    return { row, texts, given };
  });
  return { rows, problems };
}

/** Lists come with commas, and from spreadsheets with semicolons too. */
function textIn(table: Table, column: Column, text: string): string {
  const isNames = isRelation(column) && isList(table, column);
  return (isNames && !text.includes(',') ? text.replaceAll(/\s*;\s*/g, ', ') : text).trim();
}

const missing = (table: Table, row: number, name: string, column: Column): CellProblem => ({
  row,
  column: name,
  code: 'required',
  message: `${labelOf(table, column)} is required.`,
  suggestion: expectationOf(table, column),
});
