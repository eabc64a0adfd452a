import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';

interface TableProps extends ComponentProps<'table'> {
  /** Names the table and the region that scrolls. */
  label: string;
  /** A limit of height makes the header stick within the table's own container. */
  containerClassName?: string;
}

/** Dense rows in a container that scrolls by itself, sideways too, so that the page never does. */
export function Table({ label, containerClassName, className, ...props }: TableProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className={cn('relative w-full overflow-auto border-y', containerClassName)}
    >
      <table
        aria-label={label}
        className={cn('w-full border-separate border-spacing-0 text-left text-sm', className)}
        {...props}
      />
    </div>
  );
}

export function THead({ className, ...props }: ComponentProps<'thead'>) {
  return <thead className={cn('sticky top-0 z-10 bg-background', className)} {...props} />;
}

export function TBody({ className, ...props }: ComponentProps<'tbody'>) {
  return <tbody className={cn('[&>tr:last-child>td]:border-b-0', className)} {...props} />;
}

export function Tr({ className, ...props }: ComponentProps<'tr'>) {
  return (
    <tr
      className={cn(
        'group/row hover:bg-muted/50 data-[selected=true]:bg-accent/10 [thead_&]:hover:bg-transparent',
        className,
      )}
      {...props}
    />
  );
}

interface CellProps {
  /** Numbers stand at the right. */
  numeric?: boolean;
}

export function Th({ numeric = false, className, scope = 'col', ...props }: ComponentProps<'th'> & CellProps) {
  return (
    <th
      scope={scope}
      className={cn(
        'h-8 border-b px-2.5 font-medium whitespace-nowrap text-muted-foreground',
        numeric && 'text-right',
        className,
      )}
      {...props}
    />
  );
}

export function Td({ numeric = false, className, ...props }: ComponentProps<'td'> & CellProps) {
  return (
    <td
      className={cn(
        'h-8 max-w-96 border-b border-border/60 px-2.5 py-1 align-middle',
        numeric && 'text-right tabular-nums',
        className,
      )}
      {...props}
    />
  );
}

/** The mark of a sortable column; the link or button around it says the rest, and Th takes aria-sort. */
export function SortMark({ direction }: { direction: 'asc' | 'desc' | null }) {
  const Icon = direction === 'asc' ? ArrowUp : direction === 'desc' ? ArrowDown : ArrowUpDown;
  return <Icon aria-hidden className={cn('inline size-3.5 shrink-0', direction ? 'text-accent' : 'opacity-40')} />;
}
