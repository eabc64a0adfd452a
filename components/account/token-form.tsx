'use client';

import { CopyButton } from '@/components/ui/copy-button';
import { CodeBlock } from '@/components/ui/code-block';
import { Callout } from '@/components/ui/callout';
import { ActionForm } from './action-form';
import type { FormAction, FormState } from './form-state';
import { TextField } from './text-field';

/** Makes a token and shows it: it cannot be shown again. `example` is a command line that holds TOKEN where it belongs. */
export function TokenForm({ action, example }: { action: FormAction; example: string }) {
  return (
    <ActionForm action={action} submitLabel="Make token">
      {(state) => (
        <>
          <NewToken state={state} example={example} />
          <div className="max-w-sm">
            <TextField
              state={state}
              name="name"
              label="Name"
              placeholder="Analysis pipeline"
              help="What will use it, so that you know later whether it can go."
              autoComplete="off"
              maxLength={100}
              required
            />
          </div>
        </>
      )}
    </ActionForm>
  );
}

function NewToken({ state, example }: { state: FormState; example: string }) {
  const { token } = state.values;
  if (!token) return null;
  return (
    <Callout tone="success" role="status" title="Copy the token now. It is not shown again.">
      <div className="mt-2 flex flex-col gap-2 text-foreground">
        <div className="flex flex-wrap items-center gap-2">
          <code className="min-w-0 rounded border bg-surface px-2 py-1 font-mono text-sm break-all select-all">
            {token}
          </code>
          <CopyButton text={token} label="Copy token" showLabel />
        </div>
        <CodeBlock label="Shell" code={example.replace('TOKEN', token)} />
      </div>
    </Callout>
  );
}
