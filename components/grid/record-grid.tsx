'use client';

import Link from 'next/link';
import { useId, useMemo, useReducer, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CellTexts, GridColumn, GridResult, GridRow } from '@/lib/declare/grid';
import type { ModelView } from '@/lib/declare/view';
import { DraftStatus } from '../form/draft-status';
import { FailureNotice, RestoredNotice } from '../form/form-notices';
import { useSaveShortcut } from '../form/use-save-shortcut';
import { useUnsavedGuard } from '../form/use-unsaved-guard';
import { Button } from '../ui/button';
import { CellLine } from './cell-line';
import { rowStateOf } from './cell-states';
import type { GridActions } from './grid-actions';
import { GridSheet } from './grid-sheet';
import { firstState, step, type GridAction, type GridSetting, type GridState } from './grid-state';
import { GridToolbar } from './grid-toolbar';
import { isRowChanged, newSheet, type SheetRow } from './sheet';
import { placeOfTrouble } from './trouble';
import { useChecks } from './use-checks';
import { useGridDraft } from './use-grid-draft';
import { useGridSave } from './use-grid-save';
import { useSavedGrid } from './use-saved-grid';
import { useShownColumns } from './use-shown-columns';
import { useTitles } from './use-titles';

export interface RecordGridProps {
  view: ModelView;
  columns: readonly GridColumn[];
  /** The records to change; none for new ones. */
  records: readonly GridRow[];
  /** Blank rows to begin with. */
  blank: number;
  mayAdd: boolean;
  /** What new rows begin with. */
  beginning: CellTexts;
  actions: GridActions;
  /** Where the list is. */
  cancelHref: string;
}

/** Many records at once, as in a spreadsheet. Nothing typed is lost, and all of it is saved together or nothing. */
export function RecordGrid(props: RecordGridProps) {
  const { view, columns: all, mayAdd, actions, cancelHref } = props;
  const grid = useRecordGrid(props);
  const { state, columns, dispatch, stateOf, trouble, draft, saving } = grid;
  const helpId = useId();
  const foot = useRef<HTMLDivElement>(null);
  const changed = state.sheet.rows.filter(isRowChanged).length;
  return (
    <div>
      {draft.restored ? (
        <div className="mb-3">
          <RestoredNotice
            restored={draft.restored}
            overlaps={[]}
            onDiscard={grid.discard}
            onTakeOther={draft.takeOther}
          />
        </div>
      ) : null}
      <GridToolbar
        state={state}
        dispatch={dispatch}
        mayAdd={mayAdd}
        choosable={all.filter(({ name }) => name !== view.title)}
        shown={columns.map(({ name }) => name).filter((name) => name !== view.title)}
        onColumns={grid.chooseColumns}
        isUsual={grid.isUsual}
      />
      <GridSheet
        label={view.labelPlural}
        state={state}
        columns={columns}
        dispatch={dispatch}
        stateOf={stateOf}
        verdicts={grid.verdicts}
        completing={{ actions, learn: grid.learn }}
        shownText={grid.shownText}
        onLeave={() => foot.current?.querySelector<HTMLElement>('button:enabled, a')?.focus()}
        helpId={helpId}
      />
      <p id={helpId} hidden>
        Arrows and Tab move, F2 or typing changes a cell, Escape leaves the sheet.
      </p>
      <CellLine state={state} columns={columns} stateOf={stateOf} verdicts={grid.verdicts} dispatch={dispatch} />
      <div ref={foot} className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2 border-t pt-3">
        {saving.failure ? (
          <div className="w-full">
            <FailureNotice failure={saving.failure} />
          </div>
        ) : null}
        <Button variant="primary" pending={saving.pending} disabled={!draft.isDirty} onClick={grid.save}>
          Save
        </Button>
        <Button asChild variant="ghost">
          <Link href={cancelHref}>Cancel</Link>
        </Button>
        <span role="status" className="text-sm tabular-nums">
          {changed > 0
            ? `${changed} ${(changed === 1 ? view.label : view.labelPlural).toLowerCase()} to save`
            : 'Nothing to save yet'}
          {trouble.count > 0 ? (
            <span className="text-danger">{`, ${trouble.count} ${trouble.count === 1 ? 'cell needs' : 'cells need'} mending`}</span>
          ) : null}
        </span>
        {trouble.count > 0 ? (
          <Button size="sm" onClick={grid.nextTrouble}>
            Show the next
          </Button>
        ) : null}
        <DraftStatus mark={draft.mark} isDirty={draft.isDirty} isPending={saving.pending} />
      </div>
    </div>
  );
}

