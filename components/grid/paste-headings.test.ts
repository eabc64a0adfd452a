import { describe, expect, it } from 'vitest';
import { gridColumnsOf } from '@/lib/formats/grid/columns';
import { modelNamed } from '@/lib/models';
import { hiddenColumns } from './paste';
import { readHeadings } from './paste-headings';

const subjects = gridColumnsOf(modelNamed('subject'));
const sessions = gridColumnsOf(modelNamed('session'));

describe('a row of headings', () => {
  it.each([
    [
      subjects,
      ['Name', 'Project', 'STRAIN', 'Birth date', 'tag'],
      ['name', 'projects', 'strain', 'birth_date', 'tags'],
    ],
    [subjects, ['name', 'Date of  Birth', 'death_date', 'Gender'], ['name', 'birth_date', 'death_date', null]],
    [sessions, ['Name', 'Subject', 'Date & time', 'Room'], ['name', 'subjects', 'date_time', null]],
    [sessions, ['Session', 'Projects', 'date_time', ''], [null, 'projects', 'date_time', null]],
    // A column is filled once.
    [sessions, ['Name', 'Project', 'Projects'], ['name', 'projects', null]],
  ])('of %# is read by labels and keys', (columns, line, named) => {
    expect(readHeadings(line, columns)).toEqual(named);
  });

  it('is none with less than two names, or with less than half', () => {
    expect(readHeadings(['Name'], subjects)).toBeNull();
    expect(readHeadings(['Name', 'M1', 'M2'], subjects)).toBeNull();
    expect(readHeadings(['Name', 'Sex', '1', '2', '3'], subjects)).toBeNull();
  });

  it('may name columns that are not shown', () => {
    const shown = subjects.filter(({ isUsual }) => isUsual);
    expect(hiddenColumns([['Name', 'Supplier', 'Sex']], subjects, shown)).toEqual(['supplier']);
    expect(hiddenColumns([['M1', 'Jackson', 'F']], subjects, shown)).toEqual([]);
  });
});
