'use client';

import { useSyncExternalStore } from 'react';
import { onDemand } from './on-demand';
import { noToasts, shownToasts, subscribeToToasts } from './toast';

const ToastStack = onDemand(async () => (await import('./toast-stack')).ToastStack);

/** Shows what `toast` is told, bottom right, and reads it aloud. F8 moves the focus there. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToToasts, shownToasts, noToasts);
  return toasts.length > 0 ? <ToastStack toasts={toasts} /> : null;
}
