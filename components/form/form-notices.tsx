'use client';

import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import type { Failure } from './use-record-form';

/** What a save ran into that no field can show. */
export function FailureNotice({ failure }: { failure: Failure }) {
  const isSignedOut = failure.code === 'not_signed_in';
  return (
    <Callout
      tone="danger"
      role="alert"
      title={isSignedOut ? 'You were signed out' : 'Not saved'}
      action={
        isSignedOut ? (
          <Button asChild size="sm">
            <a href="/sign-in?next=/dashboard" target="_blank" rel="noopener">
              Sign in again
            </a>
          </Button>
        ) : undefined
      }
    >
      {isSignedOut
        ? 'Sign in again in a new tab, come back here and save. Nothing you typed is lost.'
        : failure.message}
    </Callout>
  );
}

interface RestoredNoticeProps {
  at: number;
  /** Labels of fields that somebody else has changed since. */
  overlaps: readonly string[];
  onDiscard: () => void;
}

/** Says that unsaved text was brought back. */
export function RestoredNotice({ at, overlaps, onDiscard }: RestoredNoticeProps) {
  const then = new Date(at);
  const isToday = then.toDateString() === new Date().toDateString();
  const time = then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return (
    <Callout
      tone="info"
      role="status"
      action={
        <Button size="sm" onClick={onDiscard}>
          Discard
        </Button>
      }
    >
      Restored what you typed {isToday ? `at ${time}` : `on ${then.toLocaleDateString('en-CA')} at ${time}`}. It is not
      saved yet.
      {overlaps.length > 0 ? ` Someone has changed ${overlaps.join(', ')} since; your text stands there now.` : ''}
    </Callout>
  );
}
