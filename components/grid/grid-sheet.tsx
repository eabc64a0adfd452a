'use client';

import type { Dispatch, RefObject } from 'react';
import type { GridColumn } from '@/lib/declare/grid';
import { CellEditor } from './cell-editor';
import type { RowState } from './cell-states';
import { rowHeight, totalWidth } from './column-widths';
import { GridHeadings } from './grid-headings';
import type { GridAction, GridState } from './grid-state';
import { GridRowLine } from './grid-row-line';
import { boundsOf, type Bounds } from './range';
import type { SheetRow } from './sheet';
import { useActing } from './use-acting';
import type { Verdicts } from './use-checks';
import type { Completing } from './use-completions';
import { useClipboard } from './use-clipboard';
import { useGridKeys } from './use-grid-keys';
import { useGridPointer } from './use-grid-pointer';
import { useRowsInSight } from './use-rows-in-sight';

interface GridSheetProps {
  root: RefObject<HTMLDivElement | null>;
  label: string;
  state: GridState;
  columns: readonly GridColumn[];
  dispatch: Dispatch<GridAction>;
  stateOf: (row: SheetRow) => RowState;
  verdicts: Verdicts;
  completing: Completing;
  shownText: (column: GridColumn, text: string) => string;
  onLeave: () => void;
  /** Says how keys work. */
  helpId: string;
}

/** The cells: a grid after the ARIA pattern in a box that scrolls, of which only the rows in sight are drawn. */
export function GridSheet(props: GridSheetProps) {
  const { root, label, state, columns, helpId } = props;
  const { sheet, selection, editing } = state;
  const act = useActing(root, state, props.dispatch);
  const pointer = useGridPointer(state, columns, act);
  const keys = useGridKeys(state, columns, act, props.onLeave);
  const clipboard = useClipboard(state, columns, act);
  // The active cell holds the focus, so it stays drawn wherever one scrolls.
  const inSight = useRowsInSight(root, sheet.rows.length, selection.active.row);
  const bounds = boundsOf(selection);

  return (
    <div
      ref={root}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-describedby={helpId}
      aria-rowcount={sheet.rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      className="relative h-[calc(100dvh-22rem)] min-h-80 overflow-auto rounded-md border bg-background"
      {...pointer.handlers}
      {...(editing === null ? clipboard : {})}
      onKeyDown={keys}
    >
      <GridHeadings columns={columns} bounds={bounds} />
      <div
        role="rowgroup"
        className="relative"
        style={{ height: sheet.rows.length * rowHeight, width: totalWidth(columns) }}
      >
        <SheetRows {...props} inSight={inSight} bounds={bounds} fillTo={pointer.fillTo} act={act} />
      </div>
    </div>
  );
}

const noLinks: [] = [];

interface SheetRowsProps extends GridSheetProps {
  inSight: readonly number[];
  bounds: Bounds;
  fillTo: number | null;
  act: Dispatch<GridAction>;
}

function SheetRows({ state, columns, stateOf, shownText, inSight, bounds, fillTo, ...rest }: SheetRowsProps) {
  const { sheet, selection, editing } = state;
  const { row: activeRow, col: activeCol } = selection.active;
  const column = columns[activeCol];
  return inSight.map((index) => {
    const row = sheet.rows[index];
    if (!row) return null;
    const isActive = index === activeRow;
    return (
      <GridRowLine
        key={row.key}
        index={index}
        top={index * rowHeight}
        row={row}
        columns={columns}
        state={stateOf(row)}
        selected={index >= bounds.top && index <= bounds.bottom ? bounds : null}
        active={isActive ? activeCol : null}
        hasHandle={index === bounds.bottom}
        isFillTarget={fillTo !== null && index > bounds.bottom && index <= fillTo}
        shownText={shownText}
        editor={
          isActive && editing !== null && column ? (
            <ActiveEditor key={`${row.key}-${column.name}`} row={row} column={column} text={editing} {...rest} />
          ) : null
        }
      />
    );
  });
}

interface ActiveEditorProps extends Pick<SheetRowsProps, 'act' | 'dispatch' | 'completing' | 'verdicts'> {
  row: SheetRow;
  column: GridColumn;
  text: string;
}

function ActiveEditor({ row, column, text, act, dispatch, completing, verdicts }: ActiveEditorProps) {
  return (
    <CellEditor
      column={column}
      row={row}
      found={verdicts.get(row.key)?.found ?? noLinks}
      text={text}
      completing={completing}
      onType={(typed) => act({ do: 'type', text: typed })}
      // Left for something else, it keeps its text and takes no focus back.
      onCommit={(step) => (step ? act : dispatch)({ do: 'commit', step })}
      onTab={(step) => {
        act({ do: 'commit', step: null });
        act({ do: 'tab', step });
      }}
      onCancel={() => act({ do: 'cancel' })}
    />
  );
}
