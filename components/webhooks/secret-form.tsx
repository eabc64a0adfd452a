'use client';

import { useActionState, startTransition } from 'react';
import { emptyForm, type FormAction } from '../account/form-state';
import { Button } from '../ui/button';
import { Callout } from '../ui/callout';
import { useConfirm } from '../ui/confirm';
import { NewSecret } from './new-secret';

/** Replaces the secret, after a question, and shows the new one once. */
export function SecretForm({ action }: { action: FormAction }) {
  const [state, send, isPending] = useActionState(action, emptyForm);
  const confirm = useConfirm();
  const { secret } = state.values;
  const { detail } = state.errors;
  return (
    <div className="flex max-w-2xl flex-col gap-3">
      {detail ? (
        <Callout tone="danger" role="alert">
          {detail.join(' ')}
        </Callout>
      ) : null}
      {secret ? <NewSecret secret={secret} /> : null}
      <div>
        <Button
          pending={isPending}
          onClick={() =>
            void confirm({
              title: 'Replace the secret?',
              description:
                'From now on everything is signed with the new one, what is tried again too. A receiver that still has the old one refuses it.',
              confirmLabel: 'Replace secret',
              danger: true,
            }).then((yes) => yes && startTransition(() => send(new FormData())))
          }
        >
          Replace secret
        </Button>
      </div>
    </div>
  );
}
