import 'server-only';
import { findAccountByEmail, noteSignIn, type AccountRow } from '@/lib/server/queries/account';
import { findMethods } from '@/lib/server/queries/two-factor';
import { addressCounter, clearAttempts, limit, limitAddress, returnAttempt } from '@/lib/server/rate-limit';
import type { Challenge } from './challenge';
import { checkPassword, verifyHash } from './password';

/** Said to everyone who does not get in, whatever the reason. */
export const refusal = 'The e-mail address and the password do not belong together.';

/** The counter of an account and an address together (`sign-in-pair`). */
export const pairOf = (email: string, address: string | null): string => `${email} ${addressCounter(address).key}`;

/** What the right password leads to: being signed in, or, with a second factor, being asked for a code first. */
export type Authenticated = { account: AccountRow; challenge: null } | { account: null; challenge: Challenge };

/**
 * What an e-mail address and its password lead to. An unknown address, a wrong password and a closed account all give null,
 * after the same work. Limited by account and address, by account, and by address.
 * @throws AppError too_many_requests
 */
export async function authenticate(
  credentials: { email: string; password: string; address: string | null },
  verifyWith = verifyHash,
): Promise<Authenticated | null> {
  const email = credentials.email.trim();
  const { key: address, factor } = addressCounter(credentials.address);
  const pair = pairOf(email, credentials.address);
  await limitAddress('sign-in-address', credentials.address);
  await limit('sign-in-pair', pair);
  await limit('sign-in-account', email);

  // Text that no address can be never reaches the database, which refuses NUL.
  const account = email.length <= 254 && !email.includes('\0') ? await findAccountByEmail(email) : null;
  const isRight = await checkPassword(account?.password_hash ?? null, credentials.password.slice(0, 1000), verifyWith);
  if (!account || !isRight || !account.is_active) return null;

  const [methods] = await Promise.all([
    findMethods(account.id),
    clearAttempts('sign-in-pair', pair),
    returnAttempt('sign-in-account', email),
    returnAttempt('sign-in-address', address, factor),
  ]);
  if (methods.length > 0)
    return { account: null, challenge: { challengedId: account.id, epoch: account.session_epoch } };
  await noteSignIn(account.id);
  return { account, challenge: null };
}
