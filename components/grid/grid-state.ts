import { gridRowsMax, type CellTexts, type GridColumn, type GridRow } from '@/lib/declare/grid';
import { continued, isCountable } from './fill';
import { pasted } from './paste';
import type { LeftOut } from './paste-headings';
import { at, boundsOf, moved, tabbed, type Bounds, type Place, type Selection } from './range';
import { addRows, rebased, settled, textAt, whyLocked, withEdits, withRecords, type Edit, type Sheet } from './sheet';
import { withDraft, type DraftRow } from './sheet-draft';

/** What was filled downwards last: it can be filled in the other way. */
export type Filled = {
  readonly source: Pick<Bounds, 'top' | 'bottom'>;
  readonly target: Pick<Bounds, 'top' | 'bottom'>;
  readonly columns: readonly string[];
  readonly isSeries: boolean;
};

export type GridState = {
  readonly sheet: Sheet;
  readonly past: readonly Sheet[];
  readonly future: readonly Sheet[];
  readonly selection: Selection;
  /** What is being typed into the active cell; null where nothing is. */
  readonly editing: string | null;
  readonly filled: Filled | null;
  /** What a person should know of the last step. */
  readonly remark: string;
  /** What the last paste had no column for; stays until it is heeded. */
  readonly leftOut: readonly LeftOut[];
};

/** What steps depend on besides the state. */
export type GridSetting = {
  /** Those shown, in their order. */
  readonly columns: readonly GridColumn[];
  /** The column that names a record: filling it counts up, since no two may be called the same. */
  readonly title: string;
  /** What new rows begin with. */
  readonly beginning: CellTexts;
  readonly mayAdd: boolean;
};

export type GridAction =
  | { readonly do: 'select'; readonly place: Place; readonly extend: boolean }
  | { readonly do: 'move'; readonly step: Place; readonly extend: boolean }
  | { readonly do: 'tab'; readonly step: 1 | -1 }
  | { readonly do: 'all' }
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'commit'; readonly step: Place | null }
  | { readonly do: 'cancel' }
  | { readonly do: 'clear' }
  | { readonly do: 'paste'; readonly cells: readonly (readonly string[])[] }
  | { readonly do: 'heed' }
  | { readonly do: 'fill'; readonly to: number | null }
  | { readonly do: 'refill' }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'add'; readonly count: number }
  | { readonly do: 'rebase'; readonly now: ReadonlyMap<number, GridRow> }
  | { readonly do: 'settle'; readonly keep: 'mine' | 'theirs' }
  /** Records that only a draft knew of, with what was typed over them. */
  | { readonly do: 'join'; readonly records: readonly GridRow[]; readonly drafts: readonly DraftRow[] }
  | { readonly do: 'reset'; readonly sheet: Sheet };

const stepsKept = 100;

export const firstState = (sheet: Sheet): GridState => ({
  sheet,
  past: [],
  future: [],
  selection: at({ row: 0, col: 0 }),
  editing: null,
  filled: null,
  remark: '',
  leftOut: [],
});

/** One step of a grid. Pure, so that what a key does can be told from what it looks like. */
export function step(state: GridState, action: GridAction, setting: GridSetting): GridState {
  const size = { rows: state.sheet.rows.length, cols: setting.columns.length };
  const select = (selection: Selection): GridState => ({ ...state, selection, editing: null, remark: '' });
  switch (action.do) {
    case 'select':
      return select(action.extend ? { ...state.selection, corner: action.place } : at(action.place));
    case 'move':
      return select(moved(state.selection, action.step, size, action.extend));
    case 'tab':
      return select(tabbed(state.selection, action.step, size) ?? state.selection);
    case 'all':
      return select({ active: { row: 0, col: 0 }, corner: { row: size.rows - 1, col: size.cols - 1 } });
    case 'type':
      return typed(state, action.text, setting);
    case 'commit':
      return committed(state, action.step, setting);
    case 'cancel':
      return { ...state, editing: null };
    case 'clear':
      return write(state, cellsOf(boundsOf(state.selection), setting, ''), setting);
    case 'paste':
      return paste(state, action.cells, setting);
    case 'heed':
      return { ...state, leftOut: [] };
    case 'fill':
      return fill(state, action.to, setting);
    case 'refill':
      return refill(state, setting);
    case 'undo':
      return back(state);
    case 'redo':
      return forth(state);
    case 'add':
      return next(state, addRows(state.sheet, Math.min(action.count, gridRowsMax - size.rows)));
    case 'rebase':
      // Steps back would lead to records that are no more.
      return { ...state, sheet: rebased(state.sheet, action.now), past: [], future: [], filled: null };
    case 'settle':
      return settle(state, action.keep, setting);
    case 'join':
      // A step back would be one to a sheet without them.
      return {
        ...state,
        sheet: withDraft(withRecords(state.sheet, action.records), action.drafts).sheet,
        past: [],
        future: [],
      };
    case 'reset':
      return { ...firstState(action.sheet), selection: state.selection };
  }
}

