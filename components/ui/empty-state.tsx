import type { ReactNode } from 'react';
import { cn } from './cn';

interface EmptyStateProps {
  icon?: ReactNode;
  title: string;
  /** `h1` where it is the whole page. */
  heading?: 'h1' | 'h2';
  /** What this place is for and what to do next. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}

export function EmptyState({ icon, title, heading: Heading = 'h2', children, action, className }: EmptyStateProps) {
  return (
    <div className={cn('flex flex-col items-center px-6 py-12 text-center', className)}>
      {icon ? (
        <span aria-hidden className="mb-3 text-muted-foreground [&_svg]:size-7 [&_svg]:stroke-[1.5]">
          {icon}
        </span>
      ) : null}
      <Heading className="text-lg font-semibold">{title}</Heading>
      {children ? <div className="mt-1 max-w-md text-muted-foreground">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
