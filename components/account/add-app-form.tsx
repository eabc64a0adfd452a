'use client';

import { useState } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { ActionForm } from './action-form';
import { BackupCodes } from './backup-codes';
import type { FormAction, FormState } from './form-state';
import { ProofField, type Proofs } from './proof-field';
import { QrCode } from './qr-code';
import { TextField } from './text-field';

/** A secret to take into an app, and what brings it back to the server. */
export interface Offer {
  sealed: string;
  secret: string;
  uri: string;
}

interface AddAppFormProps {
  /** Answers the offer that was refused as values, or `codes` (one a line) when the first method was added. */
  action: FormAction;
  offer: Offer;
  proofs: Proofs;
  next: string;
  isWide?: boolean;
}

export function AddAppForm({ action, offer: made, proofs, next, isWide = false }: AddAppFormProps) {
  // The page offers another secret whenever it is made anew; the one that was scanned stays.
  const [first] = useState(made);
  return (
    <ActionForm
      action={action}
      submitLabel="Add the app"
      hidden={{ next }}
      isWide={isWide}
      result={({ values }) =>
        values.codes ? <BackupCodes codes={values.codes.split('\n')} next={next} nextLabel="I have kept them" /> : null
      }
    >
      {(state) => {
        const offer = offerIn(state) ?? first;
        return (
          <>
            <input type="hidden" name="sealed" value={offer.sealed} />
            <SecretToScan offer={offer} />
            <div className="flex max-w-sm flex-col gap-4">
              <TextField
                state={state}
                name="code"
                label="Code that the app shows"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={10}
                required
              />
              <TextField
                state={state}
                name="name"
                label="Name"
                defaultValue="Authenticator app"
                help="So that you know later which phone it is on."
                autoComplete="off"
                maxLength={100}
                required
              />
              <ProofField state={state} proofs={proofs} />
            </div>
          </>
        );
      }}
    </ActionForm>
  );
}

function SecretToScan({ offer }: { offer: Offer }) {
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-3">
      <QrCode text={offer.uri} label="QR code of the secret" />
      <div className="flex max-w-sm min-w-0 flex-1 basis-56 flex-col gap-2">
        <p>Scan it with your authenticator app. It then shows a code of six digits, another one every half a minute.</p>
        <p className="text-sm text-muted-foreground">Or type the secret into the app, based on time:</p>
        <div className="flex items-center gap-2">
          <code className="min-w-0 rounded border bg-surface px-2 py-1 font-mono text-sm select-all">
            {offer.secret.replace(/(.{4})(?!$)/g, '$1 ')}
          </code>
          <CopyButton text={offer.secret} label="Copy secret" />
        </div>
      </div>
    </div>
  );
}

/** The offer of a form that was refused: the page may have been made anew around it. */
function offerIn({ values }: FormState): Offer | null {
  const { sealed, secret, uri } = values;
  return sealed && secret && uri ? { sealed, secret, uri } : null;
}
