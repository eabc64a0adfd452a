'use client';

import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { PasswordInput } from '../account/password-input';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { sendBeat } from './draft-transport';

export type SignInAgainAnswer =
  | { readonly ok: true }
  /** `href`: where the rest is done, in another tab. */
  | { readonly ok: false; readonly message: string; readonly href?: string };

/** Signs the same person in again. */
export type SignInAgainAction = (owner: string, email: string, password: string) => Promise<SignInAgainAnswer>;

interface SignInAgainProps {
  owner: string;
  email: string;
  action: SignInAgainAction;
  onDone: (isSignedIn: boolean) => void;
}

const inAnotherTab = '/sign-in';

/** The sign-in has ended while a form was open: it goes on here, or in another tab, and the form stays as it is. */
export function SignInAgain({ owner, email, action, onDone }: SignInAgainProps) {
  const [refusal, setRefusal] = useState<Extract<SignInAgainAnswer, { ok: false }> | null>(null);
  const [pending, setPending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  // Whoever comes back from another tab has signed in there, perhaps.
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible')
        void sendBeat(owner, 'session:new').then((answer) => answer.ok && done.current(true));
    };
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [owner]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    event.stopPropagation();
    const password = new FormData(form.current ?? undefined).get('password');
    if (pending || typeof password !== 'string') return;
    if (!password) return setRefusal({ ok: false, message: 'Enter your password.' });
    setPending(true);
    const answer = await action(owner, email, password).catch(() => ({
      ok: false as const,
      message: 'The server did not answer. Try again in a moment.',
    }));
    setPending(false);
    if (answer.ok) onDone(true);
    else setRefusal(answer);
  }

  return (
    <Dialog
      open
      keepOpen
      onOpenChange={(open) => !open && onDone(false)}
      size="sm"
      title="You were signed out"
      description="Nothing you typed is lost. Sign in again, and it is saved."
      footer={
        <>
          <Button asChild variant="ghost">
            <a href={inAnotherTab} target="_blank" rel="noopener">
              Sign in in another tab
            </a>
          </Button>
          <Button variant="primary" type="submit" form={id} pending={pending}>
            Sign in and save
          </Button>
        </>
      }
    >
      <form ref={form} id={id} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <p className="text-sm break-words">
          <span className="text-muted-foreground">As</span> {email}
        </p>
        {/* For password managers. */}
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <Field label="Password" id={`${id}-password`} errors={refusal && !refusal.href ? [refusal.message] : []}>
          <PasswordInput id={`${id}-password`} name="password" autoComplete="current-password" autoFocus />
        </Field>
        {refusal?.href ? (
          <Callout
            role="alert"
            action={
              <Button asChild size="sm">
                <a href={refusal.href} target="_blank" rel="noopener">
                  Enter the code
                </a>
              </Button>
            }
          >
            {refusal.message}
          </Callout>
        ) : null}
      </form>
    </Dialog>
  );
}
