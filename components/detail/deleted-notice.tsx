'use client';

import Link from 'next/link';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import type { RestoreAnswer } from './removal';
import { useRestore } from './use-restore';

interface DeletedNoticeProps {
  label: string;
  title: string;
  listHref: string;
  restore: () => Promise<RestoreAnswer>;
}

/** In place of a deleted record that the person may bring back. */
export function DeletedNotice({ label, title, listHref, restore }: DeletedNoticeProps) {
  const { pending, bringBack } = useRestore(label, restore);
  return (
    <EmptyState
      title={`“${title}” was deleted`}
      action={
        <>
          <Button variant="primary" pending={pending} onClick={() => void bringBack()}>
            Restore
          </Button>
          <Button asChild>
            <Link href={listHref}>Back to the list</Link>
          </Button>
        </>
      }
    >
      Restoring brings it back with everything that went with it.
    </EmptyState>
  );
}