function next(state: GridState, sheet: Sheet, more: Partial<GridState> = {}): GridState {
  const changes = { editing: null, filled: null, remark: '', ...more };
  if (sheet === state.sheet) return { ...state, ...changes };
  return { ...state, sheet, past: [...state.past.slice(1 - stepsKept), state.sheet], future: [], ...changes };
}

const lockedRemark = 'Cells that can’t be changed here were left as they are.';
const fullRemark = `A grid has at most ${gridRowsMax.toLocaleString('en')} rows; what lies beyond was left out.`;

/** The state with these texts, and what became of those that found no place. */
function write(
  state: GridState,
  edits: readonly Edit[],
  setting: GridSetting,
  more: Partial<GridState> = {},
): GridState {
  const limit = setting.mayAdd ? gridRowsMax : state.sheet.rows.length;
  const room = edits.filter(({ row }) => row < limit).map((edit) => tidied(edit, setting));
  const isLocked = room.some(({ row, column }) => whyLocked(state.sheet.rows[row], column) !== null);
  const isCut = edits.some(({ row, text }) => row >= limit && text !== '');
  const remark = [isLocked ? lockedRemark : '', isCut ? fullRemark : '', more.remark ?? ''].filter(Boolean).join(' ');
  return next(state, withEdits(state.sheet, room, setting.beginning), { ...more, remark });
}

/** Choices may be named by what they are called: “female” is F. */
function tidied(edit: Edit, { columns }: GridSetting): Edit {
  const column = columns.find(({ name }) => name === edit.column);
  const text = column?.isLong ? edit.text : edit.text.trim();
  const words = text.toLowerCase();
  const choice = column?.choices?.find(({ code, label }) => [code, label].some((one) => one.toLowerCase() === words));
  return { ...edit, text: choice?.code ?? text };
}

function cellsOf({ top, bottom, left, right }: Bounds, { columns }: GridSetting, text: string): Edit[] {
  const names = columns.slice(left, right + 1).map(({ name }) => name);
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    names.map((column) => ({ row: top + down, column, text })),
  ).flat();
}

function typed(state: GridState, text: string, { columns }: GridSetting): GridState {
  const { row, col } = state.selection.active;
  const why = whyLocked(state.sheet.rows[row], columns[col]?.name ?? '');
  return why === null
    ? { ...state, selection: at(state.selection.active), editing: text, remark: '' }
    : { ...state, remark: why };
}

function committed(state: GridState, to: Place | null, setting: GridSetting): GridState {
  const { row, col } = state.selection.active;
  const column = setting.columns[col]?.name;
  const written =
    state.editing === null || column === undefined
      ? state
      : write(state, [{ row, column, text: state.editing }], setting);
  if (!to) return written;
  // New records go on and on; those that exist end with the last one.
  const isNew = written.sheet.rows[row]?.record === null;
  const isLast = row === written.sheet.rows.length - 1 && row + 1 < gridRowsMax;
  const isBeyond = to.row > 0 && isLast && isNew && setting.mayAdd;
  const sheet = isBeyond ? addRows(written.sheet, 1) : written.sheet;
  const size = { rows: sheet.rows.length, cols: setting.columns.length };
  return { ...written, sheet, selection: moved(written.selection, to, size) };
}

