import 'server-only';
import type { NavItem, NavSection } from '@/components/layout/nav';
import type { Model } from '@/lib/declare/model';
import type { NamedKind } from '@/lib/declare/search-query';
import { modelList } from '@/lib/models';
import { mayAsk, mayCreate } from '@/lib/server/access';
import { searchedModels } from '@/lib/server/operations/search';
import type { Viewer } from '@/lib/server/viewer';

type Group = NonNullable<Model['nav']>;

/** Pages that are no list of records, after the lists of their group. */
const pages: Readonly<Record<Group, readonly NavItem[]>> = {
  Work: [{ label: 'Import', href: '/import', icon: 'file-input' }],
  Laboratory: [],
  Catalogues: [{ label: 'Approvals', href: '/approvals', icon: 'badge-check' }],
  People: [{ label: 'Invitations', href: '/invitations', icon: 'mail-open' }],
};

const groups: readonly Group[] = ['Work', 'Laboratory', 'Catalogues', 'People'];

/** The navigation, as the declarations say. */
export const navigationFor = (viewer: Viewer): readonly NavSection[] => [
  { title: null, items: [{ label: 'Dashboard', href: '/dashboard', icon: 'layout-dashboard' }] },
  ...groups.map((group) => ({
    title: group,
    items: [...modelList.filter(({ nav }) => nav === group).map((model) => entryOf(viewer, model)), ...pages[group]],
  })),
];

/** The lists that the navigation leaves to the pages of their parents. */
export const otherPagesFor = (viewer: Viewer): readonly NavItem[] =>
  modelList.filter(({ nav }) => nav === null).map((model) => entryOf(viewer, model));

/** The kinds of records that the search can be narrowed to. */
export const kindsFor = (viewer: Viewer): readonly NamedKind[] =>
  searchedModels
    .filter((model) => mayAsk(viewer, model))
    .map(({ name, path, label, labelPlural }) => ({ name, path, label, labelPlural }));

function entryOf(viewer: Viewer, model: Model): NavItem {
  const { path, icon, label, labelPlural } = model;
  const entry = { label: labelPlural, href: `/${path}`, icon };
  return mayCreate(viewer, model)
    ? { ...entry, newHref: `/${path}/new`, newLabel: `New ${label.toLowerCase()}` }
    : entry;
}
