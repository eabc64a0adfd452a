import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from './button';
import { cn } from './cn';

interface PaginationProps {
  /** What is shown, counted from 1; 0 and 0 for an empty list. */
  from: number;
  to: number;
  /** How many there are, written as it should be read: "240" or "10,000+". Null where it is unknown. */
  total: string | null;
  previousHref: string | null;
  nextHref: string | null;
  className?: string;
}

/** Pages of a list as links, so that every page has an address. */
export function Pagination({ from, to, total, previousHref, nextHref, className }: PaginationProps) {
  return (
    <nav aria-label="Pages" className={cn('flex items-center justify-between gap-3 py-2 text-sm', className)}>
      <p className="text-muted-foreground">
        {to === 0 ? 'None' : `${from.toLocaleString('en')}–${to.toLocaleString('en')}`}
        {total === null ? '' : ` of ${total}`}
      </p>
      <div className="flex gap-1">
        <PageLink href={previousHref} label="Previous page" rel="prev">
          <ChevronLeft aria-hidden />
        </PageLink>
        <PageLink href={nextHref} label="Next page" rel="next">
          <ChevronRight aria-hidden />
        </PageLink>
      </div>
    </nav>
  );
}

function PageLink({
  href,
  label,
  rel,
  children,
}: {
  href: string | null;
  label: string;
  rel: string;
  children: React.ReactNode;
}) {
  const look = buttonClass('secondary', 'sm', 'w-8 px-0!');
  if (href === null) {
    return (
      <span aria-disabled className={look} role="link" aria-label={label}>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} rel={rel} aria-label={label} title={label} className={look}>
      {children}
    </Link>
  );
}
