'use client';

import { useRouter } from 'next/navigation';
import { useTransition, type TransitionStartFunction } from 'react';
import { toast } from '../../ui/toast';
import type { AccessAnswer } from './access-actions';

type Done<T> = Extract<AccessAnswer<T>, { ok: true }>;
type Outcome<T> = {
  title: string;
  description?: string;
  /** Takes the change back. */
  undo?: () => Promise<AccessAnswer>;
  /** Where to go afterwards, when not to stay. */
  goTo?: string | ((answer: Done<T>) => string);
};
type Run = <T extends object>(work: () => Promise<AccessAnswer<T>>, outcome: Outcome<T>) => void;
type Page = { router: ReturnType<typeof useRouter>; startTransition: TransitionStartFunction };

function perform<T extends object>(page: Page, work: () => Promise<AccessAnswer<T>>, outcome: Outcome<T>): void {
  const { title, description: detail, undo, goTo } = outcome;
  page.startTransition(async () => {
    const answer = await work().catch(() => null);
    if (!answer?.ok) {
      const description = answer ? answer.message : 'No answer came: check the connection.';
      toast({ tone: 'danger', title: 'Nothing was changed', description });
      return;
    }
    const action = undo && { label: 'Undo', onClick: () => perform(page, undo, { title: 'Taken back' }) };
    toast({ tone: 'success', title, ...(detail ? { description: detail } : {}), ...(action ? { action } : {}) });
    if (goTo) page.router.push(typeof goTo === 'string' ? goTo : goTo(answer));
    page.router.refresh();
  });
}

/** Runs changes of access, tells how they went, and shows the page as it then is. */
export function useAccessChange(): [boolean, Run] {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return [isPending, (work, outcome) => perform({ router, startTransition }, work, outcome)];
}
