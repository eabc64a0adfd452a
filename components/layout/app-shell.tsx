import Link from 'next/link';
import type { ReactNode } from 'react';
import type { NamedKind } from '@/lib/declare/search-query';
import { ThemeToggle } from '@/components/ui/theme-toggle';
import { CommandPalette } from './command-palette';
import { Logo } from './logo';
import { MobileNav } from './mobile-nav';
import type { NavItem, NavSection, ShellUser } from './nav';
import { Shortcuts } from './shortcuts';
import { Sidebar } from './sidebar';
import { SkipLink } from './skip-link';
import { UserMenu, type UserMenuLinks } from './user-menu';

interface AppShellProps {
  nav: readonly NavSection[];
  /** Pages that the navigation does not list, found by typing. */
  otherPages: readonly NavItem[];
  user: ShellUser;
  userLinks: UserMenuLinks;
  homeHref: string;
  initiallyCollapsed: boolean;
  /** Titles of the sections that are folded. */
  foldedSections: readonly string[];
  /** The kinds of records that the search can be narrowed to. */
  kinds: readonly NamedKind[];
  children: ReactNode;
}

/** The frame of every page of somebody signed in. */
export function AppShell({
  nav,
  otherPages,
  user,
  userLinks,
  homeHref,
  initiallyCollapsed,
  foldedSections,
  kinds,
  children,
}: AppShellProps) {
  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <Sidebar nav={nav} homeHref={homeHref} initiallyCollapsed={initiallyCollapsed} folded={foldedSections} />
      <div className="flex min-w-0 flex-1 flex-col">
        <header
          data-print="hide"
          className="sticky top-0 z-30 flex h-12 shrink-0 items-center gap-2 border-b bg-background px-3 sm:px-6"
        >
          <MobileNav nav={nav} folded={foldedSections} />
          <Link href={homeHref} className="flex rounded-sm md:hidden">
            <Logo wordmark={false} />
          </Link>
          <div className="min-w-0 flex-1">
            <CommandPalette nav={nav} otherPages={otherPages} kinds={kinds} />
          </div>
          <ThemeToggle />
          <UserMenu user={user} links={userLinks} />
        </header>
        <main id="main" tabIndex={-1} className="mx-auto w-full max-w-[100rem] flex-1 px-4 py-5 outline-none sm:px-6">
          {children}
        </main>
      </div>
      <Shortcuts />
    </div>
  );
}
