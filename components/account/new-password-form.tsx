'use client';

import { ActionForm } from './action-form';
import type { FormAction } from './form-state';
import { TextField } from './text-field';

interface NewPasswordFormProps {
  action: FormAction;
  /** The secret of the mailed link. */
  token: string;
  email: string;
}

/** Sets a password by a mailed link. */
export function NewPasswordForm({ action, token, email }: NewPasswordFormProps) {
  return (
    <ActionForm action={action} submitLabel="Set password" hidden={{ token }} isWide>
      {(state) => (
        <>
          {/* Tells password managers whose password it is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <TextField
            state={state}
            name="password"
            label="New password"
            type="password"
            autoComplete="new-password"
            help="At least 10 characters. A few unrelated words are easy to remember."
            // The page has one purpose; typing can start at once.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            required
          />
        </>
      )}
    </ActionForm>
  );
}
