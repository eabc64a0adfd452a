import 'server-only';
import { findAccountByEmail, noteSignIn, type AccountRow } from '@/lib/server/queries/account';
import { clearAttempts, countAttempt, returnAttempt, waitMessage, type RateLimitAnswer } from '@/lib/server/rate-limit';
import { checkPassword, verifyHash } from './password';

/** Said to everyone who does not get in, whatever the reason. */
export const refusal = 'The e-mail address and the password do not belong together.';

export type SignInAnswer = { account: AccountRow } | { problem: string };

// Where no address can be believed, all share one counter per account, and a wider one for all accounts.
const anywhere = 'anywhere';
const sharedFactor = 10;

/**
 * Checks an e-mail address and a password. An unknown address, a wrong password and a closed account get the same answer
 * after the same work. Limited by account and address, by account, and by address.
 */
export async function authenticate(
  credentials: { email: string; password: string; address: string | null },
  verifyWith = verifyHash,
): Promise<SignInAnswer> {
  const email = credentials.email.trim();
  const address = credentials.address ?? anywhere;
  const factor = credentials.address === null ? sharedFactor : 1;
  const pair = `${email} ${address}`;
  const limited = firstRefused(
    await countAttempt('sign-in-address', address, factor),
    await countAttempt('sign-in-account', email),
    await countAttempt('sign-in-pair', pair),
  );
  if (limited) return { problem: waitMessage(limited.waitSeconds) };

  // Text that no address can be never reaches the database, which refuses NUL.
  const account = email.length <= 254 && !email.includes('\0') ? await findAccountByEmail(email) : null;
  const isRight = await checkPassword(account?.password_hash ?? null, credentials.password.slice(0, 1000), verifyWith);
  if (!account || !isRight || !account.is_active) return { problem: refusal };

  await Promise.all([
    clearAttempts('sign-in-pair', pair),
    returnAttempt('sign-in-account', email),
    returnAttempt('sign-in-address', address, factor),
    noteSignIn(account.id),
  ]);
  return { account };
}

function firstRefused(...answers: RateLimitAnswer[]): { waitSeconds: number } | null {
  return answers.find((answer) => !answer.allowed) ?? null;
}
