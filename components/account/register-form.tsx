'use client';

import { ActionForm } from './action-form';
import type { FormAction } from './form-state';
import { TextField } from './text-field';

interface RegisterFormProps {
  action: FormAction;
  /** Fixes the e-mail address. */
  invitation: { secret: string; email: string } | null;
}

export function RegisterForm({ action, invitation }: RegisterFormProps) {
  return (
    <ActionForm
      action={action}
      submitLabel="Make my account"
      hidden={invitation ? { invitation: invitation.secret } : {}}
      isWide
    >
      {(state) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              state={state}
              name="first_name"
              label="First name"
              autoComplete="given-name"
              // The page has one purpose; typing can start at once.
              // oxlint-disable-next-line jsx-a11y/no-autofocus
              autoFocus
              required
            />
            <TextField state={state} name="last_name" label="Last name" autoComplete="family-name" />
          </div>
          <TextField
            state={state}
            name="email"
            label="E-mail"
            type="email"
            autoComplete="username"
            defaultValue={invitation?.email}
            readOnly={invitation !== null}
            help={invitation ? 'The address that was invited.' : null}
            required
          />
          <TextField
            state={state}
            name="password"
            label="Password"
            type="password"
            autoComplete="new-password"
            help="At least 10 characters. A few unrelated words are easy to remember."
            required
          />
        </>
      )}
    </ActionForm>
  );
}
