'use client';

import { useEffect, useRef, useState, type MouseEvent } from 'react';
import type { GridColumn } from '@/lib/declare/grid';
import type { GridAction, GridState } from './grid-state';
import type { Place } from './range';
import { textAt } from './sheet';

type Act = (action: GridAction) => void;

const numberIn = (element: Element | null | undefined, name: string): number | null => {
  const value = element instanceof HTMLElement ? element.dataset[name] : undefined;
  return value === undefined ? null : Number(value);
};

/** The cell that an element is in; null between them. */
function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest('[data-col]') : null;
  const [row, col] = [numberIn(cell?.closest('[data-row]'), 'row'), numberIn(cell, 'col')];
  return row === null || col === null ? null : { row, col };
}

/** The first and the last cell of what is pressed: a cell, the number of a row, the heading of a column. */
function endsOf(target: Element, last: Place): readonly [Place, Place] | null {
  const place = placeOf(target);
  if (place) return [place, place];
  const row = numberIn(target.closest('[data-number]')?.closest('[data-row]'), 'row');
  if (row !== null)
    return [
      { row, col: 0 },
      { row, col: last.col },
    ];
  const col = numberIn(target.closest('[data-heading]'), 'heading');
  return col === null
    ? null
    : [
        { row: 0, col },
        { row: last.row, col },
      ];
}

/** What the mouse does in a spreadsheet: choose, choose by dragging, fill by the handle, type where it is clicked twice. */
export function useGridPointer(state: GridState, columns: readonly GridColumn[], act: Act) {
  const drag = useRef<'select' | 'fill' | null>(null);
  /** The cell that was tapped last. */
  const tapped = useRef<Place | null>(null);
  const [fillTo, setFillTo] = useState<number | null>(null);
  const { sheet, editing } = state;
  useMouseUp(() => {
    if (drag.current === 'fill' && fillTo !== null) act({ do: 'fill', to: fillTo });
    drag.current = null;
    setFillTo(null);
  });

  const edit = ({ row, col }: Place) => act({ do: 'type', text: textAt(sheet.rows[row], columns[col]?.name ?? '') });

  function onMouseDown(event: MouseEvent) {
    const target = event.target instanceof Element ? event.target : null;
    if (event.button !== 0 || !target || target.closest('input, textarea')) return;
    if (target.closest('[data-fill]')) {
      event.preventDefault();
      drag.current = 'fill';
      return;
    }
    const ends = endsOf(target, { row: sheet.rows.length - 1, col: columns.length - 1 });
    if (!ends) return;
    // The focus goes to the cell by the step, after it is drawn.
    event.preventDefault();
    if (editing !== null) act({ do: 'commit', step: null });
    const [from, to] = ends;
    drag.current = from === to ? 'select' : null;
    act({ do: 'select', place: from, extend: event.shiftKey });
    if (from !== to) act({ do: 'select', place: to, extend: true });
  }

  return {
    fillTo,
    handlers: {
      onMouseDown,
      onMouseOver(event: MouseEvent) {
        const place = placeOf(event.target);
        if (!place || event.buttons !== 1) return;
        if (drag.current === 'select') act({ do: 'select', place, extend: true });
        if (drag.current === 'fill') setFillTo(place.row);
      },
      onDoubleClick(event: MouseEvent) {
        const place = placeOf(event.target);
        if (place && editing === null) edit(place);
      },
      // On a touch screen a second tap on the active cell opens it.
      onClick(event: MouseEvent) {
        const place = placeOf(event.target);
        const isTouch = (event.nativeEvent as PointerEvent).pointerType === 'touch';
        const isAgain = place?.row === tapped.current?.row && place?.col === tapped.current?.col;
        if (isTouch && place && isAgain && editing === null) edit(place);
        tapped.current = place;
      },
    },
  };
}

/** The button can be let go anywhere. */
function useMouseUp(onMouseUp: () => void) {
  const latest = useRef(onMouseUp);
  latest.current = onMouseUp;
  useEffect(() => {
    const release = () => latest.current();
    window.addEventListener('mouseup', release);
    return () => window.removeEventListener('mouseup', release);
  }, []);
}
