import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './cn';

interface TableProps extends ComponentProps<'table'> {
  /** Names the table and the region that scrolls. */
  label: string;
  /** A limit of height makes the header stick within the table's own container. */
  containerClassName?: string;
  /** On a phone each row becomes a short list; its cells then carry `data-label`. */
  stacked?: boolean;
}

/** Dense rows in a container that scrolls by itself, sideways too, so that the page never does. */
export function Table({ label, containerClassName, stacked = false, className, ...props }: TableProps) {
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className={cn('relative w-full overflow-auto border-y', containerClassName)}
    >
      <table aria-label={label} className={cn('data-table', stacked && 'data-table-stacked', className)} {...props} />
    </div>
  );
}

export function THead(props: ComponentProps<'thead'>) {
  return <thead {...props} />;
}

export function TBody(props: ComponentProps<'tbody'>) {
  return <tbody {...props} />;
}

export function Tr(props: ComponentProps<'tr'>) {
  return <tr {...props} />;
}

interface CellProps {
  /** Numbers stand at the right. */
  numeric?: boolean;
}

export function Th({ numeric = false, className, scope = 'col', ...props }: ComponentProps<'th'> & CellProps) {
  return <th scope={scope} className={cellClass(numeric, className)} {...props} />;
}

export function Td({ numeric = false, className, ...props }: ComponentProps<'td'> & CellProps) {
  return <td className={cellClass(numeric, className)} {...props} />;
}

/** Nothing where nothing is special: most cells need no class. */
const cellClass = (numeric: boolean, className: string | undefined) => cn(numeric && 'numeric', className) || undefined;

/** The mark of a sortable column; the link or button around it says the rest, and Th takes aria-sort. */
export function SortMark({ direction }: { direction: 'asc' | 'desc' | null }) {
  const Icon = direction === 'asc' ? ArrowUp : direction === 'desc' ? ArrowDown : ArrowUpDown;
  return <Icon aria-hidden className={cn('inline size-3.5 shrink-0', direction ? 'text-accent' : 'opacity-40')} />;
}
