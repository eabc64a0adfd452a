import Link from 'next/link';
import type { ReactNode } from 'react';
import { listHref, reachMax, sizes, withChange, type ListState } from './list-state';

interface ListFootProps {
  path: string;
  state: ListState;
  /** Pages end here, though the list goes on. */
  isCut: boolean;
  /** "sessions" */
  nouns: string;
  /** The links from page to page. */
  children: ReactNode;
  /** Where deleted ones are brought back; null for what is not deleted in lists. */
  deletedHref: string | null;
}

/** Below a list: its pages, and how many rows each has. */
export function ListFoot({ path, state, isCut, nouns, children, deletedHref }: ListFootProps) {
  return (
    <>
      {isCut ? (
        <p className="pt-2 text-sm text-muted-foreground">
          Pages end after {reachMax.toLocaleString('en')} {nouns}. Narrow the list, sort it the other way, or export all
          of it.
        </p>
      ) : null}
      {children}
      <nav aria-label="Rows on a page" className="flex items-center gap-1 pb-2 text-sm text-muted-foreground">
        Rows on a page
        {sizes.map((size) => (
          <Link
            key={size}
            href={listHref(path, withChange(state, { size }))}
            scroll={false}
            prefetch={false}
            aria-current={state.size === size ? 'true' : undefined}
            className="min-w-7 rounded px-1.5 py-1 text-center tabular-nums hover:text-foreground aria-current:font-medium aria-current:text-foreground"
          >
            {size}
          </Link>
        ))}
        {deletedHref ? (
          <Link href={deletedHref} prefetch={false} className="ml-auto py-1 hover:text-foreground">
            Recently deleted
          </Link>
        ) : null}
      </nav>
    </>
  );
}
