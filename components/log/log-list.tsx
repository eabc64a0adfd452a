import { Plus } from 'lucide-react';
import Link from 'next/link';
import { Button } from '../ui/button';
import { Card } from '../ui/card';
import { Time } from '../ui/time';
import { AddEntry } from './add-entry';
import type { LogContext } from './log-actions';

export type ListedLog = {
  readonly context: LogContext;
  readonly href: string;
  readonly count: number;
  /** The latest entry, its details as one line; null for a log without any. */
  readonly newest: { readonly time: string; readonly text: string } | null;
};

export type LogListProps = {
  readonly label: string;
  readonly help: string;
  readonly logs: readonly ListedLog[];
  readonly zone: string;
  /** Leads to the form of a new log; null for who may not begin one. */
  readonly addHref: string | null;
};

/** The logs of a record, each with its newest entry and the way to add one. */
export function LogList({ label, help, logs, zone, addHref }: LogListProps) {
  return (
    <Card
      title={
        <>
          {label} <span className="font-normal text-muted-foreground tabular-nums">{logs.length}</span>
        </>
      }
      action={
        addHref ? (
          <Button asChild size="sm">
            <Link href={addHref}>
              <Plus aria-hidden />
              New log
            </Link>
          </Button>
        ) : null
      }
    >
      {logs.length === 0 ? (
        <p className="text-sm text-muted-foreground">None yet. {help}</p>
      ) : (
        <ul aria-label={label} className="border-t">
          {logs.map(({ context, href, count, newest }) => (
            <li key={context.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b py-2">
              <div className="min-w-0 flex-[1_1_16rem]">
                <Link href={href} prefetch={false} className="record-link">
                  {context.title}
                </Link>{' '}
                <span className="text-sm text-muted-foreground tabular-nums">
                  {count} {count === 1 ? 'entry' : 'entries'}
                </span>
                {newest ? (
                  <p className="truncate text-sm">
                    <Time value={newest.time} zone={zone} className="text-muted-foreground tabular-nums" />{' '}
                    {newest.text}
                  </p>
                ) : null}
              </div>
              <AddEntry context={context} size="sm" />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
