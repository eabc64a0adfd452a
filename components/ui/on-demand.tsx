'use client';

import {
  cloneElement,
  lazy,
  Suspense,
  type ComponentType,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { patiently } from './patiently';

const idleMilliseconds = 4000;

/** Fetches a script once the page has long loaded, so that it is there when it is wanted, connection or not. */
export function fetchWhenIdle(load: () => Promise<unknown>): void {
  if (typeof window === 'undefined') return;
  // What fails here is asked for again when it is wanted.
  const start = () => setTimeout(() => void load().catch(() => undefined), idleMilliseconds);
  if (document.readyState === 'complete') start();
  else window.addEventListener('load', start, { once: true });
}

/** A component whose script is no part of the first load: it comes when it is first shown. Nothing stands in its place until then. */
export function onDemand<P extends object>(
  load: () => Promise<ComponentType<P>>,
): ComponentType<P & { /** Shown until the script is there. */ meanwhile?: ReactNode }> {
  const Late = lazy(async () => ({ default: await patiently(load) }));
  fetchWhenIdle(load);
  return function OnDemand({ meanwhile = null, ...props }) {
    return (
      <Suspense fallback={meanwhile}>
        <Late {...(props as unknown as P)} />
      </Suspense>
    );
  };
}

type Opening = {
  onClick: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  'aria-haspopup': 'menu' | 'dialog';
  'aria-expanded': boolean;
};

/** The button that opens something, before the script of that is there. */
export function opener(trigger: ReactNode, opens: Opening['aria-haspopup'], open: () => void): ReactNode {
  return cloneElement(trigger as ReactElement<Partial<Opening>>, {
    onClick: open,
    onKeyDown(event) {
      if (opens !== 'menu' || event.key !== 'ArrowDown') return;
      event.preventDefault();
      open();
    },
    'aria-haspopup': opens,
    'aria-expanded': false,
  });
}
