'use client';

import { useId, useRef } from 'react';

/** Stable React keys for rows that have none: kept in step by the editor's own insert, remove and move. */
export function useRowKeys(count: number) {
  const prefix = useId();
  const next = useRef(0);
  const keys = useRef<string[]>([]);
  const make = () => `${prefix}${next.current++}`;

  // Rows set from outside (a reset): the first ones keep their keys.
  while (keys.current.length < count) keys.current.push(make());
  if (keys.current.length > count) keys.current.length = count;

  return {
    keys: keys.current,
    insert: (index: number) => keys.current.splice(index, 0, make()),
    remove: (index: number) => keys.current.splice(index, 1),
    move: (from: number, to: number) => keys.current.splice(to, 0, ...keys.current.splice(from, 1)),
  };
}
