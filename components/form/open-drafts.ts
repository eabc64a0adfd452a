import { clearDraft, isOnServer, loadStored, storeDraft, storedDrafts, type Draft, type DraftSlot } from './draft';
import { createDraftSync, type DraftMark, type DraftSync } from './draft-sync';
import { beaconDraft, discardDraft, fetchDrafts, sendDraft } from './draft-transport';
import { pickDraft, type Picked, type ServerDraft } from './pick-draft';

/** The forms that are open on this page, by the keys of their drafts. */
const open = new Map<string, { readonly sync: DraftSync; readonly wake: () => void }>();

/** The way to the server of the draft of a form that is now open, found again at `href` or else on the page that is open. */
export function openSync(
  owner: string,
  slot: DraftSlot,
  onMark: (mark: DraftMark) => void,
  href?: string | undefined,
): DraftSync {
  return createDraftSync(slot, {
    writer: crypto.randomUUID?.() ?? String(Math.random()), // there is no randomUUID on plain http
    store: (draft) => storeDraft(owner, draft),
    clear: (key) => clearDraft(owner, key),
    clearDiscarded: (key) => loadStored(owner, key)?.isDiscarded && clearDraft(owner, key),
    send: (draft, sequence) => sendDraft(owner, draft, sequence),
    beacon: (draft, sequence) => beaconDraft(owner, draft, sequence),
    discard: (key) => discardDraft(owner, key),
    href: () => href ?? `${window.location.pathname}${window.location.search}`,
    onMark,
  });
}

/** Notes that a form is open; answers how to note that it is closed. */
export function registerSync(key: string, sync: DraftSync, wake: () => void): () => void {
  const entry = { sync, wake };
  open.set(key, entry);
  return () => {
    if (open.get(key) === entry) open.delete(key);
  };
}

/** Tries again at once, in all open forms. */
export function wakeDrafts(): void {
  for (const { wake } of open.values()) wake();
}

/** Settles which draft of a form stands in this browser, given what the server has of it. */
export function settleDraft(owner: string, key: string, drafts: readonly ServerDraft[]): Picked {
  const server = drafts.find((draft) => draft.key === key) ?? null;
  const picked = pickDraft(loadStored(owner, key), server);
  if (picked.from === 'browser' && picked.isDropped) {
    clearDraft(owner, key);
    if (picked.draft.isDiscarded && server) void discardDraft(owner, key);
  } else if (picked.from !== 'nowhere') storeDraft(owner, picked.draft);
  return picked;
}

/** The same for all forms of a page that are not open. Answers false when the server was not reached. */
export async function settlePlace(owner: string, place: string): Promise<boolean> {
  const answer = await fetchDrafts(owner, place);
  if (!answer.ok) return false;
  const stored = storedDrafts(owner).filter(({ slot }) => slot.place === place);
  const keys = new Set([...answer.drafts.map(({ key }) => key), ...stored.map(({ slot }) => slot.key)]);
  for (const key of keys) if (!open.has(key)) settleDraft(owner, key, answer.drafts);
  return true;
}

const isWaiting = (draft: Draft): boolean =>
  !open.has(draft.slot.key) && (draft.isDiscarded === true || !isOnServer(draft));

/** Sends what an earlier visit could not: drafts of forms that are not open now. */
export async function sendWaiting(owner: string): Promise<void> {
  const places = new Set(
    storedDrafts(owner)
      .filter(isWaiting)
      .map(({ slot }) => slot.place),
  );
  for (const place of places) if (!(await settlePlace(owner, place))) return;
  for (const draft of storedDrafts(owner).filter(isWaiting)) {
    if (draft.isDiscarded) continue;
    // The writer is one that is no more, so this is its last word.
    const answer = await sendDraft(owner, draft, lastSequence);
    if (answer.ok) storeDraft(owner, { ...draft, server: { at: answer.at, typedAt: draft.at } });
  }
}

const lastSequence = 2_000_000_000;
