import { useId, type ReactNode } from 'react';
import { cn } from '../ui/cn';
import { Skeleton } from '../ui/skeleton';

interface PanelProps {
  title: string;
  /** How many there are; nothing for none. */
  count?: number | undefined;
  action?: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}

/** A part of the dashboard, as high as what it has to say. */
export function Panel({ title, count, action, className, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn('min-w-0 border-t pt-2 pb-5', className)}>
      <div className="mb-1 flex h-8 items-center justify-between gap-4">
        <h2 id={id} className="truncate text-base font-semibold">
          {title}{' '}
          {count ? (
            <span className="font-normal text-muted-foreground tabular-nums">{count.toLocaleString('en')}</span>
          ) : null}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}

/** The place of a panel while its content is on the way. */
export function PanelSkeleton({ title, lines, className }: { title: string; lines: number; className?: string }) {
  return (
    <Panel title={title} className={className}>
      <div role="status" aria-label={`Loading: ${title}`}>
        {Array.from({ length: lines }, (_, line) => (
          <div key={line} className="dashboard-line">
            <Skeleton className={line % 2 === 1 ? 'w-4/5' : 'w-full'} />
          </div>
        ))}
      </div>
    </Panel>
  );
}

/** What a panel says when it has nothing to list. */
export function PanelEmpty({ children }: { children: ReactNode }) {
  return <p className="py-1.5 text-sm text-muted-foreground">{children}</p>;
}
