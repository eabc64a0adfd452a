import { csvLine, utf8Mark } from '../csv';
import { labelOf } from './columns';
import { isRelation, type Column, type Table } from './table';

/** What the example row holds: the declared example, `YOUR_SETUP_ID` where a record of one's own is meant, else nothing. */
export function exampleOf(table: Table, column: Column): string {
  if (column.example !== undefined) return column.example;
  if (!isRelation(column) || column.reads === 'grant' || ('insteadOf' in column && column.insteadOf)) return '';
  return `YOUR_${labelOf(table, column)
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '_')}_ID`;
}

/** A file to begin with: the header and one example row, as CSV in UTF-8 with the mark by which Excel knows it. */
export function templateOf(table: Table): string {
  const lines = [Object.keys(table.columns), Object.values(table.columns).map((column) => exampleOf(table, column))];
  return `${utf8Mark}${lines.map(csvLine).join('')}`;
}
