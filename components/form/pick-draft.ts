import { isOnServer, type Draft, type DraftContent, type DraftSlot } from './draft';
import { isSame } from './merge';

/** A draft as the server keeps it. */
export type ServerDraft = {
  readonly key: string;
  /** When it took it, by its clock. */
  readonly at: number;
  readonly writer: string;
  readonly slot: DraftSlot;
  readonly href: string;
  readonly content: DraftContent;
};

export type Picked =
  | { readonly from: 'nowhere' }
  /** `isDropped`: it was saved or discarded in another browser since. */
  | { readonly from: 'browser'; readonly draft: Draft; readonly isDropped: boolean }
  | { readonly from: 'server'; readonly draft: Draft };

/** Which draft a form goes on with, given what the browser and the server keep of it. The newer one wins; where both went on, the other is kept beside it. */
export function pickDraft(local: Draft | null, server: ServerDraft | null): Picked {
  if (local && server) return pickOfBoth(local, server);
  if (server) return { from: 'server', draft: fromServer(server, null) };
  if (!local) return { from: 'nowhere' };
  return { from: 'browser', draft: local, isDropped: isOnServer(local) || local.isDiscarded === true };
}

function pickOfBoth(local: Draft, server: ServerDraft): Picked {
  const isKnown = local.server?.at === server.at;
  if (local.isDiscarded)
    return isKnown || local.writers.includes(server.writer)
      ? { from: 'browser', draft: local, isDropped: true }
      : { from: 'server', draft: fromServer(server, null) };
  const { content } = server;
  if (isSame(local.values, content.values) && isSame(local.base, content.base)) {
    const draft = { ...local, server: { at: server.at, typedAt: local.at } };
    return { from: 'browser', draft, isDropped: false };
  }
  // The server has an earlier state of this one.
  if (isKnown || local.writers.includes(server.writer)) return { from: 'browser', draft: local, isDropped: false };
  if (isOnServer(local)) return { from: 'server', draft: fromServer(server, null) };
  return content.at > local.at
    ? { from: 'server', draft: fromServer(server, contentOf(local)) }
    : { from: 'browser', draft: { ...local, other: content }, isDropped: false };
}

const fromServer = ({ slot, href, writer, at, content }: ServerDraft, other: DraftContent | null): Draft => ({
  ...content,
  slot,
  href,
  writers: [writer],
  server: { at, typedAt: content.at },
  other,
});

/** A draft without where and by whom it is kept. */
export const contentOf = ({ at, values, base, version, titles }: DraftContent): DraftContent => ({
  at,
  values,
  base,
  version,
  titles,
});
