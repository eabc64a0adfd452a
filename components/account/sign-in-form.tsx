'use client';

import Link from 'next/link';
import { useRef } from 'react';
import { ActionForm } from './action-form';
import { DemoAccounts, type DemoAccount } from './demo-accounts';
import { entranceLinkClass } from './entrance';
import type { FormAction } from './form-state';
import { TextField } from './text-field';

interface SignInFormProps {
  action: FormAction;
  /** The path to go to afterwards. */
  next: string;
  /** Fixed when the link that led here is for one address. */
  email?: string;
  demo: { password: string; accounts: readonly DemoAccount[] } | null;
}

export function SignInForm({ action, next, email = '', demo }: SignInFormProps) {
  const box = useRef<HTMLDivElement>(null);

  function fill(account: DemoAccount) {
    const form = box.current?.querySelector('form');
    const set = (name: string, value: string) => {
      const input = form?.elements.namedItem(name);
      if (input instanceof HTMLInputElement) input.value = value;
    };
    set('email', account.email);
    set('password', demo?.password ?? '');
    form?.requestSubmit();
  }

  return (
    <div ref={box} className="flex flex-col gap-6">
      <ActionForm action={action} submitLabel="Sign in" hidden={{ next }} isWide>
        {(state) => (
          <>
            <TextField
              state={state}
              name="email"
              label="E-mail"
              type="email"
              autoComplete="username"
              inputMode="email"
              defaultValue={email}
              // The page has one purpose; typing can start at once.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={email === ''}
              required
            />
            <TextField
              state={state}
              name="password"
              label="Password"
              type="password"
              autoComplete="current-password"
              required
            />
          </>
        )}
      </ActionForm>
      <p className="-mt-3 text-sm">
        <Link href="/forgot-password" className={entranceLinkClass}>
          Forgot your password?
        </Link>
      </p>
      {demo ? <DemoAccounts accounts={demo.accounts} password={demo.password} onChoose={fill} /> : null}
    </div>
  );
}
