import 'server-only';
import { z } from 'zod';
import { AppError, invalid } from '@/lib/errors';
import { viewerFromRequest } from '../auth/bearer';
import { discardDraft, loadDrafts, refuseUnlessOwn, saveDraft } from '../operations/drafts';
import { draftBytesMax } from '../operations/parse-draft';
import { endPresence, notePresence } from '../operations/presence';
import type { DraftRow } from '../queries/draft';
import type { UserViewer } from '../viewer';
import { readJson } from './body';
import { empty, jsonText, respond, wrongMethod } from './respond';

async function signedIn(request: Request): Promise<UserViewer> {
  const viewer = await viewerFromRequest(request, 'private');
  if (!viewer) throw new AppError('not_signed_in');
  return viewer;
}

const json = (value: unknown): Response => jsonText(JSON.stringify(value));

/** More than the largest draft: what is around it, too. */
const bodyBytesMax = draftBytesMax + 16 * 1024;

/**
 * What forms keep until it is saved: `GET ?place=`, `POST` (also by a page that is being closed) and `DELETE ?key=`, all
 * with the `owner` whose form it is. Whoever
 * keeps something has the form open, so the answer says who else has.
 */
export function handleDrafts(request: Request): Promise<Response> {
  return respond(request, async () => {
    const viewer = await signedIn(request);
    const { searchParams } = new URL(request.url);
    switch (request.method) {
      case 'GET': {
        refuseUnlessOwn(viewer, searchParams.get('owner'));
        return json({ drafts: (await loadDrafts(viewer, searchParams.get('place'))).map(told) });
      }
      case 'POST': {
        const { place, at } = await saveDraft(viewer, await readJson(request, bodyBytesMax));
        return json({ at, others: await notePresence(viewer, place) });
      }
      case 'DELETE': {
        const key = searchParams.get('key');
        refuseUnlessOwn(viewer, searchParams.get('owner'));
        if (!key) throw invalid('key', 'query', 'Expected the key of a draft.');
        await discardDraft(viewer, key);
        return empty();
      }
      default:
        throw wrongMethod(['GET', 'POST', 'DELETE']);
    }
  });
}

/** A draft as forms read it: `ServerDraft`. */
const told = ({ key, place, model, record_id: recordId, href, writer, content, updated_at: at }: DraftRow) => ({
  key,
  at: at.getTime(),
  writer,
  href,
  slot: { key, place, model, recordId },
  content: JSON.parse(content) as unknown, // checked when it was kept
});

const presenceSchema = z.strictObject({ owner: z.string(), place: z.string(), isLeaving: z.boolean().optional() });

/** The beat of an open form: notes that it is open, or closed, and answers who else has it open. */
export function handlePresence(request: Request): Promise<Response> {
  return respond(request, async () => {
    const viewer = await signedIn(request);
    const parsed = presenceSchema.safeParse(await readJson(request));
    if (!parsed.success) throw new AppError('invalid', { message: 'Expected a place.', cause: parsed.error });
    const { owner, place, isLeaving } = parsed.data;
    refuseUnlessOwn(viewer, owner);
    if (!isLeaving) return json({ others: await notePresence(viewer, place) });
    await endPresence(viewer, place);
    return json({ others: [] });
  });
}
