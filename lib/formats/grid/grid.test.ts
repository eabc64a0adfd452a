import { describe, expect, it } from 'vitest';
import { modelList, modelNamed } from '@/lib/models';
import { gridColumnsOf } from './columns';
import { readGrid } from './read';
import { gridTableOf, isGridWhole } from './table';
import { cellTextsOf } from './texts';

const tableOf = (name: 'session' | 'subject') => {
  const table = gridTableOf(modelNamed(name));
  if (!table) throw new Error('No grid.');
  return table;
};
const usual = (name: 'session' | 'subject') =>
  gridColumnsOf(modelNamed(name)).flatMap((column) => (column.isUsual ? [column.name] : []));

describe('the columns of a grid', () => {
  it('come from the declaration: names first, then where it lies, then the order of the form', () => {
    expect(usual('session')).toEqual([
      'name',
      'projects',
      'subjects',
      'date_time',
      'experimenter',
      'description',
      'tags',
    ]);
    expect(usual('subject')).toEqual(['name', 'projects', 'strain', 'sex', 'status', 'genotype', 'birth_date']);
  });

  it('know what completes them', () => {
    const columns = Object.fromEntries(gridColumnsOf(modelNamed('session')).map((column) => [column.name, column]));
    expect(columns.projects).toMatchObject({
      isList: true,
      links: { path: 'sessions', field: 'projects', owner: null },
    });
    expect(columns.subjects?.links).toEqual({ path: 'session-subjects', field: 'subject', owner: 'session' });
    expect(columns.tags).toMatchObject({ isList: true, isWords: true, links: null });
    expect(columns.description).toMatchObject({ isLong: true });
  });

  it('leave out what no line of text can hold, and records that have ways of their own', () => {
    expect(Object.keys(tableOf('session').columns)).not.toContain('extra_fields');
    expect(Object.keys(tableOf('session').columns)).not.toContain('epochs');
    for (const name of ['user', 'epoch', 'approval'] as const) {
      const model = modelList.find((one) => one.name === name);
      expect([name, model && gridTableOf(model)]).toEqual([name, model ? null : undefined]);
    }
    expect(isGridWhole(modelNamed('subject'))).toBe(true);
    expect(isGridWhole(modelNamed('epoch'))).toBe(false);
  });
});

describe('cells of a grid', () => {
  const row = (cells: Record<string, string>, id: string | null = null) => [
    { key: 0, id, version: null, cells, linked: {} },
  ];

  it('are read as those of an imported table, lists with semicolons too', () => {
    const { rows, problems } = readGrid(
      tableOf('session'),
      row({ name: ' A ', projects: 'One; Two', tags: 'a, "b, c"' }),
    );
    expect(problems).toEqual([]);
    expect(Object.fromEntries(rows[0]?.given ?? [])).toEqual({
      name: 'A',
      projects: { text: 'One, Two', parts: ['One', 'Two'] },
      tags: ['a', 'b, c'],
    });
  });

  it('must be there where a new record needs them, and can’t be emptied in one that exists', () => {
    const missing = (cells: Record<string, string>, id: string | null) =>
      readGrid(tableOf('subject'), row(cells, id)).problems.map(({ column, code }) => [column, code]);
    expect(missing({ name: 'A', sex: 'F' }, null)).toEqual([
      ['projects', 'required'],
      ['strain', 'required'],
    ]);
    expect(missing({ name: 'A' }, 'some')).toEqual([]);
    expect(missing({ name: '' }, 'some')).toEqual([['name', 'required']]);
  });

  it('say what the record says, so that reading them again gives it', () => {
    const record = {
      id: '1',
      created_at: '',
      updated_at: '',
      created_by: null,
      updated_by: null,
      version: 1,
      name: 'A',
      projects: ['p', 'unseen'],
      subjects: [{ id: 'x', subject: 's' }],
      date_time: '2026-07-01T08:30:15.000Z',
      description: '<p>Two<br />lines</p><p>and more</p>',
      tags: ['a', 'b, c'],
    };
    const titles: Record<string, string> = { p: 'Left, right', s: 'M1' };
    const texts = cellTextsOf(
      tableOf('session'),
      modelNamed('session'),
      record,
      (_, id) => titles[id],
      'Europe/Lisbon',
    );
    expect(texts).toMatchObject({
      name: 'A',
      projects: '"Left, right", unseen',
      subjects: 'M1',
      date_time: '2026-07-01 09:30:15',
      description: 'Two\nlines\n\nand more',
      tags: 'a, "b, c"',
    });
  });
});
