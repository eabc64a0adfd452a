import type { Titles } from '../fields/field-parts';
import { draftName, draftNames, draftPrefix, storageOrNull } from './draft-name';

type Values = Readonly<Record<string, unknown>>;

/** What was typed and not saved. */
export type DraftContent = {
  /** Milliseconds since 1970, by the clock of the browser in which it was typed. */
  readonly at: number;
  readonly values: Values;
  /** What the form began with, and the version of that: others may save before one comes back. */
  readonly base: Values;
  readonly version: number | null;
  /** Titles of the records chosen, so that a restored form shows no ids. */
  readonly titles: Titles;
};

/** A form that can have a draft. */
export type DraftSlot = {
  readonly key: string;
  /** The page that the form is part of: `session:<id>`, or `session:new`. */
  readonly place: string;
  readonly model: string;
  readonly recordId: string | null;
};

/** A draft as the browser keeps it. */
export type Draft = DraftContent & {
  readonly slot: DraftSlot;
  /** Where the form is found again. */
  readonly href: string;
  /** Forms that have written it, one after the other; a server's draft of theirs is an earlier state of this one. */
  readonly writers: readonly string[];
  /** What the server has of it: when it took that, by its clock, and when that was typed. */
  readonly server: { readonly at: number; readonly typedAt: number } | null;
  /** What was typed meanwhile in another browser. */
  readonly other: DraftContent | null;
  /** It is not wanted any more, and the server does not know that yet. */
  readonly isDiscarded?: boolean;
};

const agesMax = 30 * 86_400_000;
const variantMax = 80;

/** A draft belongs to one record, or to one way of starting a new one. */
export const draftKey = (model: string, id: string | null, variant = ''): string =>
  `${model}:${id ?? 'new'}${variant ? `:${variant.length > variantMax ? digest(variant) : variant}` : ''}`;

/** The page of a record's form. */
export const formPlace = (model: string, id: string | null): string => `${model}:${id ?? 'new'}`;

/** The same short text for the same long one, in every browser (FNV-1a, twice with different seeds). */
function digest(text: string): string {
  const hash = (seed: number) => {
    let state = seed;
    for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
    return (state >>> 0).toString(36);
  };
  return `${hash(0x811c9dc5)}${hash(0x2f0b4c47)}${text.length.toString(36)}`;
}

/** Whether the server has all of it. */
export const isOnServer = ({ server, at }: Draft): boolean => server !== null && server.typedAt === at;

function parseDraft(text: string | null): Draft | null {
  if (!text) return null;
  try {
    const draft: unknown = JSON.parse(text);
    const isDraft = typeof draft === 'object' && draft !== null && 'values' in draft && 'slot' in draft;
    return isDraft ? (draft as Draft) : null; // written by storeDraft below
  } catch {
    return null;
  }
}

/** A person's draft of one form in this browser, also one that is discarded. */
export const loadStored = (owner: string, key: string): Draft | null =>
  parseDraft(storageOrNull()?.getItem(draftName(owner, key)) ?? null);

/** A person's draft of one form in this browser. */
export function loadDraft(owner: string, key: string): Draft | null {
  const draft = loadStored(owner, key);
  return draft?.isDiscarded ? null : draft;
}

export function storeDraft(owner: string, draft: Draft): void {
  const write = () => storageOrNull()?.setItem(draftName(owner, draft.slot.key), JSON.stringify(draft));
  try {
    write();
  } catch {
    // The storage is full: what the server has makes room. If that is not enough, the server still gets this one.
    dropDrafts((other) => isOnServer(other));
    try {
      write();
    } catch {
      return;
    }
  }
}

export const clearDraft = (owner: string, key: string): void => storageOrNull()?.removeItem(draftName(owner, key));

/** All that this browser keeps for a person, also what is discarded. */
export const storedDrafts = (owner: string): Draft[] =>
  draftNames(owner).flatMap((name) => parseDraft(storageOrNull()?.getItem(name) ?? null) ?? []);

function dropDrafts(isDropped: (draft: Draft) => boolean): void {
  const storage = storageOrNull();
  for (const name of Object.keys(storage ?? {})) {
    if (!name.startsWith(draftPrefix)) continue;
    const draft = parseDraft(storage?.getItem(name) ?? null);
    if (!draft || isDropped(draft)) storage?.removeItem(name);
  }
}

/** Forgets drafts of anybody that nobody came back for. */
export const dropOldDrafts = (now: number): void => dropDrafts(({ at }) => now - at > agesMax);
