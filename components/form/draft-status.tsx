'use client';

import { Button } from '../ui/button';
import type { DraftMark } from './draft-sync';
import { useDrafting } from './drafting';
import { timeOf } from './form-notices';

interface DraftStatusProps {
  mark: DraftMark;
  isDirty: boolean;
  isPending: boolean;
}

/** Where what is typed is, until it is saved. */
export function DraftStatus({ mark, isDirty, isPending }: DraftStatusProps) {
  const { signInAgain } = useDrafting();
  const isSignedOut = isDirty && mark.kind === 'browser' && mark.why === 'signed_out';
  return (
    <span className="inline-flex items-center gap-2 text-sm text-muted-foreground">
      <span role="status">{isPending ? 'Saving…' : isDirty ? wordsOf(mark) : ''}</span>
      {isSignedOut && !isPending ? (
        <Button size="sm" onClick={() => void signInAgain()}>
          Sign in again
        </Button>
      ) : null}
    </span>
  );
}

const reasons = { offline: 'offline', signed_out: 'you were signed out' } as const;

function wordsOf(mark: DraftMark): string {
  if (mark.kind === 'none') return 'Not saved yet';
  if (mark.kind === 'server') return `Saved as draft ${timeOf(mark.at)}`;
  const reason = mark.why === 'refused' ? mark.message : reasons[mark.why];
  return `Draft kept in this browser only${reason ? `: ${reason}` : ''}`;
}
