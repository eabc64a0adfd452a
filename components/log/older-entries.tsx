'use client';

import { ChevronRight } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import type { Titles } from '../fields/field-parts';
import { Callout } from '../ui/callout';
import { cn } from '../ui/cn';
import { Skeleton } from '../ui/skeleton';
import type { FoldedMonth } from './fold-entries';
import type { EntriesAnswer, ReadMonth } from './log-actions';

interface OlderEntriesProps {
  months: readonly FoldedMonth[];
  /** Changes whenever the log does, so that what is open is read again. */
  version: number;
  read: ReadMonth;
  children: (entries: readonly LogEntry[], titles: Titles, month: string) => ReactNode;
}

const nameOf = (month: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** The older entries, a line for each month; they are read when it is opened. */
export function OlderEntries({ months, ...props }: OlderEntriesProps) {
  return (
    <ul aria-label="Older entries">
      {months.map((month) => (
        <Month key={month.month} {...month} {...props} />
      ))}
    </ul>
  );
}

function Month({ month, count, version, read, children }: FoldedMonth & Omit<OlderEntriesProps, 'months'>) {
  const [isOpen, setOpen] = useState(false);
  const [found, setFound] = useState<EntriesAnswer | null>(null);

  useEffect(() => {
    if (!isOpen) return;
    let isStale = false;
    read(month)
      .catch(() => null)
      .then((answer) => {
        const failed = { ok: false as const, code: 'offline', message: 'The server did not answer.', problems: [] };
        if (!isStale) setFound(answer ?? failed);
      });
    return () => {
      isStale = true;
    };
  }, [isOpen, month, version, read]);

  return (
    <li className="border-b">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className="flex w-full items-center gap-2 py-2 text-left hover:text-accent"
      >
        <ChevronRight aria-hidden className={cn('size-4 text-muted-foreground', isOpen && 'rotate-90')} />
        {nameOf(month)}
        <span className="text-sm text-muted-foreground tabular-nums">
          {count} {count === 1 ? 'entry' : 'entries'}
        </span>
      </button>
      {isOpen ? (
        <div className="pb-4">
          {found === null ? <Skeleton className="h-24" /> : null}
          {found?.ok === false ? (
            <Callout tone="danger">{found.message} Close the month and open it again.</Callout>
          ) : null}
          {found?.ok ? children(found.entries, found.titles, nameOf(month)) : null}
        </div>
      ) : null}
    </li>
  );
}
