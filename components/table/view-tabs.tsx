'use client';

import { Star, Users } from 'lucide-react';
import Link from 'next/link';
import { ViewMenu } from './view-menu';
import type { ListViews } from './view-types';

interface ViewTabsProps {
  path: string;
  /** "Subjects" */
  label: string;
  views: ListViews;
  /** What is listed now, as a query. */
  listing: string;
}

/** The saved views of a list, each a link; what is done with the current one is in the menu beside its name. */
export function ViewTabs({ path, label, views, listing }: ViewTabsProps) {
  const { items, current, isModified, allHref } = views;
  if (items.length === 0) return null;
  return (
    <nav
      aria-label="Views"
      className="mb-3 flex items-center gap-x-5 overflow-x-auto overflow-y-hidden border-b [scrollbar-width:none]"
    >
      <Link href={allHref} aria-current={current ? undefined : 'page'} className={tabClass}>
        All {label.toLowerCase()}
      </Link>
      {items.map((view) => (
        <span key={view.id} className="inline-flex shrink-0 items-center gap-0.5">
          <Link
            href={view.href}
            prefetch={false}
            aria-current={view.id === current?.id ? 'page' : undefined}
            title={view.group ? `${view.isOwn ? 'Shared' : view.owner} with ${view.group.name}` : undefined}
            className={tabClass}
          >
            {view.name}
            {view.group ? <Users aria-label="shared" className="size-3.5 text-muted-foreground" /> : null}
            {view.isDefault ? <Star aria-label="opens first" className="size-3.5 text-muted-foreground" /> : null}
            {view.id === current?.id && isModified ? (
              <span className="text-sm font-normal text-muted-foreground">changed</span>
            ) : null}
          </Link>
          {view.id === current?.id ? (
            <ViewMenu path={path} view={view} views={views} listing={listing} isModified={isModified} />
          ) : null}
        </span>
      ))}
    </nav>
  );
}

const tabClass =
  'inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent whitespace-nowrap text-muted-foreground ' +
  'hover:text-foreground focus-visible:outline-offset-[-2px] aria-[current=page]:border-accent ' +
  'aria-[current=page]:font-medium aria-[current=page]:text-foreground';