const reduce = ([state, setting]: [GridState, GridSetting], action: GridAction): [GridState, GridSetting] => [
  step(state, action, setting),
  setting,
];

/** The state of a grid and what it runs into: checks, drafts, saving. */
function useRecordGrid({
  view,
  columns: all,
  records,
  blank,
  mayAdd,
  beginning,
  actions,
  cancelHref,
}: RecordGridProps) {
  const [loaded] = useState(() => newSheet(records, blank));
  const { columns, choose: chooseColumns, isUsual } = useShownColumns(all, view.title);
  const setting = useMemo(
    (): GridSetting => ({ columns, title: view.title, beginning, mayAdd }),
    [columns, view.title, beginning, mayAdd],
  );
  const [[state], send] = useReducer(
    ([before]: [GridState, GridSetting], action: GridAction) => reduce([before, setting], action),
    [firstState(loaded), setting] as [GridState, GridSetting],
  );
  const [isStrict, setStrict] = useState(false);
  const [isDone, setDone] = useState(false);
  const { learn, shownText } = useTitles();
  const checks = useChecks(state.sheet, actions.check, (now) => send({ do: 'rebase', now }));
  const stateOf = (row: SheetRow) => rowStateOf(row, { columns: all, view, verdicts: checks.verdicts, isStrict });
  const trouble = placeOfTrouble(state, columns, stateOf);
  const typing = useTyping(state, columns);
  const draft = useGridDraft({
    view,
    loaded,
    sheet: state.sheet,
    typing,
    isDone,
    onSheet: (sheet) => send({ do: 'reset', sheet }),
  });
  useUnsavedGuard(draft.isDirty);
  const announce = useSavedGrid(view, actions.undo, cancelHref);
  const saving = useGridSave({
    save: actions.save,
    onResult(rows: readonly SheetRow[], result: GridResult) {
      checks.take(rows, result);
      if (result.stale.length > 0) send({ do: 'rebase', now: new Map(result.stale.map(({ key, row }) => [key, row])) });
    },
    onSaved(saved) {
      setDone(true);
      draft.forget();
      announce(saved);
    },
  });

  const latest = useRef({ state, stateOf, saving });
  latest.current = { state, stateOf, saving };
  function save() {
    // What is typed in a cell belongs to it.
    flushSync(() => {
      send({ do: 'commit', step: null });
      setStrict(true);
    });
    const now = latest.current;
    if (showTrouble() || now.saving.pending || !now.state.sheet.rows.some(isRowChanged)) return;
    void now.saving.send(now.state.sheet).then(showTrouble);
  }
  /** Goes to the first cell that needs mending; answers whether there is one. */
  function showTrouble(): boolean {
    const now = latest.current;
    const { first } = placeOfTrouble(now.state, columns, now.stateOf);
    if (first) send({ do: 'select', place: first, extend: false });
    return first !== null;
  }
  const form = useRef<HTMLFormElement>(null);
  useSaveShortcut(form, save, true);

  return {
    state,
    columns,
    dispatch: send,
    stateOf,
    trouble,
    draft,
    saving,
    verdicts: checks.verdicts,
    learn,
    shownText,
    chooseColumns,
    isUsual,
    save,
    nextTrouble: () => trouble.next && send({ do: 'select', place: trouble.next, extend: false }),
    discard() {
      draft.forget();
      send({ do: 'reset', sheet: loaded });
    },
  };
}

function useTyping({ editing, selection }: GridState, columns: readonly GridColumn[]) {
  const column = columns[selection.active.col]?.name;
  return useMemo(
    () => (editing === null || column === undefined ? null : { row: selection.active.row, column, text: editing }),
    [editing, selection.active.row, column],
  );
}
