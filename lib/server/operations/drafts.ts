import 'server-only';
import { isUuid } from '@/lib/declare/kinds/reference';
import type { Model } from '@/lib/declare/model';
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
  parentsOf,
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
  const places = await placesOf(viewer, drafts);
  const questions = new TitleQuestions();
  for (const { model, record_id: id } of drafts)
    // A version of Sulcus before this one may have had other models.
    if (modelCalled(model) && id !== null) questions.add(model, id);
  for (const place of places) if (place && modelCalled(place.model)) questions.add(place.model, place.id);
  const titles = await questions.answer(viewer);
  return drafts.map((draft, index) => listed(draft, places[index] ?? null, titles));
}

const modelCalled = (name: string): Model | undefined => modelList.find((model) => model.name === name);

type Place = { readonly model: string; readonly id: string };

/** The records that the drafts' own are part of: that of the page, or what the record hangs on. */
async function placesOf(viewer: UserViewer, drafts: readonly DraftPlace[]): Promise<(Place | null)[]> {
  const alone = drafts.filter((draft) => pageOf(draft) === null && draft.record_id !== null);
  const names = [...new Set(alone.map(({ model }) => model))];
  const found = await Promise.all(
    names.map(async (name) => {
      const model = modelCalled(name);
      const ids = alone.flatMap((draft) => (draft.model === name && isUuid(draft.record_id) ? [draft.record_id] : []));
      return [name, model ? await parentsOf(viewer, model, ids) : null] as const;
    }),
  );
  const byModel = new Map(found);
  return drafts.map((draft) => {
    const above = byModel.get(draft.model);
    const parent = above?.parents.get(draft.record_id ?? '');
    return pageOf(draft) ?? (above && parent ? { model: above.to, id: parent } : null);
  });
}

/** The record of the page on which the form is, where it is another one's. */
function pageOf({ place, model, record_id: record }: DraftPlace): Place | null {
  const [name = '', id = ''] = place.split(':');
  return id !== 'new' && (name !== model || id !== record) ? { model: name, id } : null;
}

function listed(draft: DraftPlace & { updated_at: Date }, place: Place | null, titles: TitlesByModel): ListedDraft {
  const kind = modelCalled(draft.model)?.label ?? draft.model;
  const own = draft.record_id === null ? draft.title : titles[draft.model]?.[draft.record_id];
  const title = own || (draft.record_id === null ? `New ${kind.toLowerCase()}` : kind);
  return {
    key: draft.key,
    kind,
    title,
    within: place ? (titles[place.model]?.[place.id] ?? null) : null,
    href: draft.href,
    at: draft.updated_at.toISOString(),
  };
}
