import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';

interface CardProps extends Omit<ComponentProps<'section'>, 'title'> {
  title?: ReactNode;
  description?: ReactNode;
  /** At the right of the title. */
  action?: ReactNode;
  /** Begins a page or a tab, which has a rule of its own. */
  isFirst?: boolean;
}

/** A part of a page under a rule: no box, no shadow. */
export function Card({ title, description, action, isFirst = false, className, children, ...props }: CardProps) {
  return (
    <section className={cn('min-w-0 pb-6', isFirst ? null : 'border-t pt-3', className)} {...props}>
      {title || action ? (
        <div className="mb-3 flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <div className="min-w-0">
            {title ? <h2 className="text-base font-semibold">{title}</h2> : null}
            {description ? <p className="text-sm text-muted-foreground">{description}</p> : null}
          </div>
          {action ? <div className="flex items-center gap-2">{action}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
