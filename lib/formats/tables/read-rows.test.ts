import { describe, expect, it } from 'vitest';
import { tableNamed } from './index';
import { readRows } from './read-rows';
import { groupProblems, rowRanges } from './report';
import { toSheet } from './sheet';
import type { Table } from './table';

const subjects = tableNamed('subjects') as Table; // one of ours
const read = (...lines: string[][]) => readRows(subjects, toSheet(lines, []));
const header = ['project__name', 'subject__name', 'subject__strain'];
const problemsOf = (...lines: string[][]) =>
  read(...lines).problems.map(({ row, column, code, suggestion }) => [row, column, code, suggestion]);

describe('the header', () => {
  it('may have its columns in any order', () => {
    const { rows, problems, isWhole } = read([...header].reverse(), ['B6', 'M1', 'P']);
    expect(problems).toEqual([]);
    expect(isWhole).toBe(true);
    expect([...(rows[0]?.texts ?? [])]).toEqual([
      ['subject__strain', 'B6'],
      ['subject__name', 'M1'],
      ['project__name', 'P'],
    ]);
  });

  it('names unknown, doubled and missing columns, and still reads the cells', () => {
    expect(problemsOf(['project_name', 'subject__name', 'subject__name', 'colour'], ['P', '', 'M1', 'red'])).toEqual([
      [1, 'project_name', 'unknown-column', 'Did you mean “project__name”?'],
      [1, 'subject__name', 'double-column', 'Take one of them out.'],
      [1, 'colour', 'unknown-column', 'Take it out, or look at the template.'],
      [1, 'project__name', 'missing-column', 'The template has all columns.'],
      [1, 'subject__strain', 'missing-column', 'The template has all columns.'],
      [2, 'subject__name', 'required', 'Text of at most 100 characters.'],
    ]);
  });

  it('needs a name for a column with something in it', () => {
    expect(problemsOf([...header, '', 'subject__sex'], ['P', 'M1', 'B6', '', 'F'])).toEqual([]);
    expect(problemsOf([...header, '', 'subject__sex'], ['P', 'M1', 'B6', 'x', 'F'])).toMatchObject([
      [1, 'Column 4', 'unnamed-column', 'Name it, or empty it.'],
    ]);
  });

  it('knows no columns that every object has', () => {
    expect(problemsOf([...header, 'constructor'], ['P', 'M1', 'B6', 'x'])[0]?.[2]).toBe('unknown-column');
  });
});

describe('rows', () => {
  it('tell every problem of every cell at once', () => {
    const lines = [
      [...header, 'subject__sex', 'subject__birth_date'],
      ['', 'M1', 'B6', 'X', '2026-13-01'],
      ['P', '', 'B6'],
    ];
    expect(problemsOf(...lines).map((problem) => problem.slice(0, 3))).toEqual([
      [2, 'project__name', 'required'],
      [2, 'subject__sex', 'value'],
      [2, 'subject__birth_date', 'value'],
      [3, 'subject__name', 'required'],
    ]);
  });

  it('may be shorter than the header and not longer', () => {
    expect(problemsOf(header, ['P', 'M1', 'B6', '', ''])).toEqual([]);
    expect(problemsOf(header, ['P', 'M1', 'B6', 'left'])).toEqual([
      [2, null, 'too-many-cells', 'Put a cell with a comma in quotation marks.'],
    ]);
  });
});

describe('a report', () => {
  it('puts the same problem of several rows together', () => {
    const problem = { column: 'a', code: 'c', message: 'm', suggestion: null };
    expect(groupProblems([3, 5, 4].map((row) => ({ row, ...problem })))).toEqual([{ ...problem, rows: [3, 5, 4] }]);
    expect(
      groupProblems([
        { row: 1, ...problem },
        { row: 2, ...problem, column: null },
      ]),
    ).toHaveLength(2);
  });

  it.each([
    [[2], '2'],
    [[2, 3, 4, 7, 9, 10], '2–4, 7, 9–10'],
    [[], ''],
  ])('writes the rows %j as “%s”', (rows, text) => {
    expect(rowRanges(rows)).toBe(text);
  });
});
