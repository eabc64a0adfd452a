'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { sendBeat, sendLeave } from './draft-transport';
import { useDrafting } from './drafting';
import { presentAt, subscribeToPresence } from './presence';

const beatMilliseconds = 20_000;
const nobody: readonly string[] = [];

/** Who else has the forms of a page open; `session:<id>`. */
export const usePresent = (place: string): readonly string[] =>
  useSyncExternalStore(
    subscribeToPresence,
    () => presentAt(place),
    () => nobody,
  );

/** Tells others that the forms of a page are open, while somebody looks at it. A new record has nobody else. */
export function usePresence(place: string | null): void {
  const { owner } = useDrafting();
  useEffect(() => {
    if (owner === null || place === null) return;
    const beat = () => document.visibilityState === 'visible' && void sendBeat(owner, place);
    const leave = () => sendLeave(owner, place);
    beat();
    const timer = setInterval(beat, beatMilliseconds);
    document.addEventListener('visibilitychange', beat);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [owner, place]);
}
