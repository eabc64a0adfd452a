import 'server-only';
import { findAccountByEmail, noteSignIn, type AccountRow } from '@/lib/server/queries/account';
import { addressCounter, clearAttempts, limit, limitAddress, returnAttempt } from '@/lib/server/rate-limit';
import { checkPassword, verifyHash } from './password';

/** Said to everyone who does not get in, whatever the reason. */
export const refusal = 'The e-mail address and the password do not belong together.';

/**
 * The account of an e-mail address and its password. An unknown address, a wrong password and a closed account all give
 * null, after the same work. Limited by account and address, by account, and by address.
 * @throws AppError too_many_requests
 */
export async function authenticate(
  credentials: { email: string; password: string; address: string | null },
  verifyWith = verifyHash,
): Promise<AccountRow | null> {
  const email = credentials.email.trim();
  const { key: address, factor } = addressCounter(credentials.address);
  const pair = `${email} ${address}`;
  await limitAddress('sign-in-address', credentials.address);
  await limit('sign-in-pair', pair);
  await limit('sign-in-account', email);

  // Text that no address can be never reaches the database, which refuses NUL.
  const account = email.length <= 254 && !email.includes('\0') ? await findAccountByEmail(email) : null;
  const isRight = await checkPassword(account?.password_hash ?? null, credentials.password.slice(0, 1000), verifyWith);
  if (!account || !isRight || !account.is_active) return null;

  await Promise.all([
    clearAttempts('sign-in-pair', pair),
    returnAttempt('sign-in-account', email),
    returnAttempt('sign-in-address', address, factor),
    noteSignIn(account.id),
  ]);
  return account;
}
