'use client';

import { ActionForm } from './action-form';
import type { FormAction } from './form-state';
import { TextField } from './text-field';

interface PasswordFormProps {
  action: FormAction;
  email: string;
  /** False for someone who signs in by single sign-on only, and sets a first password. */
  hasPassword: boolean;
}

export function PasswordForm({ action, email, hasPassword }: PasswordFormProps) {
  return (
    <ActionForm
      action={action}
      submitLabel={hasPassword ? 'Change password' : 'Set password'}
      submitVariant="secondary"
    >
      {(state) => (
        <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
          {/* Tells password managers whose password it is. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          {hasPassword ? (
            <TextField
              state={state}
              name="current_password"
              label="Current password"
              type="password"
              autoComplete="current-password"
              required
            />
          ) : null}
          <TextField
            state={state}
            name="password"
            label="New password"
            type="password"
            autoComplete="new-password"
            help="At least 10 characters. A few unrelated words are easy to remember."
            required
          />
        </div>
      )}
    </ActionForm>
  );
}
