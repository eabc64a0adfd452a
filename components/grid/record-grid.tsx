'use client';

import { useId, useRef } from 'react';
import { RestoredNotice } from '../form/form-notices';
import { CellLine } from './cell-line';
import { GridFoot } from './grid-foot';
import { GridSheet } from './grid-sheet';
import { GridToolbar } from './grid-toolbar';
import { LeftOutNotice } from './left-out-notice';
import { useRecordGrid, type RecordGridSettings } from './use-record-grid';

export interface RecordGridProps extends RecordGridSettings {
  /** Where the list is. */
  cancelHref: string;
}

/** Many records at once, as in a spreadsheet. Nothing typed is lost, and all of it is saved together or nothing. */
export function RecordGrid(props: RecordGridProps) {
  const { view, columns: all, mayAdd, actions, cancelHref } = props;
  const grid = useRecordGrid(props, cancelHref);
  const { state, columns, dispatch, stateOf, verdicts, draft } = grid;
  const helpId = useId();
  const foot = useRef<HTMLDivElement>(null);
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
      {/* What would be typed during a save would be neither in it nor kept. */}
      <div inert={grid.saving.pending}>
        <GridToolbar
          state={state}
          dispatch={dispatch}
          mayAdd={mayAdd}
          choosable={all.filter(({ name }) => name !== view.title)}
          shown={columns.map(({ name }) => name).filter((name) => name !== view.title)}
          onColumns={grid.chooseColumns}
          isUsual={grid.isUsual}
        />
        <LeftOutNotice leftOut={state.leftOut} onHeed={() => grid.settle({ do: 'heed' })} />
        <GridSheet
          root={grid.sheet}
          label={view.labelPlural}
          state={state}
          columns={columns}
          dispatch={dispatch}
          stateOf={stateOf}
          verdicts={verdicts}
          completing={{ actions, learn: grid.learn }}
          shownText={grid.shownText}
          onLeave={() => foot.current?.querySelector<HTMLElement>('button:enabled, a')?.focus()}
          helpId={helpId}
        />
        <p id={helpId} hidden>
          Arrows and Tab move, F2 or typing changes a cell, Escape leaves the sheet.
        </p>
        <CellLine
          state={state}
          all={all}
          columns={columns}
          stateOf={stateOf}
          verdicts={verdicts}
          onStep={grid.settle}
        />
      </div>
      <GridFoot grid={grid} view={view} cancelHref={cancelHref} ref={foot} />
    </div>
  );
}
