'use client';

import { useMemo, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CellTexts, GridColumn, GridRow } from '@/lib/declare/grid';
import type { ModelView } from '@/lib/declare/view';
import { useSaveShortcut } from '../form/use-save-shortcut';
import { useUnsavedGuard } from '../form/use-unsaved-guard';
import { rowStateOf } from './cell-states';
import type { GridActions } from './grid-actions';
import { firstState, step, type GridAction, type GridState } from './grid-state';
import { hiddenColumns } from './paste';
import type { Place } from './range';
import { isRowChanged, newSheet, type SheetRow } from './sheet';
import { placeOfTrouble } from './trouble';
import { enterSheet } from './use-acting';
import { useChecks } from './use-checks';
import { useGridDraft } from './use-grid-draft';
import { useGridSave } from './use-grid-save';
import { useSavedGrid } from './use-saved-grid';
import { useShownColumns } from './use-shown-columns';
import { useTitles } from './use-titles';

export type RecordGridSettings = {
  view: ModelView;
  /** Tells the drafts of several sheets of a model apart. */
  name: string;
  columns: readonly GridColumn[];
  /** The records to change; none for new ones. */
  records: readonly GridRow[];
  /** Blank rows to begin with. */
  blank: number;
  mayAdd: boolean;
  /** What new rows begin with. */
  beginning: CellTexts;
  actions: GridActions;
};

export type RecordGridState = ReturnType<typeof useRecordGrid>;

/** The state of a grid and all that it runs into: checks, drafts, saving. `href` is where a save leads. */
export function useRecordGrid(settings: RecordGridSettings, href: string) {
  const { view, name, columns: all, records, blank, mayAdd, beginning, actions } = settings;
  const [loaded] = useState(() => newSheet(records, blank));
  const { columns, choose: chooseColumns, isUsual } = useShownColumns(all, view.title);
  const setting = { columns, title: view.title, beginning, mayAdd };
  const reduce = (before: GridState, action: GridAction) => step(before, action, setting);
  const [state, take] = useReducer(reduce, loaded, firstState);
  const dispatch = (action: GridAction) => {
    if (action.do === 'paste') showNamed(action.cells);
    take(action);
  };
  /** A heading may name a column that is not shown yet. */
  function showNamed(cells: readonly (readonly string[])[]) {
    const hidden = hiddenColumns(cells, all, columns);
    const shown = columns.flatMap((column) => (column.name === view.title ? [] : column.name));
    if (hidden.length > 0) chooseColumns([...shown, ...hidden]);
  }
  const [isStrict, setStrict] = useState(false);
  const titles = useTitles();
  const checks = useChecks(state.sheet, actions.check, (now) => dispatch({ do: 'rebase', now }));
  const stateOf = (row: SheetRow) => rowStateOf(row, { columns: all, view, verdicts: checks.verdicts, isStrict });
  const trouble = placeOfTrouble(state, columns, stateOf);
  const [isDone, setDone] = useState(false);
  const typing = useTyping(state, columns);
  const draft = useGridDraft({
    view,
    name,
    loaded,
    sheet: state.sheet,
    typing,
    isDone,
    load: actions.load,
    onSheet: (sheet) => dispatch({ do: 'reset', sheet }),
    onJoin: (records, drafts) => dispatch({ do: 'join', records, drafts }),
  });
  useUnsavedGuard(draft.isDirty);
  const announce = useSavedGrid(view, actions.undo, href);
  const saving = useGridSave({
    save: actions.save,
    onResult: checks.take,
    onSaved(saved) {
      setDone(true);
      draft.forget();
      announce(saved);
    },
  });
  const sheet = useRef<HTMLDivElement>(null);
  const goTo = (place: Place) => {
    flushSync(() => dispatch({ do: 'select', place, extend: false }));
    enterSheet(sheet.current, place);
  };
  /** A step by a button that goes away with it: the focus goes back to the cell. */
  const settle = (action: GridAction) => {
    flushSync(() => dispatch(action));
    enterSheet(sheet.current, state.selection.active);
  };
  const save = useSaving(
    { state, columns, stateOf, saving, draft },
    { dispatch, goTo, beStrict: () => setStrict(true) },
  );

  return {
    ...titles,
    /** The element with the cells. */
    sheet,
    state,
    columns,
    dispatch,
    settle,
    stateOf,
    trouble,
    draft,
    saving,
    verdicts: checks.verdicts,
    isChecking: checks.isChecking,
    chooseColumns,
    isUsual,
    save,
    nextTrouble: () => trouble.next && goTo(trouble.next),
    discard() {
      draft.forget();
      dispatch({ do: 'reset', sheet: loaded });
    },
  };
}

/** What is being typed into the active cell and not yet in the sheet. */
function useTyping({ editing, selection }: GridState, columns: readonly GridColumn[]) {
  const column = columns[selection.active.col]?.name;
  return useMemo(
    () => (editing === null || column === undefined ? null : { row: selection.active.row, column, text: editing }),
    [editing, selection.active.row, column],
  );
}

type Saving = Pick<RecordGridState, 'state' | 'columns' | 'stateOf' | 'saving' | 'draft'>;

type SavingSteps = {
  dispatch: (action: GridAction) => void;
  goTo: (place: Place) => void;
  /** From now on what is missing is marked too. */
  beStrict: () => void;
};

/** Saves by a button or Ctrl-S, unless cells need mending: then it leads to the first of them. */
function useSaving(now: Saving, { dispatch, goTo, beStrict }: SavingSteps) {
  const latest = useRef(now);
  latest.current = now;

  function showTrouble(): boolean {
    const { state, columns, stateOf } = latest.current;
    const { first } = placeOfTrouble(state, columns, stateOf);
    if (first) goTo(first);
    return first !== null;
  }
  function save() {
    // What is typed in a cell belongs to it.
    flushSync(() => {
      dispatch({ do: 'commit', step: null });
      beStrict();
    });
    const { state, saving, draft } = latest.current;
    if (draft.isAwaited() || showTrouble() || saving.pending || !state.sheet.rows.some(isRowChanged)) return;
    // While it is on its way the sheet takes nothing; then one goes on where one was.
    void saving.send(state.sheet).then(() => showTrouble() || goTo(latest.current.state.selection.active));
  }
  const form = useRef<HTMLFormElement>(null);
  useSaveShortcut(form, save, true);
  return save;
}
