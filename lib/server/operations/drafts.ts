import 'server-only';
import { AppError } from '@/lib/errors';
import { modelList } from '@/lib/models';
import { transaction } from '../db/sql';
import {
  countOtherDrafts,
  deleteDraft,
  deleteOldDrafts,
  findDraftKeys,
  findDrafts,
  findDraftsAt,
  upsertDraft,
  type DraftPlace,
  type DraftRow,
} from '../queries/draft';
import { deleteOldPresence } from '../queries/presence';
import { TitleQuestions, type TitlesByModel } from '../queries/titles';
import type { UserViewer } from '../viewer';
import { parseDraft, readPlace } from './parse-draft';

/** Of one person. Who has so many has stopped looking at them. */
const draftsMax = 100;
/** After so many days without a word a draft is forgotten. */
const draftDays = 30;

/**
 * Keeps what the viewer has typed and not saved, in place of what this form had before. Answers for which page, and when
 * that was, in milliseconds.
 * @throws AppError invalid, too_large, conflict; not_signed_in when somebody else has typed it
 */
export async function saveDraft(viewer: UserViewer, input: unknown): Promise<{ place: string; at: number }> {
  const { owner, ...draft } = parseDraft(input);
  refuseUnlessOwn(viewer, owner);
  return transaction(async (tx) => {
    if ((await countOtherDrafts(tx, viewer.id, draft.key)) >= draftsMax)
      throw new AppError('conflict', { message: `You have ${draftsMax} drafts: save or discard one first.` });
    return { place: draft.place, at: (await upsertDraft(tx, viewer.id, draft)).getTime() };
  });
}

/** Somebody else may have signed in since in another tab of the same browser: a form belongs to who has opened it. */
export function refuseUnlessOwn(viewer: UserViewer, owner: unknown): void {
  if (owner !== viewer.id) throw new AppError('not_signed_in');
}

/** The viewer's own drafts in the forms of one page, such as `session:<id>`. @throws AppError invalid. */
export async function loadDrafts(viewer: UserViewer, place: unknown): Promise<DraftRow[]> {
  readPlace(place);
  return findDraftsAt(viewer.id, String(place));
}

/** The keys of the viewer's own drafts in the forms of several pages, by page. */
export async function draftKeys(viewer: UserViewer, places: readonly string[]): Promise<Map<string, string[]>> {
  const found = places.length > 0 ? await findDraftKeys(viewer.id, places) : [];
  return new Map(places.map((place) => [place, found.flatMap((one) => (one.place === place ? [one.key] : []))]));
}

/** Forgets one of the viewer's own drafts: it was saved, or is not wanted. */
export const discardDraft = (viewer: UserViewer, key: string): Promise<void> => deleteDraft(viewer.id, key);

/** Forgets drafts that nobody came back for, of everybody, and who had forms open then. */
export async function forgetOldDrafts(): Promise<void> {
  await deleteOldDrafts(draftDays);
  await deleteOldPresence();
}

/** A draft as a list tells of it. */
export type ListedDraft = {
  readonly key: string;
  /** "Epoch" */
  readonly kind: string;
  /** What the record is called, or what was typed as its name; "New epoch" without one. */
  readonly title: string;
  /** What the record that it is part of is called. */
  readonly within: string | null;
  readonly href: string;
  /** ISO instant. */
  readonly at: string;
};

/** The viewer's own drafts, the latest first. What they can no longer read is not named. */
export async function listDrafts(viewer: UserViewer, limit = draftsMax): Promise<ListedDraft[]> {
  const drafts = await findDrafts(viewer.id, limit);
  const questions = new TitleQuestions();
  for (const { model, record_id: id, place } of drafts) {
    // A version of Sulcus before this one may have had other models.
    if (labelOf(model) && id !== null) questions.add(model, id);
    const [name = '', placeId] = place.split(':');
    if (labelOf(name) && placeId !== 'new') questions.add(name, placeId);
  }
  const titles = await questions.answer(viewer);
  return drafts.map((draft) => listed(draft, titles));
}

const labelOf = (name: string): string | undefined => modelList.find((model) => model.name === name)?.label;

function listed(draft: DraftPlace & { updated_at: Date }, titles: TitlesByModel): ListedDraft {
  const kind = labelOf(draft.model) ?? draft.model;
  const own = draft.record_id === null ? draft.title : titles[draft.model]?.[draft.record_id];
  const [placeModel = '', placeId = ''] = draft.place.split(':');
  const isPart = placeModel !== draft.model || placeId !== (draft.record_id ?? 'new');
  const title = own || (draft.record_id === null ? `New ${kind.toLowerCase()}` : kind);
  return {
    key: draft.key,
    kind,
    title,
    within: isPart ? (titles[placeModel]?.[placeId] ?? null) : null,
    href: draft.href,
    at: draft.updated_at.toISOString(),
  };
}
