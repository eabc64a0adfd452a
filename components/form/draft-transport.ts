import type { Draft } from './draft';
import { contentOf, type ServerDraft } from './pick-draft';
import { tellPresence } from './presence';

/** Why something did not reach the server, or was not taken. */
export type Trouble = {
  readonly ok: false;
  readonly why: 'offline' | 'signed_out' | 'refused';
  readonly message: string;
};
export type Answer<T> = ({ readonly ok: true } & T) | Trouble;

const offline: Trouble = { ok: false, why: 'offline', message: '' };
const drafts = '/drafts';
const presence = '/drafts/presence';

async function ask<T>(path: string, init?: RequestInit): Promise<Answer<T>> {
  const response = await fetch(path, init).catch(() => null);
  if (!response || response.status >= 500 || response.status === 429) return offline;
  const body: unknown = response.status === 204 ? {} : await response.json().catch(() => null);
  if (body === null) return offline;
  if (response.ok) return { ok: true, ...(body as T) }; // our own route
  if (response.status === 401 || response.status === 403) return { ok: false, why: 'signed_out', message: '' };
  const { detail } = body as { detail?: string };
  return { ok: false, why: 'refused', message: detail ?? '' };
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

const bodyOf = (owner: string, draft: Draft, sequence: number) => ({
  owner,
  ...draft.slot,
  href: draft.href,
  writer: draft.writers.at(-1),
  sequence,
  content: contentOf(draft),
});

/** Gives a draft to the server; answers when it took it. */
export async function sendDraft(
  owner: string,
  draft: Draft,
  sequence: number,
): Promise<Answer<{ readonly at: number }>> {
  const answer = await ask<{ at: number; others: string[] }>(drafts, json(bodyOf(owner, draft, sequence)));
  if (answer.ok) tellPresence(draft.slot.place, answer.others);
  return answer;
}

/** The same from a page that is being closed; whether it arrives is not heard. Too long a draft is left to the next visit. */
export function beaconDraft(owner: string, draft: Draft, sequence: number): void {
  const body = JSON.stringify(bodyOf(owner, draft, sequence));
  navigator.sendBeacon(drafts, new Blob([body], { type: 'application/json' }));
}

export const discardDraft = (owner: string, key: string): Promise<Answer<object>> =>
  ask(`${drafts}?${new URLSearchParams({ owner, key })}`, { method: 'DELETE' });

const underWay = new Map<string, Promise<Answer<{ readonly drafts: readonly ServerDraft[] }>>>();

/** A person's drafts in the forms of one page. Forms that ask at the same time ask once. */
export function fetchDrafts(
  owner: string,
  place: string,
): Promise<Answer<{ readonly drafts: readonly ServerDraft[] }>> {
  const query = String(new URLSearchParams({ owner, place }));
  const known = underWay.get(query);
  if (known) return known;
  const asked = ask<{ drafts: ServerDraft[] }>(`${drafts}?${query}`).finally(() => underWay.delete(query));
  underWay.set(query, asked);
  return asked;
}

/** Tells that the form of a record is open, and hears who else has it open. */
export async function sendBeat(owner: string, place: string): Promise<Answer<object>> {
  const answer = await ask<{ others: string[] }>(presence, json({ owner, place }));
  if (answer.ok) tellPresence(place, answer.others);
  return answer;
}

/** Tells that it is closed. */
export function sendLeave(owner: string, place: string): void {
  const body = JSON.stringify({ owner, place, isLeaving: true });
  navigator.sendBeacon(presence, new Blob([body], { type: 'application/json' }));
}
