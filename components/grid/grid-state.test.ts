import { describe, expect, it } from 'vitest';
import type { GridColumn, GridRow } from '@/lib/declare/grid';
import { firstState, selectedTexts, step, type GridAction, type GridState } from './grid-state';
import { draftRows, withDraft } from './sheet-draft';
import { isDirty, newSheet, rebased, sentRows, withEdits } from './sheet';

const column = (name: string, more: Partial<GridColumn> = {}): GridColumn => ({
  name,
  label: name[0]?.toUpperCase() + name.slice(1),
  isRequired: false,
  isUsual: true,
  expects: '',
  help: '',
  isNumeric: false,
  isLong: false,
  isList: false,
  choices: null,
  links: null,
  isWords: false,
  ...more,
});
const sexes = [
  { code: 'F', label: 'Female' },
  { code: 'M', label: 'Male' },
];
const columns = [
  column('name'),
  column('sex', { choices: sexes }),
  column('genotype'),
  column('notes', { isLong: true }),
];
const setting = { columns, title: 'name', beginning: { project: 'Whiskers' }, mayAdd: true };
const record = (id: string, texts: Record<string, string>, more: Partial<GridRow> = {}): GridRow => ({
  id,
  version: 1,
  title: id,
  texts,
  locked: {},
  whyNot: null,
  linked: {},
  ...more,
});

const play = (state: GridState, ...actions: GridAction[]) =>
  actions.reduce((so, action) => step(so, action, setting), state);
const select = (row: number, col: number, extend = false): GridAction => ({
  do: 'select',
  place: { row, col },
  extend,
});
const texts = ({ sheet }: GridState) => sheet.rows.map((row) => columns.map(({ name }) => row.texts[name] ?? ''));
const empty = (rows: number) => firstState(newSheet([], rows));

