'use client';

import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import { isWithin, type NavItem, type NavSection } from './nav';
import { NavIcon } from './nav-icon';
import type { Folding } from './use-folded';

interface NavListProps {
  nav: readonly NavSection[];
  folding: Folding;
  /** Icons only; the names stay for screen readers and on hover. */
  isCollapsed?: boolean;
  onNavigate?: () => void;
}

export function NavList({ nav, folding, isCollapsed = false, onNavigate }: NavListProps) {
  return (
    <nav aria-label="Main" className="flex flex-col gap-2.5 px-2 py-3">
      {nav.map((section) => (
        <Section
          key={section.title ?? ''}
          section={section}
          folding={folding}
          isCollapsed={isCollapsed}
          onNavigate={onNavigate}
        />
      ))}
    </nav>
  );
}

interface SectionProps {
  section: NavSection;
  folding: Folding;
  isCollapsed: boolean;
  onNavigate: (() => void) | undefined;
}

/** A section; folded it still shows the page that one is on. */
function Section({ section: { title, items }, folding, isCollapsed, onNavigate }: SectionProps) {
  const pathname = usePathname();
  const listId = useId();
  const isFolded = title !== null && folding.folded.includes(title);
  const shown = isFolded ? items.filter(({ href }) => isWithin(pathname, href)) : items;
  return (
    <section aria-label={title ?? undefined}>
      {title ? (
        <h2>
          <button
            type="button"
            aria-expanded={!isFolded}
            aria-controls={listId}
            title={isCollapsed ? title : undefined}
            onClick={() => folding.toggle(title)}
            className={cn(
              'flex h-7 w-full items-center rounded-md px-2 text-xs text-muted-foreground hover:text-foreground pointer-coarse:h-10',
              isCollapsed && 'justify-center',
            )}
          >
            <span className={isCollapsed ? 'sr-only' : 'flex-1 text-left'}>{title}</span>
            <ChevronRight aria-hidden className={cn('size-3.5', !isFolded && 'rotate-90')} />
          </button>
        </h2>
      ) : null}
      <ul id={listId} className="flex flex-col gap-px">
        {shown.map((item) => (
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
