'use client';

import { useRef, useState, type PointerEvent, type RefObject } from 'react';
import { panned, pinched, spanOf, type Gesture } from './gesture';
import type { Snap } from './snap';
import type { Edge, Span } from './span';
import type { TimelineWindow } from './use-timeline-window';
import { timeAt } from './view-window';

/** An epoch as it is being drawn (`id` null), moved or resized. */
export type Preview = { readonly id: string | null; readonly span: Span };

type Settings = {
  canvas: RefObject<HTMLElement | null>;
  window: TimelineWindow;
  /** Whether a finger on the ground draws; otherwise it pans. */
  isDrawing: boolean;
  spanOfEpoch: (id: string) => Span | null;
  /** What to snap to while an epoch moves; null when snapping is off. */
  snapFor: (id: string | null, isOff: boolean) => Snap | null;
  onPick: (id: string) => void;
  onDone: (preview: Preview) => void;
};

const threshold = 4;

/** Drawing, moving, resizing, panning and pinching, with a mouse, a pen or fingers. Elements say by `data-epoch` and `data-edge` what they are. */
export function useTimelineGestures(settings: Settings) {
  const { canvas, window, spanOfEpoch, snapFor, onPick, onDone } = settings;
  const [preview, setPreview] = useState<Preview | null>(null);
  const gesture = useRef<Gesture | null>(null);
  const shown = useRef<Preview | null>(null);
  const down = useRef<{ x: number; hasMoved: boolean }>({ x: 0, hasMoved: false });
  const fingers = useRef(new Map<number, number>());
  /** The time under the pointer, for splitting there. */
  const pointerTime = useRef<number | null>(null);

  const show = (next: Preview | null) => {
    shown.current = next;
    setPreview(next);
  };
  function placeOf(x: number): number {
    const { left, width } = canvas.current?.getBoundingClientRect() ?? { left: 0, width: 1 };
    return (x - left) / width;
  }
  const pinchOf = () => {
    const [one = 0, other = 0] = [...fingers.current.values()].map(placeOf);
    return { apart: Math.abs(one - other), middle: (one + other) / 2 };
  };
  function cancel() {
    gesture.current = null;
    show(null);
  }

  function begin(event: PointerEvent): Gesture | null {
    const target = event.target instanceof Element ? event.target : null;
    const id = target?.closest<HTMLElement>('[data-epoch]')?.dataset.epoch;
    const place = placeOf(event.clientX);
    const time = timeAt(window.view, place);
    const span = id === undefined ? null : spanOfEpoch(id);
    if (id !== undefined && span) {
      onPick(id);
      const edge = target?.closest<HTMLElement>('[data-edge]')?.dataset.edge as Edge | undefined; // drawn by EpochBar
      return edge ? { kind: 'resize', id, span, edge } : { kind: 'move', id, span, grabbed: time };
    }
    // What is typed below counts when it is left.
    canvas.current?.focus({ preventScroll: true });
    const isPan = event.button === 1 || (event.pointerType === 'touch' && !settings.isDrawing);
    return isPan ? { kind: 'pan', view: window.view, grabbed: place } : { kind: 'draw', from: time };
  }

  function follow(event: PointerEvent, current: Gesture) {
    if (current.kind === 'pan') return window.set(panned(current, placeOf(event.clientX)));
    if (current.kind === 'pinch') return window.set(pinched(current, pinchOf()));
    const id = current.kind === 'draw' ? null : current.id;
    const span = spanOf(current, timeAt(window.view, placeOf(event.clientX)), snapFor(id, event.altKey));
    show(span && { id, span });
  }

  return {
    preview,
    pointerTime,
    isActive: () => gesture.current !== null,
    cancel,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button > 1) return;
        fingers.current.set(event.pointerId, event.clientX);
        down.current = { x: event.clientX, hasMoved: false };
        event.currentTarget.setPointerCapture(event.pointerId);
        if (fingers.current.size === 2) {
          show(null);
          gesture.current = { kind: 'pinch', view: window.view, ...pinchOf() };
        } else gesture.current = begin(event);
      },
      onPointerMove(event: PointerEvent) {
        pointerTime.current = timeAt(window.view, placeOf(event.clientX));
        if (fingers.current.has(event.pointerId)) fingers.current.set(event.pointerId, event.clientX);
        if (Math.abs(event.clientX - down.current.x) > threshold) down.current.hasMoved = true;
        if (gesture.current && down.current.hasMoved) follow(event, gesture.current);
      },
      onPointerUp(event: PointerEvent) {
        fingers.current.delete(event.pointerId);
        const done = shown.current;
        cancel();
        if (done) onDone(done);
      },
      onPointerCancel(event: PointerEvent) {
        fingers.current.delete(event.pointerId);
        cancel();
      },
      onPointerLeave() {
        pointerTime.current = null;
      },
    },
  };
}
