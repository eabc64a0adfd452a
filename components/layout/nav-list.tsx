'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/components/ui/cn';
import { isWithin, type NavItem, type NavSection } from './nav';
import { NavIcon } from './nav-icon';

interface NavListProps {
  nav: readonly NavSection[];
  /** Icons only; the names stay for screen readers and on hover. */
  isCollapsed?: boolean;
  onNavigate?: () => void;
}

export function NavList({ nav, isCollapsed = false, onNavigate }: NavListProps) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className="flex flex-col gap-3.5 px-2 py-3">
      {nav.map(({ title, items }) => (
        <section key={title ?? ''} aria-label={title ?? undefined}>
          {title ? (
            <h2
              className={cn('mb-1 px-2 text-xs text-muted-foreground', isCollapsed && 'mx-1 h-px bg-border text-[0px]')}
            >
              {title}
            </h2>
          ) : null}
          <ul className="flex flex-col gap-px">
            {items.map((item) => (
              <li key={item.href}>
                <NavLink
                  item={item}
                  isCurrent={isWithin(pathname, item.href)}
                  isCollapsed={isCollapsed}
                  onNavigate={onNavigate}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

interface NavLinkProps {
  item: NavItem;
  isCurrent: boolean;
  isCollapsed: boolean;
  onNavigate: (() => void) | undefined;
}

function NavLink({ item, isCurrent, isCollapsed, onNavigate }: NavLinkProps) {
  return (
    <Link
      href={item.href}
      onClick={onNavigate}
      {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      {...(isCollapsed ? { title: item.label } : {})}
      // Every page shows all of them: fetching each in advance would be twenty requests a page.
      prefetch={false}
      className={cn('nav-link', isCollapsed && 'justify-center')}
    >
      <NavIcon name={item.icon} />
      <span className={isCollapsed ? 'sr-only' : 'truncate'}>{item.label}</span>
    </Link>
  );
}
