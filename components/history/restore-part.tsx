'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { RestoreAnswer } from '../detail/removal';
import { Button } from '../ui/button';
import { toast } from '../ui/toast';

interface RestorePartProps {
  label: string;
  restore: () => Promise<RestoreAnswer>;
}

/** Brings back a part that was deleted, with what went along. */
export function RestorePart({ label, restore }: RestorePartProps) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  async function onClick() {
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
    <Button size="sm" pending={pending} onClick={() => void onClick()}>
      Bring back
    </Button>
  );
}
