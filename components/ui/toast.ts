export interface ToastMessage {
  title: string;
  description?: string;
  tone?: 'neutral' | 'success' | 'danger';
  /** One thing to do about it: Undo, Show. */
  action?: { label: string; onClick: () => void };
  /** How long it stays. With an action 12 s, otherwise 5; a failure stays until it is closed. */
  durationMilliseconds?: number;
}

export interface ShownToast extends ToastMessage {
  id: number;
}

type Listener = (toasts: readonly ShownToast[]) => void;

let toasts: readonly ShownToast[] = [];
let nextId = 1;
const listeners = new Set<Listener>();

function publish(next: readonly ShownToast[]) {
  toasts = next;
  for (const listener of listeners) listener(toasts);
}

/**
 * Tells what has just happened, without taking the focus. Callable from any client code. It takes the place of what only
 * told before; what can be undone, and failures, stay beside it. Answers what `dismissToast` takes.
 */
export function toast(message: ToastMessage): number {
  const staying = toasts.filter(({ action, tone }) => action || tone === 'danger');
  const id = nextId++;
  publish([...staying.slice(-3), { ...message, id }]);
  return id;
}

export function dismissToast(id: number): void {
  publish(toasts.filter((shown) => shown.id !== id));
}

export function subscribeToToasts(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function shownToasts(): readonly ShownToast[] {
  return toasts;
}

const none: readonly ShownToast[] = [];

export function noToasts(): readonly ShownToast[] {
  return none;
}
