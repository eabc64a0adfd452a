'use client';

import { useLayoutEffect, useState, type RefObject } from 'react';
import { rowHeight } from './column-widths';

/** Rows drawn beyond what is seen, so that scrolling meets them. */
const beyond = 10;

type Window = { readonly first: number; readonly last: number };

/** The rows that a box scrolls over now, with some around them, and one more wherever it is. All rows are equally high. */
export function useRowsInSight(box: RefObject<HTMLElement | null>, count: number, always: number): number[] {
  const [{ first, last }, setWindow] = useState<Window>({ first: 0, last: 30 });

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    function look() {
      if (!element) return;
      const top = Math.floor(element.scrollTop / rowHeight);
      const next = { first: top - beyond, last: top + Math.ceil(element.clientHeight / rowHeight) + beyond };
      // A few rows at a time: most movements of a wheel change nothing.
      setWindow((before) =>
        Math.abs(before.first - next.first) < beyond / 2 && before.last - before.first === next.last - next.first
          ? before
          : next,
      );
    }
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [box]);

  const from = Math.max(0, first);
  const to = Math.min(count - 1, last);
  const rows = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  if (always < from) rows.unshift(always);
  if (always > to && always < count) rows.push(always);
  return rows;
}
