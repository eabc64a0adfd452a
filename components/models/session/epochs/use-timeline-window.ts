'use client';

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Span } from './span';
import { fit, hold, pan, reveal, timeAt, zoom, type ViewWindow } from './view-window';

const zoomStep = 1.6;
const panShare = 0.4;

/** Which time the timeline shows, how wide it is, and the ways to change that: buttons, wheel, and gestures through `set`. */
export function useTimelineWindow(canvas: RefObject<HTMLElement | null>, spans: readonly Span[]) {
  /** What shows all: as it was when one began, or grown since. */
  const [held, setHeld] = useState(() => fit(spans));
  const whole = hold(held, spans);
  if (whole !== held) setHeld(whole);
  /** Null while all is in sight: it then grows with the epochs. */
  const [chosen, set] = useState<ViewWindow | null>(null);
  const [width, setWidth] = useState(800);
  const view = chosen ?? whole;
  const now = useRef(view);
  now.current = view;
  const isWhole = chosen === null;
  const fitted = fit(spans);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.max(entry.contentRect.width, 1)));
    observer.observe(element);

    // React's own listeners can't keep the page from zooming.
    function onWheel(event: WheelEvent) {
      const { left, width: across } = element?.getBoundingClientRect() ?? { left: 0, width: 1 };
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        const at = timeAt(now.current, (event.clientX - left) / across);
        set(zoom(now.current, Math.exp(event.deltaY / 300), at));
      } else if (sideways !== 0) set(pan(now.current, (sideways / across) * (now.current.to - now.current.from)));
      else return;
      event.preventDefault();
    }
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', onWheel);
    };
  }, [canvas]);

  const middle = () => timeAt(now.current, 0.5);
  return {
    view,
    width,
    set,
    /** All epochs and no more; `isFitted` says that this would change nothing. */
    fit() {
      set(null);
      setHeld(fit(spans));
    },
    isFitted: isWhole && whole.from === fitted.from && whole.to === fitted.to,
    /** About a time, the middle unless another is told. */
    closer: (at = middle()) => set(zoom(now.current, 1 / zoomStep, at)),
    wider: (at = middle()) => set(zoom(now.current, zoomStep, at)),
    /** Earlier or later by a good part of what is in sight. */
    turn: (direction: 1 | -1) => set(pan(now.current, direction * panShare * (now.current.to - now.current.from))),
    reveal: useCallback(
      (span: Span) => {
        // All that is in sight grows by itself.
        if (isWhole) return;
        const next = reveal(now.current, span);
        if (next !== now.current) set(next);
      },
      [isWhole],
    ),
  };
}

export type TimelineWindow = ReturnType<typeof useTimelineWindow>;
