'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { Logo } from './logo';
import type { NavSection } from './nav';
import { NavList } from './nav-list';
import { sidebarCookie } from './sidebar-cookie';
import { useFolded } from './use-folded';

interface SidebarProps {
  nav: readonly NavSection[];
  homeHref: string;
  /** As the cookie says, so that the first paint is right. */
  initiallyCollapsed: boolean;
  /** Folded sections, from a cookie too. */
  folded: readonly string[];
}

/** The navigation of wide screens. */
export function Sidebar({ nav, homeHref, initiallyCollapsed, folded }: SidebarProps) {
  const folding = useFolded(folded);
  const [isCollapsed, setIsCollapsed] = useState(initiallyCollapsed);

  function toggle() {
    setIsCollapsed(!isCollapsed);
    document.cookie = `${sidebarCookie}=${isCollapsed ? 'open' : 'collapsed'}; path=/; max-age=31536000; samesite=lax`;
  }

  return (
    <aside
      aria-label="Sidebar"
      data-print="hide"
      className={cn(
        'sticky top-0 hidden h-dvh shrink-0 flex-col border-r md:flex print:hidden',
        isCollapsed ? 'w-13' : 'w-56',
      )}
    >
      <div className={cn('flex h-12 shrink-0 items-center border-b', isCollapsed ? 'justify-center' : 'px-4')}>
        <Link href={homeHref} className="flex rounded-sm">
          <Logo wordmark={!isCollapsed} />
        </Link>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <NavList nav={nav} folding={folding} isCollapsed={isCollapsed} />
      </div>
      <div className={cn('flex border-t p-2', isCollapsed ? 'justify-center' : 'justify-end')}>
        <IconButton label={isCollapsed ? 'Show names' : 'Show icons only'} onClick={toggle}>
          {isCollapsed ? <PanelLeftOpen aria-hidden /> : <PanelLeftClose aria-hidden />}
        </IconButton>
      </div>
    </aside>
  );
}
