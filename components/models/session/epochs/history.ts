/** A value with what it was before and, after undoing, what it was then. */
export type History<T> = { readonly past: readonly T[]; readonly present: T; readonly future: readonly T[] };

const depthMax = 200;

export const historyOf = <T>(present: T): History<T> => ({ past: [], present, future: [] });

export const push = <T>({ past, present }: History<T>, next: T): History<T> =>
  next === present
    ? { past, present, future: [] }
    : { past: [...past, present].slice(-depthMax), present: next, future: [] };

export function undo<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const before = past.at(-1);
  return before === undefined ? history : { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future;
  return next === undefined ? history : { past: [...history.past, history.present], present: next, future };
}

/** The same change to all that is remembered: what has been saved is not undone here. */
export const mapHistory = <T>({ past, present, future }: History<T>, change: (one: T) => T): History<T> => ({
  past: past.map(change),
  present: change(present),
  future: future.map(change),
});
