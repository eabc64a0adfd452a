import { redirect } from 'next/navigation';

/** The address that BrainSTEM has for it. */
export default function TwoFactorAlias(): never {
  redirect('/account/two-factor');
}
