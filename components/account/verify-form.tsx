'use client';

import { ActionForm } from './action-form';
import type { FormAction } from './form-state';
import { TextField } from './text-field';

/** Where a code may come from when signing in. */
export type CodeSource = 'app' | 'mail' | 'backup';

interface VerifyFormProps {
  action: FormAction;
  source: CodeSource;
  next: string;
}

const labels: Record<CodeSource, string> = {
  app: 'Code that the app shows',
  mail: 'Code from the mail',
  backup: 'Backup code',
};

/** Takes the code that completes signing in. */
export function VerifyForm({ action, source, next }: VerifyFormProps) {
  const isShort = source !== 'backup';
  return (
    <ActionForm action={action} submitLabel="Sign in" hidden={{ source, next }} isWide>
      {(state) => (
        <TextField
          state={state}
          name="code"
          label={labels[source]}
          inputMode={isShort ? 'numeric' : 'text'}
          autoComplete={isShort ? 'one-time-code' : 'off'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={isShort ? 10 : 40}
          // The page has one purpose; typing can start at once.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          required
        />
      )}
    </ActionForm>
  );
}
