'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useTransition } from 'react';
import { toast } from '../../ui/toast';
import type { AccessAnswer } from './access-actions';

type Done<T> = Extract<AccessAnswer<T>, { ok: true }>;
type Outcome<T> = {
  title: string;
  /** Takes the change back. */
  undo?: () => Promise<AccessAnswer>;
  /** Where to go afterwards, when not to stay. */
  goTo?: string | ((answer: Done<T>) => string);
};
type Run = <T extends object>(work: () => Promise<AccessAnswer<T>>, outcome: Outcome<T>) => void;

/** Runs changes of access, tells how they went, and shows the page as it then is. */
export function useAccessChange(): [boolean, Run] {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const run: Run = useCallback(
    (work, { title, undo, goTo }) =>
      startTransition(async () => {
        const answer = await work().catch(() => null);
        if (!answer?.ok) {
          const description = answer ? answer.message : 'No answer came: check the connection.';
          toast({ tone: 'danger', title: 'Nothing was changed', description });
          return;
        }
        const action = undo && { label: 'Undo', onClick: () => run(undo, { title: 'Taken back' }) };
        toast({ tone: 'success', title, ...(action ? { action } : {}) });
        if (goTo) router.push(typeof goTo === 'string' ? goTo : goTo(answer));
        router.refresh();
      }),
    [router],
  );
  return [isPending, run];
}
