import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { v7 } from 'uuid';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { getEnv } from '@/lib/server/env';
import { sendMailLater } from '@/lib/server/mail';
import { findAccountByEmail, insertAccount, type AccountRow, type NewAccount } from '@/lib/server/queries/account';
import { countAttempt, limitAddress } from '@/lib/server/rate-limit';
import { systemViewer } from '@/lib/server/viewer';
import { checkNewUser } from './accounts';
import { findInvitationBySecret } from './invitations';
import { hashPassword } from './password';
import { publicOrigin } from './request-origin';

export type SignUpInput = {
  email: string;
  first_name: string;
  last_name: string;
  password: string;
  /** The secret of a mailed invitation, which fixes the e-mail address. */
  invitation: string | null;
  address: string | null;
};

/**
 * `account`: made, and may be signed in. `confirm`: a mail was sent. `ready`: one can sign in. The last two say nothing
 * about whether the address was known before: its owner gets a mail instead.
 */
export type SignUpAnswer = { outcome: 'account'; account: AccountRow } | { outcome: 'confirm' | 'ready' };

const viewer = systemViewer('sign-up');
const salt = 'sign-up';
const confirmSeconds = 86_400;
const notInvited = 'Accounts are made by invitation here. Ask someone of your lab to invite you.';

/**
 * Registers somebody, as SIGN_UP allows.
 * @throws AppError invalid: email, first_name, last_name, password; forbidden; too_many_requests.
 */
export async function signUp(input: SignUpInput): Promise<SignUpAnswer> {
  const { SIGN_UP, SMTP_URL } = getEnv();
  if (SIGN_UP === 'closed')
    throw new AppError('forbidden', { message: 'Accounts are made by the administrator here.' });
  await limitAddress('register-address', input.address);
  const invitation = input.invitation === null ? null : await findInvitationBySecret(input.invitation);
  if (!invitation && (SIGN_UP === 'invitation' || input.invitation !== null)) {
    throw new AppError('forbidden', {
      message: input.invitation === null ? notInvited : 'This invitation is no longer open. Ask for a new one.',
    });
  }

  const person = {
    email: invitation?.email ?? input.email.trim(),
    first_name: input.first_name.trim(),
    last_name: input.last_name.trim(),
  };
  checkNewUser({ ...person, password: input.password });
  const password_hash = await hashPassword(input.password);
  if (invitation) return { outcome: 'account', account: await insertInvited({ ...person, password_hash }) };

  const mayMail = (await countAttempt('register-email', person.email)).allowed;
  if (SMTP_URL) {
    const isKnown = (await findAccountByEmail(person.email)) !== null;
    const token = await encode({
      token: { ...person, password_hash },
      secret: getEnv().NEXTAUTH_SECRET,
      salt,
      maxAge: confirmSeconds,
    });
    if (mayMail) sendMailLater(isKnown ? knownMail(person.email) : confirmMail(person.email, token));
    return { outcome: 'confirm' };
  }
  // The same statement for known and unknown addresses: the unique key answers, not a question asked before.
  const created = await insertAccount(newAccount({ ...person, password_hash }, false), viewer);
  if (!created && mayMail) sendMailLater(knownMail(person.email));
  return { outcome: 'ready' };
}

const pendingSchema = z.object({
  email: z.string(),
  first_name: z.string(),
  last_name: z.string(),
  password_hash: z.string(),
});
type Pending = z.infer<typeof pendingSchema>;

/** Makes the account of a confirmation link; null when the link is not ours, older than a day, or was used. */
export async function confirmSignUp(token: string): Promise<AccountRow | null> {
  if (getEnv().SIGN_UP === 'closed') return null;
  try {
    const pending = pendingSchema.safeParse(await decode({ token, secret: getEnv().NEXTAUTH_SECRET, salt }));
    return pending.success ? await insertAccount(newAccount(pending.data, true), viewer) : null;
  } catch (error) {
    // What cannot be decrypted or has expired is no link of ours; a failing database is an error.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')) return null;
    throw error;
  }
}

async function insertInvited(pending: Pending): Promise<AccountRow> {
  const account = await insertAccount(newAccount(pending, true), viewer);
  // Who holds the secret reads the mail of this address and may know that it has an account.
  if (!account)
    throw new AppError('conflict', {
      message: 'You already have an account with this address. Sign in to answer the invitation.',
    });
  return account;
}

function newAccount({ email, first_name, last_name, password_hash }: Pending, isEmailProven: boolean): NewAccount {
  return { id: v7(), email, first_name, last_name, password_hash, is_superuser: false, isEmailProven };
}

const confirmMail = (to: string, token: string) => ({
  to,
  subject: 'Confirm your e-mail address',
  text: `Somebody, hopefully you, has registered with this address at Sulcus.

Confirm it within a day to make the account:
${publicOrigin()}/register/confirm?token=${token}

If it was not you, ignore this mail: without the confirmation there is no account.
`,
});

const knownMail = (to: string) => ({
  to,
  subject: 'You already have an account',
  text: `Somebody, hopefully you, has tried to register with this address at Sulcus. It already has an account, and nothing was changed.

Sign in here:
${publicOrigin()}/sign-in
`,
});
