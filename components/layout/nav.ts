export interface NavItem {
  label: string;
  href: string;
  /** A name in nav-icon.tsx; unknown names get a plain mark. */
  icon: string;
  /** Other words by which it is found. */
  words?: string;
  /** Leads to the form of a new record of this list. */
  newHref?: string;
  newLabel?: string;
}

export interface NavSection {
  /** Null for what stands above all sections. */
  title: string | null;
  items: readonly NavItem[];
}

export interface ShellUser {
  name: string;
  email: string;
  isSuperuser: boolean;
}

/** Whether a page belongs to an entry of the navigation. */
export function isWithin(pathname: string, href: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
