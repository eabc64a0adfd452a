import { describe, expect, it } from 'vitest';
import { viewOf } from '@/lib/declare/view';
import { gridColumnsOf } from '@/lib/formats/grid/columns';
import { modelNamed } from '@/lib/models';
import { rowStateOf } from './cell-states';
import { firstState } from './grid-state';
import { newSheet, withEdits, type SheetRow } from './sheet';
import { placeOfTrouble } from './trouble';
import { completed, lastPart, nameOf } from './use-completions';

const subject = modelNamed('subject');
const columns = gridColumnsOf(subject);
const typed = (cells: Record<string, string>) =>
  withEdits(
    newSheet([], 2),
    Object.entries(cells).map(([column, text]) => ({ row: 0, column, text })),
  );
const knowing = (verdicts: Parameters<typeof rowStateOf>[1]['verdicts'] = new Map(), isStrict = false) => ({
  columns,
  view: viewOf(subject),
  verdicts,
  isStrict,
});

describe('what is wrong in a row', () => {
  it('is known at once where the declaration says it; what is missing counts when one saves', () => {
    const { rows } = typed({ name: 'A', sex: 'X', birth_date: '15.01.2026', strain: 'Nothing' });
    const [row] = rows as [SheetRow];
    expect(Object.keys(rowStateOf(row, knowing()).cells)).toEqual(['sex', 'birth_date']);
    expect(Object.keys(rowStateOf(row, knowing(new Map(), true)).cells).toSorted()).toEqual([
      'birth_date',
      'projects',
      'sex',
    ]);
    expect(rowStateOf(rows[1] as SheetRow, knowing(new Map(), true))).toEqual({ cells: {}, row: null });
  });

  it('is what the server has said of the same text, and of the row as it was', () => {
    const [row] = typed({ name: 'A', strain: 'Nothing' }).rows as [SheetRow];
    const problem = (column: string | null, message: string) => ({ key: 0, column, message, suggestion: null });
    const problems = [problem('strain', 'No such strain.'), problem(null, 'Gone.')];
    const verdicts = new Map([[0, { row, problems, found: [] }]]);
    expect(rowStateOf(row, knowing(verdicts))).toMatchObject({
      cells: { strain: { message: 'No such strain.' } },
      row: { message: 'Gone.' },
    });
    const changed = { ...row, texts: { ...row.texts, strain: 'Other' } };
    expect(rowStateOf(changed, knowing(verdicts))).toEqual({ cells: {}, row: null });
  });

  it('is found one after the other, around the end', () => {
    const state = firstState(typed({ name: 'A', sex: 'X', birth_date: 'never' }));
    const usual = columns.filter(({ isUsual }) => isUsual);
    const stateOf = (row: SheetRow) => rowStateOf(row, knowing());
    const { count, next, first } = placeOfTrouble(state, usual, stateOf);
    expect([count, next, first]).toEqual([2, { row: 0, col: 3 }, { row: 0, col: 3 }]);
    const further = { ...state, selection: { active: { row: 0, col: 6 }, corner: { row: 0, col: 6 } } };
    expect(placeOfTrouble(further, usual, stateOf).next).toEqual({ row: 0, col: 3 });
  });
});

describe('a completion', () => {
  it('takes the place of the last name of a list, in quotation marks where it has a comma', () => {
    expect(lastPart('M1, "Left, right", wh')).toBe('wh');
    expect(completed('M1, wh', 'Left, right', true)).toBe('M1, "Left, right"');
    expect(completed('wh', 'Whiskers', true)).toBe('Whiskers');
    expect(completed('wh', 'Left, right', false)).toBe('Left, right');
  });

  it('names twins by their ids', () => {
    const twins = [
      { value: '1', label: 'M1' },
      { value: '2', label: 'M1' },
      { value: '3', label: 'M2' },
    ];
    expect(twins.map((one) => nameOf(one, twins))).toEqual(['1', '2', 'M2']);
  });
});
