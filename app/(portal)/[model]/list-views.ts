import 'server-only';
import { listingOf, parseListState, wholeList, type ListState } from '@/components/table/list-state';
import type { ListedView, ListViews } from '@/components/table/view-types';
import type { Model } from '@/lib/declare/model';
import { listViews, shareableGroups, type SavedView } from '@/lib/server/operations/saved-views';
import type { UserViewer } from '@/lib/server/viewer';
import {
  changeSavedView,
  createSavedView,
  removeSavedView,
  restoreSavedView,
  setDefaultSavedView,
} from './view-actions';

type Params = Readonly<Record<string, string | string[] | undefined>>;

const actions = {
  create: createSavedView,
  change: changeSavedView,
  remove: removeSavedView,
  restore: restoreSavedView,
  setDefault: setDefaultSavedView,
};

const stateOf = (view: SavedView): ListState => ({
  ...parseListState(Object.fromEntries(new URLSearchParams(view.query))),
  view: view.id,
});

/**
 * What an address lists, and the views of the list. `?view=` alone is the view as it was saved; more beside it says all of what is
 * listed, and the view only where it began. No address at all is the viewer's own first view, where there is one.
 */
export async function listedBy(
  viewer: UserViewer,
  model: Model,
  params: Params,
): Promise<{ state: ListState; views: ListViews; isMissing: boolean }> {
  const [saved, groups] = await Promise.all([listViews(viewer, model), shareableGroups(viewer)]);
  const given = parseListState(params);
  const keys = Object.keys(params).filter((key) => params[key] !== undefined);
  const first = saved.find(({ is_default }) => is_default);
  const asked = keys.length === 0 ? first : saved.find(({ id }) => id === given.view);
  const isAsSaved = keys.length === 0 || (keys.length === 1 && given.view !== null);
  const state = asked ? (isAsSaved ? stateOf(asked) : given) : { ...given, view: first ? wholeList : null };
  const items = saved.map((view) => listedView(model, view));
  return {
    state,
    isMissing: given.view !== null && given.view !== wholeList && !asked,
    views: {
      items,
      current: items.find(({ id }) => id === asked?.id) ?? null,
      isModified: asked !== undefined && listingOf(state) !== listingOf(stateOf(asked)),
      allHref: first ? `/${model.path}?view=${wholeList}` : `/${model.path}`,
      groups,
      actions,
    },
  };
}

const listedView = (model: Model, view: SavedView): ListedView => ({
  id: view.id,
  name: view.name,
  href: `/${model.path}?view=${view.id}`,
  isOwn: view.is_own,
  isDefault: view.is_default,
  owner: view.owner,
  group: view.group_number === null ? null : { number: view.group_number, name: view.group_name ?? '' },
});
