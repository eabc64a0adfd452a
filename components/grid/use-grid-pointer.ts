'use client';

import { useEffect, useRef, useState, type MouseEvent, type PointerEvent } from 'react';
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

/** Filling by the handle, which is dragged by the mouse or a finger: down to which row so far, and the step once it is let go. */
function useFillDrag(act: Act) {
  const isOn = useRef(false);
  /** Ahead of what is drawn: the button may be let go before that. */
  const target = useRef<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  function aim(row: number | null) {
    target.current = row;
    setTo(row);
  }
  function stop() {
    isOn.current = false;
    aim(null);
  }
  function end() {
    if (isOn.current && target.current !== null) act({ do: 'fill', to: target.current });
    stop();
  }
  const begin = () => void (isOn.current = true);
  const over = (place: Place | null) => void (isOn.current && place && aim(place.row));
  const isFinger = ({ pointerType }: PointerEvent) => pointerType === 'touch' && isOn.current;
  return {
    to,
    begin,
    over,
    end,
    /** A finger says nothing of what it is over: that is looked up. */
    handlers: {
      onPointerDown: (event: PointerEvent) => void (event.pointerType === 'touch' && isHandle(event.target) && begin()),
      onPointerMove: (event: PointerEvent) =>
        void (isFinger(event) && over(placeOf(document.elementFromPoint(event.clientX, event.clientY)))),
      onPointerUp: (event: PointerEvent) => void (isFinger(event) && end()),
      onPointerCancel: stop,
    },
  };
}

const isHandle = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[data-fill]') !== null;

/** What the pointer does in a spreadsheet: choose, choose by dragging, fill by the handle, type where it is clicked twice. */
export function useGridPointer(state: GridState, columns: readonly GridColumn[], act: Act) {
  const isSelecting = useRef(false);
  /** The cell that was tapped last. */
  const tapped = useRef<Place | null>(null);
  const fill = useFillDrag(act);
  const { sheet, editing } = state;
  useMouseUp(() => {
    fill.end();
    isSelecting.current = false;
  });

  const edit = ({ row, col }: Place) => act({ do: 'type', text: textAt(sheet.rows[row], columns[col]?.name ?? '') });

  function onMouseDown(event: MouseEvent) {
    const target = event.target instanceof Element ? event.target : null;
    if (event.button !== 0 || !target || target.closest('input, textarea')) return;
    if (isHandle(target)) {
      event.preventDefault();
      return fill.begin();
    }
    const ends = endsOf(target, { row: sheet.rows.length - 1, col: columns.length - 1 });
    if (!ends) return;
    // The focus goes to the cell by the step, after it is drawn.
    event.preventDefault();
    if (editing !== null) act({ do: 'commit', step: null });
    const [from, to] = ends;
    isSelecting.current = from === to;
    act({ do: 'select', place: from, extend: event.shiftKey });
    if (from !== to) act({ do: 'select', place: to, extend: true });
  }

  return {
    fillTo: fill.to,
    handlers: {
      ...fill.handlers,
      onMouseDown,
      onMouseOver(event: MouseEvent) {
        const place = placeOf(event.target);
        if (!place || event.buttons !== 1) return;
        if (isSelecting.current) act({ do: 'select', place, extend: true });
        fill.over(place);
      },
      onDoubleClick(event: MouseEvent) {
        const place = placeOf(event.target);
        if (place && editing === null) edit(place);
      },
      // On a touch screen a second tap on the active cell opens it.
      onClick(event: MouseEvent) {
        const place = placeOf(event.target);
        const isTouch = (event.nativeEvent as globalThis.PointerEvent).pointerType === 'touch';
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
