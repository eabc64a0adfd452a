'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useTransition } from 'react';
import { toast } from '../../ui/toast';
import type { AccessAnswer } from './access-actions';

type Outcome = {
  title: string;
  /** Takes the change back. */
  undo?: () => Promise<AccessAnswer>;
  /** Where to go when the page is no longer there for this viewer. */
  goTo?: string;
};

/** Runs changes of an access list, tells how they went, and shows the list as it then is. */
export function useAccessChange(): [boolean, (work: () => Promise<AccessAnswer>, outcome: Outcome) => void] {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const run = useCallback(
    (work: () => Promise<AccessAnswer>, { title, undo, goTo }: Outcome) =>
      startTransition(async () => {
        const result = await work().catch(() => ({
          ok: false as const,
          message: 'No answer came: check the connection.',
        }));
        if (!result.ok) {
          toast({ tone: 'danger', title: 'Nothing was changed', description: result.message });
          return;
        }
        const action = undo && { label: 'Undo', onClick: () => run(undo, { title: 'Taken back' }) };
        toast({ tone: 'success', title, ...(action ? { action } : {}) });
        if (goTo) router.push(goTo);
        router.refresh();
      }),
    [router],
  );
  return [isPending, run];
}
