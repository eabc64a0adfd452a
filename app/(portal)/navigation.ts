import type { NavItem, NavSection } from '@/components/layout/nav';
import type { Model } from '@/lib/declare/model';
import { modelList } from '@/lib/models';

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
export const navigation: readonly NavSection[] = [
  { title: null, items: [{ label: 'Dashboard', href: '/dashboard', icon: 'layout-dashboard' }] },
  ...groups.map((group) => ({
    title: group,
    items: [...modelList.filter(({ nav }) => nav === group).map(entryOf), ...pages[group]],
  })),
];

function entryOf({ path, icon, label, labelPlural, access }: Model): NavItem {
  const entry = { label: labelPlural, href: `/${path}`, icon };
  return access.by === 'directory'
    ? entry
    : { ...entry, newHref: `/${path}/new`, newLabel: `New ${label.toLowerCase()}` };
}