describe('a sheet', () => {
  it('takes what is typed, moves down, and makes a row at the end', () => {
    const state = play(
      empty(1),
      { do: 'type', text: 'm' },
      { do: 'type', text: 'mouse-01' },
      { do: 'commit', step: { row: 1, col: 0 } },
    );
    expect(texts(state)[0]?.[0]).toBe('mouse-01');
    expect(state.selection.active).toEqual({ row: 1, col: 0 });
    expect(state.sheet.rows).toHaveLength(2);
    // New rows begin with what they must have anyway.
    expect(sentRows(state.sheet)).toEqual([
      { key: 0, id: null, version: null, cells: { name: 'mouse-01', project: 'Whiskers' }, linked: {} },
    ]);
  });

  it('pastes from a spreadsheet, adds rows, and says what found no column', () => {
    const cells = [
      ['A', 'female', 'wt/wt', 'two\nlines', 'too far'],
      ['B', 'x', '', '', ''],
    ];
    const state = play(empty(1), { do: 'paste', cells });
    expect(texts(state)).toEqual([
      ['A', 'F', 'wt/wt', 'two\nlines'],
      // What is no choice stays, to be mended.
      ['B', 'x', '', ''],
    ]);
    expect(state.remark).toMatch(/^1 cell lies beyond/);
    expect(selectedTexts(state, columns)).toEqual(texts(state));
  });

  it('reads a row of headings as such, in whatever order', () => {
    const cells = [
      ['Genotype', 'name'],
      ['wt/wt', 'A'],
    ];
    expect(texts(play(empty(1), { do: 'paste', cells }))).toEqual([['A', '', 'wt/wt', '']]);
  });

  it('reads headings of which most name columns, and tells what the others held', () => {
    const cells = [
      ['NAME', 'Cage', 'Notes:', 'Genotypes', 'name', ''],
      ['A', 'C1', 'calm', 'wt/wt', 'A again', ''],
      ['B', '', '', 'wt/ko', '', 'stray'],
    ];
    const state = play(empty(1), select(0, 1), { do: 'paste', cells });
    expect(texts(state)).toEqual([
      ['A', '', 'wt/wt', 'calm'],
      ['B', '', 'wt/ko', ''],
    ]);
    expect(state.leftOut).toEqual([
      { heading: 'Cage', why: 'unknown', texts: ['C1'] },
      { heading: 'name', why: 'double', texts: ['A again'] },
      { heading: '', why: 'unknown', texts: ['stray'] },
    ]);
    // It stays while one goes on, and goes when it is heeded or the paste is undone.
    expect(play(state, select(1, 1), { do: 'type', text: 'F' }).leftOut).toHaveLength(3);
    expect(play(state, { do: 'heed' }).leftOut).toEqual([]);
    expect(play(state, { do: 'undo' }).leftOut).toEqual([]);
  });

  it('takes a first row of which few cells name columns for values', () => {
    const state = play(empty(1), { do: 'paste', cells: [['name', 'sex', 'a', 'b', 'c']] });
    expect(texts(state)).toEqual([['name', 'sex', 'a', 'b']]);
    expect(texts(play(empty(1), { do: 'paste', cells: [['name'], ['A']] })).map(([name]) => name)).toEqual([
      'name',
      'A',
    ]);
  });

  it('selects what was pasted by headings, from the first to the last column that they name', () => {
    const cells = [
      ['Notes', 'Sex'],
      ['calm', 'F'],
      ['wild', 'M'],
    ];
    const { selection } = play(empty(4), { do: 'paste', cells });
    expect(selection).toEqual({ active: { row: 0, col: 1 }, corner: { row: 1, col: 3 } });
  });

  it('fills a selection with one cell, and with a block that fits into it', () => {
    const one = play(empty(3), select(0, 2), select(2, 2, true), { do: 'paste', cells: [['wt/wt']] });
    expect(texts(one).map((row) => row[2])).toEqual(['wt/wt', 'wt/wt', 'wt/wt']);
    const two = play(empty(4), select(0, 0), select(3, 0, true), { do: 'paste', cells: [['A'], ['B']] });
    expect(texts(two).map((row) => row[0])).toEqual(['A', 'B', 'A', 'B']);
  });

  it('fills down: names count up, the rest is copied, and both can be turned round', () => {
    const first = play(empty(3), { do: 'paste', cells: [['mouse-01', 'F', 'line 3']] });
    const filled = play(first, select(0, 0), select(2, 2, true), { do: 'fill', to: null });
    expect(texts(filled).map((row) => row.slice(0, 3).join(' '))).toEqual([
      'mouse-01 F line 3',
      'mouse-02 F line 3',
      'mouse-03 F line 3',
    ]);
    expect(texts(play(filled, { do: 'refill' })).map(([name]) => name)).toEqual(['mouse-01', 'mouse-01', 'mouse-01']);
    expect(texts(play(filled, { do: 'refill' }, { do: 'refill' }))[2]?.slice(0, 3)).toEqual([
      'mouse-03',
      'F',
      'line 5',
    ]);
    // A single cell takes what stands above it; the handle goes on from the selection.
    expect(texts(play(first, select(1, 1), { do: 'fill', to: null }))[1]?.[1]).toBe('F');
    expect(texts(play(first, select(0, 0), { do: 'fill', to: 4 })).map(([name]) => name)).toEqual([
      'mouse-01',
      'mouse-02',
      'mouse-03',
      'mouse-04',
      'mouse-05',
    ]);
  });

  it('clears, undoes and does again', () => {
    const state = play(empty(2), { do: 'paste', cells: [['A', 'F']] }, select(0, 0), select(0, 1, true), {
      do: 'clear',
    });
    // What the row began with goes too.
    expect(isDirty(state.sheet)).toBe(false);
    const undone = play(state, { do: 'undo' });
    expect(texts(undone)[0]?.slice(0, 2)).toEqual(['A', 'F']);
    expect(texts(play(undone, { do: 'redo' }))[0]?.slice(0, 2)).toEqual(['', '']);
    expect(isDirty(play(undone, { do: 'undo' }).sheet)).toBe(false);
  });

  it('leaves cells that can’t be changed as they are, and says so', () => {
    const locked = record('1', { name: 'A', notes: 'rich' }, { locked: { notes: 'Formatted.' } });
    const read = record('2', { name: 'B' }, { whyNot: 'Only to be read.' });
    const start = firstState(newSheet([locked, read], 0));
    const state = play(start, select(0, 0), { do: 'paste', cells: [['A2', '', '', 'plain'], ['B2']] });
    expect(texts(state)).toEqual([
      ['A2', '', '', 'rich'],
      ['B', '', '', ''],
    ]);
    expect(state.remark).toMatch(/can’t be changed/);
    expect(play(start, select(1, 0), { do: 'type', text: 'x' })).toMatchObject({
      editing: null,
      remark: 'Only to be read.',
    });
  });

  it('sends changed cells only, and nothing for a text that was typed back', () => {
    const sheet = newSheet([record('1', { name: 'A', sex: 'F' }), record('2', { name: 'B' })], 2);
    const typed = withEdits(sheet, [
      { row: 0, column: 'sex', text: 'M' },
      { row: 1, column: 'name', text: 'C' },
    ]);
    expect(sentRows(typed)).toMatchObject([
      { id: '1', version: 1, cells: { sex: 'M' } },
      { id: '2', cells: { name: 'C' } },
    ]);
    expect(sentRows(withEdits(typed, [{ row: 1, column: 'name', text: 'B' }]))).toHaveLength(1);
  });
});