function paste(state: GridState, cells: readonly (readonly string[])[], setting: GridSetting): GridState {
  const { edits, leftOut, remark, bounds } = pasted(cells, setting.columns, boundsOf(state.selection));
  const written = write(state, edits, setting, { remark, leftOut });
  const corner = { row: Math.min(bounds.bottom, written.sheet.rows.length - 1), col: bounds.right };
  return { ...written, selection: { active: { row: bounds.top, col: bounds.left }, corner } };
}

/** Down to a row by the handle, else the first row of the selection over the others, or the row above over a single one. */
function fill(state: GridState, to: number | null, setting: GridSetting): GridState {
  const { top, bottom, left, right } = boundsOf(state.selection);
  const columns = setting.columns.slice(left, right + 1).map(({ name }) => name);
  const isSingle = top === bottom;
  const first = isSingle ? top - 1 : top;
  const source = to === null ? { top: first, bottom: first } : { top, bottom };
  const target = to === null ? { top: first + 1, bottom } : { top: bottom + 1, bottom: to };
  if (source.top < 0 || target.bottom < target.top) return state;
  const filled = fillWith(state, { source, target, columns, isSeries: false }, setting, (column) =>
    source.bottom > source.top ? true : column === setting.title,
  );
  const corner = { row: Math.min(target.bottom, filled.sheet.rows.length - 1), col: right };
  return isSingle && to === null ? filled : { ...filled, selection: { active: { row: top, col: left }, corner } };
}

function fillWith(
  state: GridState,
  filled: Filled,
  setting: GridSetting,
  asSeries: (column: string) => boolean,
): GridState {
  const { source, target, columns } = filled;
  const count = target.bottom - target.top + 1;
  const sourceOf = (column: string) =>
    state.sheet.rows.slice(source.top, source.bottom + 1).map((row) => textAt(row, column));
  const edits = columns.flatMap((column) =>
    continued(sourceOf(column), count, asSeries(column)).map((text, down) => ({
      row: target.top + down,
      column,
      text,
    })),
  );
  const countable = columns.filter((column) => isCountable(sourceOf(column).at(-1) ?? ''));
  const offer = countable.length > 0 ? { ...filled, isSeries: countable.some(asSeries) } : null;
  return write(state, edits, setting, { filled: offer });
}

/** Fills the same cells the other way: a series in place of copies, or copies in place of a series. */
function refill(state: GridState, setting: GridSetting): GridState {
  const { filled } = state;
  if (!filled) return state;
  const before = back(state);
  const again = fillWith(before, filled, setting, () => !filled.isSeries);
  return { ...again, selection: state.selection };
}

/** What goes with the step that it told of. */
const plain = { editing: null, filled: null, remark: '', leftOut: [] };

function back(state: GridState): GridState {
  const sheet = state.past.at(-1);
  if (!sheet) return state;
  const future = [state.sheet, ...state.future];
  return kept({ ...state, sheet, past: state.past.slice(0, -1), future, ...plain });
}

function forth(state: GridState): GridState {
  const [sheet, ...future] = state.future;
  if (!sheet) return state;
  return kept({ ...state, sheet, past: [...state.past, state.sheet], future, ...plain });
}

/** The selection within the sheet, which may have fewer rows now. */
function kept(state: GridState): GridState {
  const last = state.sheet.rows.length - 1;
  const { active, corner } = state.selection;
  const within = (place: Place) => ({ ...place, row: Math.min(place.row, last) });
  return { ...state, selection: { active: within(active), corner: within(corner) } };
}

function settle(state: GridState, keep: 'mine' | 'theirs', { columns }: GridSetting): GridState {
  const { row, col } = state.selection.active;
  return next(state, settled(state.sheet, row, columns[col]?.name ?? '', keep));
}

/** The texts of the selection, as they are copied. */
export function selectedTexts({ sheet, selection }: GridState, columns: readonly GridColumn[]): string[][] {
  const { top, bottom, left, right } = boundsOf(selection);
  return sheet.rows
    .slice(top, bottom + 1)
    .map((row) => columns.slice(left, right + 1).map(({ name }) => textAt(row, name)));
}
