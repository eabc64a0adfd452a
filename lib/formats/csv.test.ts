import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvLine, inertCell } from './csv';

describe('a CSV file', () => {
  it('is read back cell by cell, whatever the cells hold', () => {
    const rows = [
      ['Name', 'Weight (g)', 'Notes'],
      ['M071', '24.5', 'ate "all", twice;\nthen slept'],
      ['', ' spaces ', 'Ünïcødé, 鼠'],
    ];
    expect(parse(rows.map(csvLine).join(''))).toEqual(rows);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+HYPERLINK("http://x")', `'+HYPERLINK("http://x")`],
    ['-cmd|calc', "'-cmd|calc"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['-12.5', '-12.5'],
    ['+3', '+3'],
    ['-00:00:01.500', '-00:00:01.500'],
    ['-1e-7', '-1e-7'],
    ['-', "'-"],
    ['Pvalb-Cre/+', 'Pvalb-Cre/+'],
    ['', ''],
  ])('runs nothing: %j is written as %j', (text, cell) => {
    expect(inertCell(text)).toBe(cell);
  });
});
