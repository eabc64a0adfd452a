'use client';

import { ActionForm } from './action-form';
import type { FormAction } from './form-state';
import { TextField } from './text-field';

/** Takes the code that a program shows. */
export function CodeForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} submitLabel="Continue">
      {(state) => (
        <div className="max-w-60">
          <TextField
            state={state}
            name="code"
            label="Code"
            placeholder="WXYZ-1234"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            required
          />
        </div>
      )}
    </ActionForm>
  );
}
