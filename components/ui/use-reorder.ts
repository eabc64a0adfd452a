'use client';

import { useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { placeAt } from './reorder';

type Drag = { readonly from: number; readonly to: number };

/**
 * Rows that are dragged by a handle with a mouse, a pen or a finger, and moved by the arrows while the handle has the focus.
 * Rows carry `data-place`; the one that `mark` names shows where the dragged row will land.
 */
export function useReorder(
  box: RefObject<HTMLElement | null>,
  count: number,
  onMove: (from: number, to: number) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const now = useRef<Drag | null>(null);
  const set = (next: Drag | null) => {
    now.current = next;
    setDrag(next);
  };

  function middles(): number[] {
    const rows = [...(box.current?.querySelectorAll('[data-place]') ?? [])];
    return rows.map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2;
    });
  }

  // A row that moves in the page loses the focus.
  function move(from: number, to: number, target: HTMLElement) {
    onMove(from, to);
    requestAnimationFrame(() => target.focus());
  }

  const handle = (index: number) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      event.currentTarget.focus();
      set({ from: index, to: index });
    },
    onPointerMove(event: PointerEvent) {
      if (now.current) set({ from: now.current.from, to: placeAt(middles(), now.current.from, event.clientY) });
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const done = now.current;
      set(null);
      if (done && done.from !== done.to) move(done.from, done.to, event.currentTarget);
    },
    onPointerCancel: () => set(null),
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key === 'Escape' && now.current) {
        event.stopPropagation();
        set(null);
      }
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (step === 0) return;
      event.preventDefault();
      event.stopPropagation();
      if (index + step >= 0 && index + step < count) move(index, index + step, event.currentTarget);
    },
  });

  /** Classes of a row while something is dragged: the row itself pales, a line shows its new place. */
  function mark(index: number): string {
    if (!drag) return '';
    if (drag.from === index) return 'opacity-50';
    // Below a row that it passes on its way down, above one on its way up.
    if (drag.to !== index) return '';
    return drag.to > drag.from ? 'shadow-[0_2px_0_var(--accent)]' : 'shadow-[0_-2px_0_var(--accent)]';
  }

  return { handle, mark };
}
