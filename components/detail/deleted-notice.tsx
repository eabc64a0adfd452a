'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { toast } from '../ui/toast';
import type { RestoreAnswer } from './removal';

interface DeletedNoticeProps {
  label: string;
  title: string;
  listHref: string;
  restore: () => Promise<RestoreAnswer>;
}

/** In place of a record that the person deleted themselves. */
export function DeletedNotice({ label, title, listHref, restore }: DeletedNoticeProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);

  async function onRestore() {
    setPending(true);
    const answer = await restore().catch(() => ({
      ok: false as const,
      message: 'The server did not answer. Try again in a moment.',
    }));
    setPending(false);
    if (!answer.ok) return toast({ tone: 'danger', title: 'Not restored', description: answer.message });
    toast({ tone: 'success', title: `${label} restored` });
    router.refresh();
  }

  return (
    <EmptyState
      title={`“${title}” was deleted`}
      action={
        <>
          <Button variant="primary" pending={pending} onClick={() => void onRestore()}>
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
