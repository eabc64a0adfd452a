import type { Pending } from './pending';

// On a computer at the rig several people sign in, one after the other: each has their own.
const nameOf = (owner: string, sessionId: string) => `sulcus:timeline:${owner}:${sessionId}`;

/** What this browser keeps of a timeline that is not saved; undefined where there is nothing, or no storage. */
export function loadEdits(owner: string, sessionId: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(nameOf(owner, sessionId)) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepEdits(owner: string, sessionId: string, pending: Pending): void {
  try {
    window.localStorage.setItem(nameOf(owner, sessionId), JSON.stringify(pending));
  } catch {
    // Without storage the page still warns before it is left.
  }
}

export function forgetEdits(owner: string, sessionId: string): void {
  try {
    window.localStorage.removeItem(nameOf(owner, sessionId));
  } catch {
    // Nothing was kept either.
  }
}
