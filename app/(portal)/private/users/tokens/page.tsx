import { redirect } from 'next/navigation';

/** The address that BrainSTEM has for it, and that its clients name. */
export default function TokensAlias(): never {
  redirect('/account/tokens');
}
