'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 2000;
/** What takes longer is looked at again by whoever waits for it. */
const timesMax = 15;

/** Loads the page anew while something on it is about to change. */
export function RefreshWhile({ isWaiting }: { isWaiting: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!isWaiting) return;
    let times = 0;
    const timer = setInterval(() => {
      if ((times += 1) > timesMax) clearInterval(timer);
      else if (document.visibilityState === 'visible') router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [isWaiting, router]);
  return null;
}
