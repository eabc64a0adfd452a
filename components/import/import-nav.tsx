import Link from 'next/link';
import { cn } from '@/components/ui/cn';

const pages = [
  { href: '/import', label: 'Sessions from session.toml' },
  { href: '/import/tables', label: 'Tables (CSV, Excel)' },
] as const;

/** The two ways to import, as a row of tabs that are pages. */
export function ImportNav({ current }: { current: (typeof pages)[number]['href'] }) {
  return (
    <nav aria-label="Ways to import" className="mb-5 flex gap-5 overflow-x-auto border-b [scrollbar-width:none]">
      {pages.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={href === current ? 'page' : undefined}
          className={cn(
            'inline-flex h-9 shrink-0 items-center border-b-2 whitespace-nowrap hover:text-foreground focus-visible:outline-offset-[-2px]',
            href === current ? 'border-accent font-medium text-foreground' : 'border-transparent text-muted-foreground',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
