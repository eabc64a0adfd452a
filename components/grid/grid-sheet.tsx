'use client';

import { useLayoutEffect, useRef, type Dispatch, type RefObject } from 'react';
import type { GridColumn } from '@/lib/declare/grid';
import { cn } from '../ui/cn';
import { CellEditor } from './cell-editor';
import type { RowState } from './cell-states';
import { numbersWidth, rowHeight, totalWidth, widthOf } from './column-widths';
import type { GridAction, GridState } from './grid-state';
import { GridRowLine } from './grid-row-line';
import { boundsOf } from './range';
import type { SheetRow } from './sheet';
import type { Verdicts } from './use-checks';
import type { Completing } from './use-completions';
import { useClipboard } from './use-clipboard';
import { useGridKeys } from './use-grid-keys';
import { useGridPointer } from './use-grid-pointer';
import { useRowsInSight } from './use-rows-in-sight';

interface GridSheetProps {
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
  const { label, state, columns, stateOf, verdicts, helpId } = props;
  const { sheet, selection, editing } = state;
  const root = useRef<HTMLDivElement>(null);
  const act = useActing(root, state, props.dispatch);
  const pointer = useGridPointer(state, columns, act);
  const keys = useGridKeys(state, columns, act, props.onLeave);
  const clipboard = useClipboard(state, columns, act);
  const active = selection.active.row;
  // The active cell holds the focus, so it stays drawn wherever one scrolls.
  const inSight = useRowsInSight(root, sheet.rows.length, active);
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
      <Headings columns={columns} bounds={bounds} />
      <div
        role="rowgroup"
        className="relative"
        style={{ height: sheet.rows.length * rowHeight, width: totalWidth(columns) }}
      >
        {inSight.map((index) => {
          const row = sheet.rows[index];
          if (!row) return null;
          const isSelected = index >= bounds.top && index <= bounds.bottom;
          const column = columns[selection.active.col];
          return (
            <GridRowLine
              key={row.key}
              index={index}
              top={index * rowHeight}
              row={row}
              columns={columns}
              state={stateOf(row)}
              selected={isSelected ? bounds : null}
              active={index === active ? selection.active.col : null}
              hasHandle={index === bounds.bottom}
              isFillTarget={pointer.fillTo !== null && index > bounds.bottom && index <= pointer.fillTo}
              shownText={props.shownText}
              editor={
                editing !== null && index === active && column ? (
                  <CellEditor
                    key={`${row.key}-${column.name}`}
                    column={column}
                    row={row}
                    found={verdicts.get(row.key)?.found ?? noLinks}
                    text={editing}
                    completing={props.completing}
                    onType={(text) => act({ do: 'type', text })}
                    onCommit={(step) => (step ? act : props.dispatch)({ do: 'commit', step })}
                    onTab={(step) => {
                      act({ do: 'commit', step: null });
                      act({ do: 'tab', step });
                    }}
                    onCancel={() => act({ do: 'cancel' })}
                  />
                ) : null
              }
            />
          );
        })}
      </div>
    </div>
  );
}

const noLinks: [] = [];

function Headings({ columns, bounds }: { columns: readonly GridColumn[]; bounds: ReturnType<typeof boundsOf> }) {
  return (
    <div role="rowgroup" className="sticky top-0 z-20" style={{ width: totalWidth(columns) }}>
      <div role="row" aria-rowindex={1} className="flex h-8">
        <div
          role="columnheader"
          className="sticky left-0 z-10 shrink-0 border-r border-b bg-muted"
          style={{ width: numbersWidth }}
        >
          <span className="sr-only">Row</span>
        </div>
        {columns.map((column, col) => (
          <div
            key={column.name}
            role="columnheader"
            data-heading={col}
            aria-colindex={col + 2}
            title={[column.expects, column.help].filter(Boolean).join(' ')}
            style={{ width: widthOf(column) }}
            className={cn(
              'flex shrink-0 items-center gap-0.5 border-r border-b bg-muted px-2 text-xs font-medium text-muted-foreground select-none',
              col === 0 && 'sm:sticky sm:left-12 sm:z-10',
              col >= bounds.left && col <= bounds.right && 'text-foreground',
            )}
          >
            <span className="truncate">{column.label}</span>
            {column.isRequired ? (
              <span className="text-danger" aria-label="required">
                *
              </span>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Takes steps in the sheet; the focus follows them to the active cell, which comes into sight. */
function useActing(
  root: RefObject<HTMLDivElement | null>,
  { selection, editing, sheet }: GridState,
  dispatch: Dispatch<GridAction>,
) {
  const wantsFocus = useRef(false);
  const { row, col } = selection.active;
  useLayoutEffect(() => {
    if (!wantsFocus.current || editing !== null) return;
    wantsFocus.current = false;
    const cell = root.current?.querySelector<HTMLElement>('[data-active]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [root, row, col, selection.corner, editing, sheet]);
  return (action: GridAction) => {
    wantsFocus.current = true;
    dispatch(action);
  };
}
