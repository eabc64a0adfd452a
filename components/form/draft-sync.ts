import { isOnServer, type Draft, type DraftContent, type DraftSlot } from './draft';
import type { Answer, Trouble } from './draft-transport';
import { isSame } from './merge';

/** Where the last words are. */
export type DraftMark =
  | { readonly kind: 'none' }
  | { readonly kind: 'server'; readonly at: number }
  | { readonly kind: 'browser'; readonly why: Trouble['why']; readonly message: string };

/** What a draft's way to the server is made of; the tests have others. */
export type SyncTools = {
  readonly writer: string;
  readonly store: (draft: Draft) => void;
  readonly clear: (key: string) => void;
  /** Clears what is discarded; what was put back since stays. */
  readonly clearDiscarded: (key: string) => void;
  readonly send: (draft: Draft, sequence: number) => Promise<Answer<{ readonly at: number }>>;
  readonly beacon: (draft: Draft, sequence: number) => void;
  readonly discard: (key: string) => Promise<Answer<object>>;
  readonly href: () => string;
  readonly onMark: (mark: DraftMark) => void;
};

export type DraftSync = ReturnType<typeof createDraftSync>;

const storeDelay = 400;
const sendDelay = 1200;
/** Somebody who types without a pause is heard this often. */
const sendDelayMax = 5000;
const writersMax = 5;

/** How long to wait before the next try: 2 s, 4 s … up to a minute. */
export const backoff = (tries: number): number => Math.min(60_000, 1000 * 2 ** tries);

/** Keeps one form's draft in the browser at once and on the server soon after, through lost connections and ended sign-ins. */
export function createDraftSync(slot: DraftSlot, tools: SyncTools) {
  let draft: Draft | null = null;
  let typed: Omit<DraftContent, 'at'> | null = null;
  let storeTimer: ReturnType<typeof setTimeout> | undefined;
  let sendTimer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let sending: Promise<void> | null = null;
  let tries = 0;
  let sequence = 0;
  let isHeld = true;

  const isWaiting = () => draft !== null && !isOnServer(draft);

  function storeNow() {
    clearTimeout(storeTimer);
    if (!typed) return;
    const next = typed;
    typed = null;
    // Coming back to a draft is no change of it.
    if (draft && isSame(draft.values, next.values) && draft.version === next.version) return;
    const writers = [...(draft?.writers ?? []).filter((one) => one !== tools.writer), tools.writer];
    draft = {
      ...next,
      at: Date.now(),
      slot,
      href: tools.href(),
      writers: writers.slice(-writersMax),
      server: draft?.server ?? null,
      other: draft?.other ?? null,
    };
    tools.store(draft);
    waitingSince ??= Date.now();
    if (tries === 0) sendIn(Math.max(0, Math.min(sendDelay, waitingSince + sendDelayMax - Date.now())));
  }

  function sendIn(milliseconds: number) {
    clearTimeout(sendTimer);
    if (isHeld) return;
    sendTimer = setTimeout(() => void sendNow(), milliseconds);
  }

  async function sendNow(): Promise<void> {
    clearTimeout(sendTimer);
    if (sending) return sending;
    if (isHeld || !draft || !isWaiting()) return;
    const sent = draft;
    sending = sendOne(sent).finally(() => (sending = null));
    await sending;
    // More was typed meanwhile.
    if (tries === 0 && draft?.at !== sent.at && isWaiting()) sendIn(sendDelay);
  }

  async function sendOne(sent: Draft): Promise<void> {
    const answer = await tools.send(sent, ++sequence);
    if (draft === null) return;
    if (answer.ok) {
      tries = 0;
      waitingSince = null;
      draft = { ...draft, server: { at: answer.at, typedAt: sent.at } };
      tools.store(draft);
      tools.onMark({ kind: 'server', at: answer.at });
      return;
    }
    tools.onMark({ kind: 'browser', why: answer.why, message: answer.message });
    if (answer.why === 'refused') return void (tries = 0);
    sendIn(backoff(++tries));
  }

  return {
    /** Goes on with what is kept. Nothing is sent before `release`: the server may have something newer. */
    begin(kept: Draft | null) {
      draft = kept;
      tools.onMark(kept?.server && isOnServer(kept) ? { kind: 'server', at: kept.server.at } : { kind: 'none' });
    },
    release() {
      isHeld = false;
      if (isWaiting()) sendIn(0);
    },
    /** What the server has can't be known now. */
    trouble({ why, message }: Trouble) {
      if (draft ?? typed) tools.onMark({ kind: 'browser', why, message });
    },
    /** Something was typed. */
    note(content: Omit<DraftContent, 'at'>) {
      typed = content;
      clearTimeout(storeTimer);
      storeTimer = setTimeout(storeNow, storeDelay);
    },
    storeNow,
    current: () => draft,
    /** The connection or the sign-in may be back. */
    wake() {
      if (!isWaiting()) return;
      tries = 0;
      void sendNow();
    },
    /** The page may be gone in a moment: the last words are kept, and sent without waiting for an answer. */
    flush() {
      storeNow();
      if (draft && isWaiting()) tools.beacon(draft, ++sequence);
    },
    /** The form is gone. */
    close() {
      clearTimeout(storeTimer);
      clearTimeout(sendTimer);
    },
    /** It was saved, or is not wanted: nothing of it stays, here or there. */
    async forget(): Promise<void> {
      clearTimeout(storeTimer);
      clearTimeout(sendTimer);
      const gone = draft;
      const wasSent = sending;
      draft = typed = waitingSince = null;
      tries = 0;
      tools.onMark({ kind: 'none' });
      if (!gone) return tools.clear(slot.key);
      // Until the server knows: if it does not hear of it now, the next visit tells it.
      tools.store({ ...gone, isDiscarded: true });
      await wasSent;
      const answer = await tools.discard(slot.key);
      if (answer.ok || answer.why === 'refused') tools.clearDiscarded(slot.key);
    },
  };
}
