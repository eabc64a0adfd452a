'use client';

import type { FormState } from './form-state';
import { TextField } from './text-field';

/** With what somebody can show that it is them. */
export interface Proofs {
  password: boolean;
  app: boolean;
  mail: boolean;
}

/** Asks who is signed in for their password or a code, before something that matters; for nothing where there is neither. */
export function ProofField({ state, proofs }: { state: FormState; proofs: Proofs }) {
  const hasFactor = proofs.app || proofs.mail;
  if (!proofs.password && !hasFactor) return null;
  const label = proofs.password ? (hasFactor ? 'Your password, or a code' : 'Your password') : 'A code';
  const sources = [proofs.app ? 'your app' : '', proofs.mail ? 'the mail' : '', 'your backup codes'].filter(Boolean);
  return (
    <TextField
      state={state}
      name="proof"
      label={label}
      type="password"
      autoComplete={proofs.password ? 'current-password' : 'one-time-code'}
      help={hasFactor ? `A code of ${sources.join(', ').replace(/, ([^,]*)$/, ' or $1')}.` : null}
      required
    />
  );
}
