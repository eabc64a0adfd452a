import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ThemeToggle } from '@/components/ui/theme-toggle';
import { Logo } from './logo';
import { SkipLink } from './skip-link';

interface SiteFrameProps {
  /** The one way on: to sign in, or to the dashboard. */
  entrance: { label: string; href: string };
  children: ReactNode;
}

/** The frame of the pages that everyone may see. */
export function SiteFrame({ entrance, children }: SiteFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header data-print="hide" className="flex h-12 shrink-0 items-center gap-1 border-b px-3 sm:gap-3 sm:px-6">
        <Link href="/" className="flex rounded-sm">
          {/* On a phone the name is only heard. */}
          <Logo className="[&>span]:sr-only sm:[&>span]:not-sr-only" />
        </Link>
        <nav aria-label="Main" className="ml-auto flex items-center sm:gap-1">
          <Button asChild variant="ghost">
            <Link href="/validate">
              Check <span className="hidden sm:inline">a session.toml</span>
            </Link>
          </Button>
          <Button asChild variant="ghost">
            <Link href="/public">
              Public <span className="hidden sm:inline">data</span>
            </Link>
          </Button>
          {/* A phone has no room for it. */}
          <Button asChild variant="ghost" className="max-sm:hidden">
            <Link href="/api-docs">API</Link>
          </Button>
          <Button asChild>
            {/* Fetched in advance it would bring the scripts of the whole portal. */}
            <Link href={entrance.href} prefetch={false}>
              {entrance.label}
            </Link>
          </Button>
        </nav>
        <ThemeToggle />
      </header>
      <main id="main" tabIndex={-1} className="flex-1 outline-none">
        {children}
      </main>
    </div>
  );
}
