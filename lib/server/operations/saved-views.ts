import 'server-only';
import { filterTarget } from '@/lib/declare/filter-target';
import { isUuid } from '@/lib/declare/kinds/reference';
import { fieldNamed, type Model } from '@/lib/declare/model';
import { AppError, invalid } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { auditStates, type AuditEntry } from '../audit';
import { transaction, type Executor } from '../db/sql';
import { newId } from '../id';
import {
  countViews,
  findOwnGroups,
  findView,
  findViews,
  insertView,
  markView,
  ownGroupId,
  updateView,
  writeDefaultView,
  type SavedViewRow,
  type SavedViewValues,
} from '../queries/saved-view';
import { TitleQuestions, type TitlesByModel } from '../queries/titles';
import type { UserViewer } from '../viewer';

export type SavedView = SavedViewRow;
export type SavedViewInput = {
  readonly name: string;
  readonly query: string;
  /** The number of the group whose members see it; null for nobody else. */
  readonly group: number | null;
};

const viewsMax = 50;
const nameMax = 60;
const queryMax = 4000;

/** The views of a model's list that the viewer sees. Those of others name no record that the viewer may not see. */
export async function listViews(viewer: UserViewer, model: Model): Promise<SavedView[]> {
  const views = await findViews(viewer, model.name);
  const others = views.filter(({ is_own }) => !is_own);
  const questions = new TitleQuestions();
  for (const { query } of others) for (const { target, ids } of linksIn(model, query)) questions.add(target, ids);
  const titles = await questions.answer(viewer);
  return views.map((view) => (view.is_own ? view : { ...view, query: withoutUnseen(model, view.query, titles) }));
}

/** The groups that the viewer can share a view with: those they are in, by name. */
export const shareableGroups = (viewer: UserViewer): Promise<{ number: number; name: string }[]> =>
  findOwnGroups(viewer);

/** Keeps a list as a view; answers its id. @throws AppError invalid, conflict. */
export async function createView(viewer: UserViewer, model: Model, input: SavedViewInput): Promise<string> {
  return transaction(async (tx) => {
    const values = await parse(tx, viewer, input);
    if ((await countViews(tx, viewer, model.name)) >= viewsMax)
      throw new AppError('conflict', { message: `You have ${viewsMax} views of this list: delete one first.` });
    const id = newId();
    await insertView(tx, viewer, { ...values, id, model: model.name });
    await note(tx, viewer, id, 'create', null, values);
    return id;
  });
}

/** Changes what is given of a view. @throws AppError not_found, forbidden for that of somebody else, invalid. */
export async function changeView(viewer: UserViewer, id: string, change: Partial<SavedViewInput>): Promise<void> {
  await transaction(async (tx) => {
    const before = await ownView(tx, viewer, id);
    const values = await parse(tx, viewer, { ...inputOf(before), ...change });
    await updateView(tx, id, values);
    await note(tx, viewer, id, 'update', inputOf(before), values);
  });
}

/** Deletes a view; whoever opens the list with it gets the whole list until it is restored. */
export async function removeView(viewer: UserViewer, id: string): Promise<void> {
  await transaction(async (tx) => {
    const before = await ownView(tx, viewer, id);
    await markView(tx, id, true);
    await note(tx, viewer, id, 'delete', inputOf(before), null);
  });
}

/** Brings a deleted view back. @throws AppError not_found. */
export async function restoreView(viewer: UserViewer, id: string): Promise<void> {
  await transaction(async (tx) => {
    const before = await ownView(tx, viewer, id, true);
    await markView(tx, id, false);
    await note(tx, viewer, id, 'restore', null, inputOf(before));
  });
}

/** Opens the list of a model with a view from now on; null with all of it. @throws AppError not_found. */
export async function setDefaultView(viewer: UserViewer, model: Model, id: string | null): Promise<void> {
  await transaction(async (tx) => {
    if (id !== null && (await visibleView(tx, viewer, id)).model !== model.name) throw notThere();
    await writeDefaultView(tx, viewer, model.name, id);
  });
}

const notThere = () => new AppError('not_found', { message: 'There is no such view, or it isn’t shared with you.' });

/** Ids come from addresses, so they may be anything. */
async function visibleView(tx: Executor, viewer: UserViewer, id: string, isDeleted = false): Promise<SavedViewRow> {
  const view = isUuid(id) ? await findView(tx, viewer, id, isDeleted) : null;
  if (!view) throw notThere();
  return view;
}

async function ownView(tx: Executor, viewer: UserViewer, id: string, isDeleted = false): Promise<SavedViewRow> {
  const view = await visibleView(tx, viewer, id, isDeleted);
  if (!view.is_own)
    throw new AppError('forbidden', { message: `Only ${view.owner} changes this view. Save it as your own instead.` });
  return view;
}

const inputOf = ({ name, query, group_number }: SavedViewRow): SavedViewInput => ({ name, query, group: group_number });

async function parse(tx: Executor, viewer: UserViewer, input: SavedViewInput): Promise<SavedViewValues> {
  if (typeof input?.name !== 'string' || typeof input.query !== 'string')
    throw new AppError('invalid', { message: 'A view is a name with the query of a list.' });
  const name = input.name.trim();
  if (name === '' || name.length > nameMax)
    throw invalid('name', 'length', `A view needs a name of at most ${nameMax} characters.`);
  const query = cleanQuery(input.query);
  if (query.length > queryMax) throw invalid('query', 'length', 'These filters are too long to keep.');
  if (input.group === null) return { name, query, groupId: null };
  const groupId = Number.isInteger(input.group) ? await ownGroupId(tx, viewer, input.group) : null;
  if (!groupId) throw invalid('group', 'unknown', 'Choose a group that you are in.');
  return { name, query, groupId };
}

const kept = /^(q|sort|cols|size|f\.\w+)$/;

/** What of an address makes a view: not its page, nor another view. */
function cleanQuery(text: string): string {
  const given = [...new URLSearchParams(text)].filter(([key, value]) => kept.test(key) && value !== '');
  return new URLSearchParams(given).toString();
}

/** The ids that the filters of a query hold, each with its model. */
function linksIn(model: Model, query: string): { key: string; target: string; ids: string[] }[] {
  return [...new URLSearchParams(query)].flatMap(([key, value]) => {
    const name = key.replace(/^f\./, '');
    const field = fieldNamed(model, name);
    const target = name === 'created_by' || name === 'updated_by' ? 'user' : field && filterTarget(field);
    return key.startsWith('f.') && target && !value.startsWith('is:') ? [{ key, target, ids: value.split(',') }] : [];
  });
}

/** Ids that mean no record. */
const noneOf = (model: Model): string => (model.number === 'id' ? '0' : '00000000-0000-0000-0000-000000000000');

/** The query with ids of records that the viewer may not see replaced by ones of no record. */
function withoutUnseen(model: Model, query: string, titles: TitlesByModel): string {
  const parameters = new URLSearchParams(query);
  for (const { key, target, ids } of linksIn(model, query)) {
    const seen = ids.map((id) => (titles[target]?.[id] === undefined ? noneOf(modelNamed(target)) : id));
    parameters.set(key, [...new Set(seen)].join(','));
  }
  return parameters.toString();
}

const note = (
  tx: Executor,
  viewer: UserViewer,
  recordId: string,
  action: AuditEntry['action'],
  before: object | null,
  after: object | null,
): Promise<void> => auditStates(tx, viewer, { model: 'savedview', recordId, action }, before, after);
