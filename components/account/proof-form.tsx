'use client';

import type { ButtonVariant } from '@/components/ui/button';
import { ActionForm } from './action-form';
import { BackupCodes } from './backup-codes';
import type { FormAction } from './form-state';
import { ProofField, type Proofs } from './proof-field';
import { SendCode } from './send-code';

interface ProofFormProps {
  action: FormAction;
  submitLabel: string;
  submitVariant?: ButtonVariant;
  hidden?: Readonly<Record<string, string>>;
  proofs: Proofs;
  /** For those who have codes by mail. */
  sendCode: FormAction;
  waitSeconds: number;
}

/** One button that asks who it is first. The action may answer `codes`, fresh backup codes. */
export function ProofForm({ proofs, sendCode, waitSeconds, ...form }: ProofFormProps) {
  return (
    <ActionForm
      {...form}
      before={proofs.mail ? <SendCode action={sendCode} waitSeconds={waitSeconds} /> : null}
      result={({ values }) =>
        values.codes ? (
          <BackupCodes codes={values.codes.split('\n')} next="/account/two-factor" nextLabel="I have kept them" />
        ) : null
      }
    >
      {(state) => (
        <div className="max-w-sm">
          <ProofField state={state} proofs={proofs} />
        </div>
      )}
    </ActionForm>
  );
}
