'use client';

import type { RestoreAnswer } from '../detail/removal';
import { useRestore } from '../detail/use-restore';
import { Button } from '../ui/button';

interface RestoreDeletionProps {
  /** "Session" */
  label: string;
  /** What comes back, for those who hear the button alone. */
  name: string;
  restore: () => Promise<RestoreAnswer>;
}

/** Brings back what one deletion took, and offers to look at it. */
export function RestoreDeletion({ label, name, restore }: RestoreDeletionProps) {
  const { pending, bringBack } = useRestore(label, restore, { offersShow: true });
  return (
    <Button size="sm" pending={pending} aria-label={`Restore ${name}`} onClick={() => void bringBack()}>
      Restore
    </Button>
  );
}
