'use client';

import { startTransition, useActionState, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { emptyForm, type FormAction } from './form-state';

interface SendCodeProps {
  /** Mails a code; answers the seconds until another may be sent as `values.wait`. */
  action: FormAction;
  /** Seconds until a code may be sent, as the page was made. */
  waitSeconds: number;
  label?: string;
}

/** Has a code mailed, and another a minute later. Stands outside of the form that takes it. */
export function SendCode({ action, waitSeconds, label = 'Mail me a code' }: SendCodeProps) {
  const [state, send, pending] = useActionState(action, emptyForm);
  const [left, setLeft] = useState(waitSeconds);
  useEffect(() => {
    if (state.values.wait) setLeft(Number(state.values.wait));
  }, [state]);
  const isWaiting = left > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, [isWaiting]);

  return (
    <form
      action={send}
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending && !isWaiting) startTransition(() => send(new FormData()));
      }}
      className="flex flex-wrap items-center gap-x-3 gap-y-1"
    >
      <Button type="submit" pending={pending} aria-disabled={isWaiting || undefined}>
        {label}
      </Button>
      {/* Only what has happened is read out, not every second. */}
      {isWaiting ? <span className="text-sm text-muted-foreground tabular-nums">again in {left} s</span> : null}
      <p role="status" className="w-full text-sm text-success">
        {pending ? '' : state.done}
      </p>
      {state.errors.detail && !pending ? (
        <p role="alert" className="w-full text-sm text-danger">
          {state.errors.detail.join(' ')}
        </p>
      ) : null}
    </form>
  );
}
