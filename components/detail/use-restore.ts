'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from '../ui/toast';
import type { RestoreAnswer } from './removal';

/** Brings back what was deleted, and tells whether that worked; `offersShow` where the page does not show it then. */
export function useRestore(
  label: string,
  restore: () => Promise<RestoreAnswer>,
  { offersShow = false }: { offersShow?: boolean } = {},
) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  async function bringBack() {
    setPending(true);
    const answer = await restore().catch(() => ({
      ok: false as const,
      message: 'The server did not answer. Try again in a moment.',
    }));
    setPending(false);
    if (!answer.ok) return toast({ tone: 'danger', title: 'Not restored', description: answer.message });
    const { href } = answer;
    toast({
      tone: 'success',
      title: `${label} restored`,
      ...(offersShow ? { action: { label: 'Show', onClick: () => router.push(href) } } : {}),
    });
    router.refresh();
  }
  return { pending, bringBack };
}
