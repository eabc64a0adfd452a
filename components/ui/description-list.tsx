import type { ReactNode } from 'react';
import { cn } from './cn';

export interface DescriptionItem {
  label: string;
  /** Nothing, or null, shows a dash. */
  value: ReactNode;
  /** Takes the whole width: long text, tables. */
  wide?: boolean;
}

/** Dense name and value pairs; two columns where there is room. */
export function DescriptionList({
  items,
  columns = 2,
  className,
}: {
  items: readonly DescriptionItem[];
  columns?: 1 | 2;
  className?: string;
}) {
  return (
    <dl className={cn('grid grid-cols-1 gap-x-8', columns === 2 && 'lg:grid-cols-2', className)}>
      {items.map((item) => (
        <div
          key={item.label}
          className={cn(
            'grid grid-cols-[6.5rem_minmax(0,1fr)] sm:grid-cols-[9.5rem_minmax(0,1fr)] gap-x-4 border-b border-border/60 py-1.5',
            item.wide && 'lg:col-span-full',
          )}
        >
          <dt className="text-sm leading-5.5 text-muted-foreground">{item.label}</dt>
          <dd className="min-w-0 break-words">{isEmpty(item.value) ? <Nothing /> : item.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What stands where there is no value. */
export function Nothing() {
  return (
    <span className="text-muted-foreground">
      <span aria-hidden>–</span>
      <span className="sr-only">not given</span>
    </span>
  );
}

function isEmpty(value: ReactNode): boolean {
  return value === null || value === undefined || value === '' || value === false;
}
