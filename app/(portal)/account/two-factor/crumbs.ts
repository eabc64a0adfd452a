import type { Crumb } from '@/components/ui/breadcrumbs';

/** The way to the pages below two-factor sign-in. */
export const crumbs: readonly Crumb[] = [
  { label: 'Account', href: '/account' },
  { label: 'Two-factor sign-in', href: '/account/two-factor' },
];
