import type { Titles } from '../fields/field-parts';

/** What was typed and not saved, as the browser keeps it. */
export type Draft = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly values: Readonly<Record<string, unknown>>;
  /** What the form began with, and the version of that: others may save before one comes back. */
  readonly base: Readonly<Record<string, unknown>>;
  readonly version: number | null;
  /** Titles of the records chosen, so that a restored form shows no ids. */
  readonly titles: Titles;
};

const prefix = 'sulcus:draft:';
const agesMax = 30 * 86_400_000;

/** A draft belongs to one record, or to one way of starting a new one. */
export const draftKey = (model: string, id: string | number | null, variant = ''): string =>
  `${prefix}${model}:${id ?? 'new'}${variant ? `:${variant}` : ''}`;

function parseDraft(text: string | null): Draft | null {
  if (!text) return null;
  try {
    const draft: unknown = JSON.parse(text);
    const isDraft =
      typeof draft === 'object' &&
      draft !== null &&
      'at' in draft &&
      'values' in draft &&
      'base' in draft &&
      'titles' in draft;
    return isDraft ? (draft as Draft) : null; // written by saveDraft below
  } catch {
    return null;
  }
}

/** The storage, or null where the browser forbids it. */
function storageOrNull(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export const loadDraft = (key: string): Draft | null => parseDraft(storageOrNull()?.getItem(key) ?? null);

export function saveDraft(key: string, draft: Draft): void {
  try {
    storageOrNull()?.setItem(key, JSON.stringify(draft));
  } catch {
    // The storage is full: the oldest drafts of others make room, this page still warns before it is left.
    dropOldDrafts(Date.now(), 0);
  }
}

export const clearDraft = (key: string): void => storageOrNull()?.removeItem(key);

/** Forgets drafts that nobody came back for. */
export function dropOldDrafts(now: number, ageMax: number = agesMax): void {
  const storage = storageOrNull();
  for (const key of Object.keys(storage ?? {})) {
    if (!key.startsWith(prefix)) continue;
    const draft = parseDraft(storage?.getItem(key) ?? null);
    if (!draft || now - draft.at > ageMax) storage?.removeItem(key);
  }
}
