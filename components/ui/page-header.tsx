import type { ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from './breadcrumbs';
import { cn } from './cn';

interface PageHeaderProps {
  title: ReactNode;
  /** Beside the title: states, a count. */
  badges?: ReactNode;
  subtitle?: ReactNode;
  breadcrumbs?: readonly Crumb[];
  /** The one main action of the page. */
  action?: ReactNode;
  secondaryActions?: ReactNode;
  className?: string;
}

/** The top of every page: where one is, what it is, what to do here. */
export function PageHeader({
  title,
  badges,
  subtitle,
  breadcrumbs,
  action,
  secondaryActions,
  className,
}: PageHeaderProps) {
  return (
    <header className={cn('mb-4 flex flex-col gap-1', className)}>
      {breadcrumbs && breadcrumbs.length > 0 ? <Breadcrumbs items={breadcrumbs} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        {/* From a tablet on, the title and what stands beside it give way to the actions, which stay at the right. */}
        <div className="min-w-0 sm:grow sm:basis-72">
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="text-2xl font-semibold tracking-tight break-words">{title}</h1>
            {badges}
          </div>
          {subtitle ? <div className="mt-0.5 max-w-prose text-muted-foreground">{subtitle}</div> : null}
        </div>
        {action || secondaryActions ? (
          <div className="flex flex-wrap items-center gap-2 pt-0.5 sm:ml-auto sm:justify-end" data-print="hide">
            {secondaryActions}
            {/* Under a thumb the main action comes first. */}
            {action ? <span className="flex flex-wrap items-center gap-2 max-sm:order-first">{action}</span> : null}
          </div>
        ) : null}
      </div>
    </header>
  );
}
