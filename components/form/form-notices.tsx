'use client';

import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import type { Restored } from './use-draft';
import type { Failure } from './use-record-form';

/** What a save ran into that no field can show. */
export function FailureNotice({ failure }: { failure: Failure }) {
  const isSignedOut = failure.code === 'not_signed_in';
  return (
    <Callout tone="danger" role="alert" title={isSignedOut ? 'You were signed out' : 'Not saved'}>
      {isSignedOut ? 'Save again to sign in. Nothing you typed is lost.' : failure.message}
    </Callout>
  );
}

/** "14:03", on the clock of whoever reads it. */
export const timeOf = (at: number): string =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

function whenOf(at: number): string {
  const then = new Date(at);
  const isToday = then.toDateString() === new Date().toDateString();
  return isToday ? `at ${timeOf(at)}` : `on ${then.toLocaleDateString('en-CA')} at ${timeOf(at)}`;
}

interface RestoredNoticeProps {
  restored: Restored;
  /** Labels of fields that somebody else has changed since. */
  overlaps: readonly string[];
  onDiscard: () => void;
  onTakeOther: () => void;
}

/** Says that unsaved text was brought back, and from where; and that there is another draft, where there is. */
export function RestoredNotice({ restored, overlaps, onDiscard, onTakeOther }: RestoredNoticeProps) {
  const { at, from, other } = restored;
  return (
    <Callout
      tone="info"
      role="status"
      action={
        <span className="flex flex-wrap justify-end gap-2">
          {other ? (
            <Button size="sm" onClick={onTakeOther}>
              Show the other
            </Button>
          ) : null}
          {at === null ? null : (
            <Button size="sm" onClick={onDiscard}>
              Discard
            </Button>
          )}
        </span>
      }
    >
      {at === null
        ? ''
        : `Restored what you typed ${from === 'server' ? 'in another browser ' : ''}${whenOf(at)}. It is not saved yet.`}
      {overlaps.length > 0 ? ` Someone has changed ${overlaps.join(', ')} since; you choose when you save.` : ''}
      {other ? ` You also typed something else in another browser ${whenOf(other.at)}; it is kept.` : ''}
    </Callout>
  );
}
