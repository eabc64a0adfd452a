'use client';

import { useState } from 'react';
import { foldedCookie, writeFolded } from './sidebar-cookie';

export type Folding = { readonly folded: readonly string[]; readonly toggle: (title: string) => void };

/** Which sections of the navigation are folded, remembered in this browser. */
export function useFolded(initial: readonly string[]): Folding {
  const [folded, setFolded] = useState(initial);
  function toggle(title: string) {
    const next = folded.includes(title) ? folded.filter((one) => one !== title) : [...folded, title];
    setFolded(next);
    document.cookie = `${foldedCookie}=${writeFolded(next)}; path=/; max-age=31536000; samesite=lax`;
  }
  return { folded, toggle };
}
