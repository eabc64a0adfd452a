'use client';

import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';

/** The card that is open: of which row, and whether it was asked for by key or button. */
export type OpenCard = { readonly id: string; readonly anchor: HTMLElement; readonly isAsked: boolean };

const openMilliseconds = 500;
const closeMilliseconds = 250;

/**
 * Which row's card is open. A mouse that rests on a row opens it, and one that leaves row and card closes it; what was asked for
 * stays until it is closed. Touch opens none: there a tap leads to the record.
 */
export function useRowCard() {
  const [open, setOpen] = useState<OpenCard | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const rested = useRef<HTMLElement | null>(null);
  useEffect(() => () => clearTimeout(timer.current), []);

  const later = useCallback((work: () => void, milliseconds: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(work, milliseconds);
  }, []);
  const close = useCallback(() => {
    clearTimeout(timer.current);
    setOpen(null);
  }, []);
  const leave = useCallback(() => {
    rested.current = null;
    later(() => setOpen((card) => (card?.isAsked ? card : null)), closeMilliseconds);
  }, [later]);

  const pointer = useMemo(
    () => ({
      onPointerMove: (event: PointerEvent) => {
        // A list that comes to lie under a mouse at rest is not looked at yet.
        if (event.movementX === 0 && event.movementY === 0) return;
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-row]') : null;
        if (event.pointerType !== 'mouse' || !row || row === rested.current) return;
        rested.current = row;
        later(
          () => setOpen((card) => (card?.isAsked ? card : { id: row.dataset.row ?? '', anchor: row, isAsked: false })),
          openMilliseconds,
        );
      },
      onPointerLeave: leave,
      onPointerDown: close,
    }),
    [later, leave, close],
  );

  return {
    open,
    pointer,
    ask: (id: string, anchor: HTMLElement) => {
      clearTimeout(timer.current);
      setOpen({ id, anchor, isAsked: true });
    },
    close,
    /** The mouse is on the card. */
    stay: () => clearTimeout(timer.current),
    leave,
  };
}
