import Link from 'next/link';
import type { ModelView } from '@/lib/declare/view';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';

interface ListEmptyProps {
  view: ModelView;
  /** A search or a filter is in force. */
  isNarrowed: boolean;
  clearHref: string;
  /** Null for who may not create one. */
  newHref: string | null;
  /** Where deleted ones are brought back; null for what is not deleted in lists. */
  deletedHref: string | null;
}

/** What an empty list is for and what to do next. */
export function ListEmpty({ view, isNarrowed, clearHref, newHref, deletedHref }: ListEmptyProps) {
  const plural = view.labelPlural.toLowerCase();
  if (isNarrowed)
    return (
      <EmptyState
        title={`No ${plural} found`}
        action={
          <Button asChild>
            <Link href={clearHref}>Show all {plural}</Link>
          </Button>
        }
      >
        Nothing that you may see fits this search and these filters.
      </EmptyState>
    );
  return (
    <EmptyState
      title={`No ${plural} yet`}
      action={
        newHref || deletedHref ? (
          <>
            {newHref ? (
              <Button asChild variant="primary">
                <Link href={newHref}>New {view.label.toLowerCase()}</Link>
              </Button>
            ) : null}
            {deletedHref ? (
              <Button asChild>
                <Link href={deletedHref} prefetch={false}>
                  Recently deleted
                </Link>
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      {view.help}{' '}
      {view.accessBy === 'via'
        ? 'You see those of the records that were shared with you.'
        : view.accessBy === 'grants'
          ? 'You see your own and those shared with you.'
          : ''}
    </EmptyState>
  );
}
