'use client';

import { Callout } from '@/components/ui/callout';
import { ActionForm } from './action-form';
import type { FormAction } from './form-state';
import { TextField } from './text-field';

/** Asks for a mailed link. The action answers the address as `sent`, whoever it belongs to. */
export function ForgotForm({ action, isMailSent }: { action: FormAction; isMailSent: boolean }) {
  return (
    <ActionForm
      action={action}
      submitLabel={isMailSent ? 'Mail me a link' : 'Ask for a link'}
      isWide
      result={({ values }) =>
        values.sent ? (
          <Callout tone="success" role="status" title={isMailSent ? 'Look into your mail' : 'Ask an administrator'}>
            If <span className="break-all">{values.sent}</span> has an account here, a link{' '}
            {isMailSent ? 'is on its way' : 'is ready, and an administrator of this server can pass it on'}. It works
            once, for an hour.
          </Callout>
        ) : null
      }
    >
      {(state) => (
        <TextField
          state={state}
          name="email"
          label="E-mail"
          type="email"
          autoComplete="username"
          inputMode="email"
          // The page has one purpose; typing can start at once.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          required
        />
      )}
    </ActionForm>
  );
}
