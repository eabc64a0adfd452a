type Listener = () => void;

const none: readonly string[] = [];
const others = new Map<string, readonly string[]>();
const listeners = new Set<Listener>();

/** Who else has the forms of a page open, as the server said last. */
export const presentAt = (place: string): readonly string[] => others.get(place) ?? none;

export function tellPresence(place: string, names: readonly string[]): void {
  if (names.join('\n') === presentAt(place).join('\n')) return;
  others.set(place, names);
  for (const listener of listeners) listener();
}

export function subscribeToPresence(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
