'use client';

import { ActionForm } from './action-form';
import { BackupCodes } from './backup-codes';
import type { FormAction } from './form-state';
import { ProofField, type Proofs } from './proof-field';
import { SendCode } from './send-code';
import { TextField } from './text-field';

interface AddMailFormProps {
  /** Answers `codes` (one a line) when the first method was added. */
  action: FormAction;
  sendCode: FormAction;
  waitSeconds: number;
  email: string;
  proofs: Proofs;
  next: string;
  isWide?: boolean;
}

/** Adds codes by mail, by the first of them. */
export function AddMailForm({ action, sendCode, waitSeconds, email, proofs, next, isWide = false }: AddMailFormProps) {
  return (
    <ActionForm
      action={action}
      submitLabel="Add codes by mail"
      hidden={{ next }}
      isWide={isWide}
      before={
        <>
          <p className="max-w-prose">
            When you sign in, a code is mailed to <span className="font-medium break-all">{email}</span>. Try it now.
          </p>
          <SendCode action={sendCode} waitSeconds={waitSeconds} />
        </>
      }
      result={({ values }) =>
        values.codes ? <BackupCodes codes={values.codes.split('\n')} next={next} nextLabel="I have kept them" /> : null
      }
    >
      {(state) => (
        <div className="flex max-w-sm flex-col gap-4">
          <TextField
            state={state}
            name="code"
            label="Code from the mail"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            required
          />
          <ProofField state={state} proofs={proofs} />
        </div>
      )}
    </ActionForm>
  );
}
