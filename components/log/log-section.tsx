'use client';

import { lazy, Suspense } from 'react';
import { Card } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { AddEntry } from './add-entry';
import type { LogEntriesProps } from './log-entries';
import { patiently } from '../ui/patiently';

// The schemas of all types are large, so they come only where entries are.
const LogEntries = lazy(() => patiently(() => import('./log-entries')));

/** The part of a log's page that it is for. */
export function LogSection({ count, ...props }: LogEntriesProps & { count: number }) {
  const { context } = props;
  return (
    <Card
      title={
        <>
          Entries <span className="font-normal text-muted-foreground tabular-nums">{count.toLocaleString('en')}</span>
        </>
      }
      action={count > 0 ? <AddEntry context={context} variant="primary" hasShortcut /> : null}
    >
      {count === 0 ? (
        <EmptyState title="No entries yet" action={<AddEntry context={context} variant="primary" hasShortcut />}>
          {context.actions
            ? `Each entry of a ${context.title.toLowerCase()} has a time${context.isInterval ? ', an end' : ''} and its details.`
            : 'Contributors of the project add them here.'}
        </EmptyState>
      ) : (
        <Suspense fallback={<Skeleton className="h-48" />}>
          <LogEntries {...props} />
        </Suspense>
      )}
    </Card>
  );
}