describe('what others change meanwhile', () => {
  const sheet = newSheet([record('1', { name: 'A', sex: 'F', genotype: 'old' })], 0);
  const mine = withEdits(sheet, [
    { row: 0, column: 'sex', text: 'M' },
    { row: 0, column: 'genotype', text: 'mine' },
  ]);
  const now = record('1', { name: 'A2', sex: 'F', genotype: 'theirs' }, { version: 2 });

  it('is taken where only they did, and kept beside where both did', () => {
    const joined = rebased(mine, new Map([[0, now]]));
    expect(joined.rows[0]).toMatchObject({
      texts: { name: 'A2', sex: 'M', genotype: 'mine' },
      theirs: { genotype: 'theirs' },
    });
    expect(joined.rows[0]?.theirs).not.toHaveProperty('sex');
    const state = play(
      { ...firstState(joined), selection: { active: { row: 0, col: 2 }, corner: { row: 0, col: 2 } } },
      { do: 'settle', keep: 'theirs' },
    );
    expect(state.sheet.rows[0]).toMatchObject({ texts: { genotype: 'theirs' }, theirs: {} });
    expect(sentRows(state.sheet)).toMatchObject([{ version: 2, cells: { sex: 'M' } }]);
  });

  it('comes up with a draft, which brings back new rows too', () => {
    const typed = withEdits(mine, [{ row: 1, column: 'name', text: 'New' }]);
    const loaded = newSheet([now], 0);
    const elsewhere = { id: '2', version: 1, cells: { name: 'X' }, base: { name: 'Y' } };
    const { sheet: restored, missing } = withDraft(loaded, [...draftRows(typed), elsewhere]);
    expect(missing).toEqual([elsewhere]);
    // A record that the list no longer finds comes after the others.
    const joined = play(firstState(restored), { do: 'join', records: [record('2', { name: 'Y' })], drafts: missing });
    expect(texts(joined).map(([name]) => name)).toEqual(['A2', 'New', 'X']);
    expect(restored.rows).toMatchObject([
      { texts: { name: 'A2', sex: 'M', genotype: 'mine' }, theirs: { genotype: 'theirs' }, record: { version: 2 } },
      { record: null, texts: { name: 'New' } },
    ]);
  });
});
