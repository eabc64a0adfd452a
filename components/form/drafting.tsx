'use client';

import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { onDemand } from '../ui/on-demand';
import { hasDrafts } from './draft-name';
import type { SignInAgainAction } from './sign-in-again';

type Drafting = {
  /** Whose drafts are kept; null where nobody is signed in. */
  readonly owner: string | null;
  /** Asks to sign in again, without leaving the page; answers whether that was done. */
  readonly signInAgain: () => Promise<boolean>;
};

const Context = createContext<Drafting>({ owner: null, signInAgain: () => Promise.resolve(false) });

/** Whose drafts the forms of this page keep, and what helps when the sign-in has ended. */
export const useDrafting = (): Drafting => useContext(Context);

const SignInAgain = onDemand(async () => (await import('./sign-in-again')).SignInAgain);

interface DraftingProviderProps {
  user: { readonly id: string; readonly email: string };
  signIn: SignInAgainAction;
  children: ReactNode;
}

/** Around all pages of somebody signed in: sends drafts that are left from earlier visits, and asks to sign in again. */
export function DraftingProvider({ user, signIn, children }: DraftingProviderProps) {
  const { id: owner, email } = user;
  const [isAsking, setAsking] = useState(false);
  const waiting = useRef<((isSignedIn: boolean) => void)[]>([]);

  useEffect(() => {
    // A form that opens meanwhile sees to its own draft.
    const send = () => {
      if (hasDrafts(owner))
        void import('./open-drafts').then(({ sendWaiting }) => sendWaiting(owner)).catch(() => undefined);
    };
    send();
    window.addEventListener('online', send);
    return () => window.removeEventListener('online', send);
  }, [owner]);

  const drafting = useMemo<Drafting>(
    () => ({
      owner,
      signInAgain: () =>
        new Promise((resolve) => {
          waiting.current.push(resolve);
          setAsking(true);
        }),
    }),
    [owner],
  );

  function onDone(isSignedIn: boolean) {
    setAsking(false);
    const resolvers = waiting.current;
    waiting.current = [];
    for (const resolve of resolvers) resolve(isSignedIn);
    if (isSignedIn) void import('./open-drafts').then(({ wakeDrafts }) => wakeDrafts());
  }

  return (
    <Context value={drafting}>
      {children}
      {isAsking ? <SignInAgain owner={owner} email={email} action={signIn} onDone={onDone} /> : null}
    </Context>
  );
}
