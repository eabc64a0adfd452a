'use client';

import type { RestoreAnswer } from '../detail/removal';
import { useRestore } from '../detail/use-restore';
import { Button } from '../ui/button';

interface RestorePartProps {
  label: string;
  restore: () => Promise<RestoreAnswer>;
}

/** Brings back a part that was deleted, with what went along. */
export function RestorePart({ label, restore }: RestorePartProps) {
  const { pending, bringBack } = useRestore(label, restore);
  return (
    <Button size="sm" pending={pending} onClick={() => void bringBack()}>
      Bring back
    </Button>
  );
}
