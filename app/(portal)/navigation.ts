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

/** Settings, and what one does rather than reads: the palette finds them by what they are about, too. */
const actionPages: readonly NavItem[] = [
  { label: 'New session like the last', href: '/sessions/new?last', icon: 'activity', words: 'same time repeat today' },
  {
    label: 'Daily round',
    href: '/log-round',
    icon: 'notebook',
    words: 'weigh weights weighing water food log animals',
  },
  { label: 'Account', href: '/account', icon: 'user', words: 'settings profile name password mail sign out elsewhere' },
  { label: 'Access tokens', href: '/account/tokens', icon: 'user', words: 'settings api keys python matlab' },
  {
    label: 'Two-factor sign-in',
    href: '/account/two-factor',
    icon: 'user',
    words: 'settings 2fa authenticator app backup codes security',
  },
  {
    label: 'Webhooks',
    href: '/account/webhooks',
    icon: 'user',
    words: 'settings notify program',
    newHref: '/account/webhooks/new',
    newLabel: 'New webhook',
  },
  { label: 'Connect a program', href: '/account/authorize', icon: 'user', words: 'device code token' },
  { label: 'API', href: '/api-docs', icon: 'book-open', words: 'documentation openapi curl python matlab' },
  { label: 'Check a session.toml', href: '/validate', icon: 'badge-check', words: 'validate validator file' },
  { label: 'Recently deleted', href: '/deleted', icon: 'trash-2', words: 'trash bin restore undo bring back undelete' },
  { label: 'Sign out', href: '/sign-out', icon: 'user', words: 'log off leave' },
];

const groups: readonly Group[] = ['Work', 'Laboratory', 'Catalogues', 'People'];

/** The navigation, as the declarations say. */
export const navigationFor = (viewer: Viewer): readonly NavSection[] => [
  { title: null, items: [{ label: 'Dashboard', href: '/dashboard', icon: 'layout-dashboard' }] },
  ...groups.map((group) => ({
    title: group,
    items: [...modelList.filter(({ nav }) => nav === group).map((model) => entryOf(viewer, model)), ...pages[group]],
  })),
];

/** Settings and actions, and the lists that the navigation leaves to the pages of their parents. */
export const otherPagesFor = (viewer: Viewer): readonly NavItem[] => [
  ...actionPages,
  ...modelList.filter(({ nav }) => nav === null).map((model) => entryOf(viewer, model)),
];

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
