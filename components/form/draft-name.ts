export const draftPrefix = 'sulcus:draft:';

/** The name of a draft in the storage. On a computer at the rig several people sign in, one after the other: each has their own. */
export const draftName = (owner: string, key: string): string => `${draftPrefix}${owner}:${key}`;

/** The storage, or null where the browser forbids it. */
export function storageOrNull(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The names of all that this browser keeps for a person. */
export const draftNames = (owner: string): string[] =>
  Object.keys(storageOrNull() ?? {}).filter((name) => name.startsWith(draftName(owner, '')));

/** Apart from the rest, since every page asks it. */
export const hasDrafts = (owner: string): boolean => draftNames(owner).length > 0;
