import { useId, type CSSProperties, type ReactNode } from 'react';
import { Skeleton } from '../ui/skeleton';

interface PanelProps {
  title: string;
  /** How many there are; nothing for none. */
  count?: number | undefined;
  action?: ReactNode;
  /** How many lines it has room for: it keeps that height whatever comes, so that nothing moves when it comes. */
  lines: number;
  children: ReactNode;
}

/** A part of the dashboard, of a fixed height. */
export function Panel({ title, count, action, lines, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 border-t pt-2 pb-5">
      <div className="mb-1 flex h-8 items-center justify-between gap-4">
        <h2 id={id} className="truncate text-base font-semibold">
          {title}{' '}
          {count ? (
            <span className="font-normal text-muted-foreground tabular-nums">{count.toLocaleString('en')}</span>
          ) : null}
        </h2>
        {action}
      </div>
      <div className="dashboard-panel" style={{ '--lines': lines } as CSSProperties}>
        {children}
      </div>
    </section>
  );
}

/** The place of a panel while its content is on the way. */
export function PanelSkeleton({ title, lines }: { title: string; lines: number }) {
  return (
    <Panel title={title} lines={lines}>
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
