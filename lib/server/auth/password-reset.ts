import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { AppError, invalid } from '@/lib/errors';
import { sendMail, sendMailLater, type Mail } from '@/lib/server/mail';
import { findAccountByEmail } from '@/lib/server/queries/account';
import { findPasswordReset, insertPasswordReset, spendPasswordReset } from '@/lib/server/queries/password-reset';
import { clearAttempts, countAttempt, limitAddress } from '@/lib/server/rate-limit';
import { systemViewer } from '@/lib/server/viewer';
import { pairOf } from './authenticate';
import { hashPassword, passwordProblem } from './password';
import { publicOrigin } from './request-origin';

const lifetimeMinutes = 60;
const over = 'This link was used, or is older than an hour. Ask for a new one.';

const hashSecret = (secret: string) => createHash('sha256').update(secret).digest();

/**
 * Mails a link that sets a new password to the owner of an address, if there is one. It answers before it is known whether there
 * is, so neither what it says nor how long it takes tells. Past the limit of an address nothing is mailed, and nothing said either.
 * @throws AppError invalid: email; too_many_requests by where the request comes from.
 */
export async function requestPasswordReset(
  input: { email: string; address: string | null },
  runLater: (work: Promise<void>) => void = (work) => void work,
): Promise<void> {
  const email = input.email.trim();
  if (!email) throw invalid('email', 'required', 'Enter your e-mail address.');
  if (email.length > 254 || !/^[^\s\0@]+@[^\s\0@]+$/.test(email))
    throw invalid('email', 'invalid', 'This is not an e-mail address.');
  await limitAddress('reset-address', input.address);
  runLater(
    mailLink(email).catch((error: unknown) =>
      console.error('A link for a new password was not sent:', error instanceof Error ? error.message : error),
    ),
  );
}

async function mailLink(email: string): Promise<void> {
  if (!(await countAttempt('reset-email', email)).allowed) return;
  const account = await findAccountByEmail(email);
  if (!account?.is_active) return;
  if (account.password_hash === null) return sendMail(noPasswordMail(account.email));
  const secret = randomBytes(32).toString('base64url');
  await insertPasswordReset({
    hash: hashSecret(secret),
    userId: account.id,
    epoch: account.session_epoch,
    lifetimeMinutes,
  });
  await sendMail(linkMail(account.email, secret));
}

/** The e-mail address whose password a link may set; null when it is no open link. */
export async function emailOfPasswordReset(secret: string): Promise<string | null> {
  return (await findPasswordReset(hashSecret(secret)))?.email ?? null;
}

/**
 * Sets the password of a mailed link, once. Ends all sessions and spends every other link; whoever has a second factor needs
 * it as before. Failed sign-ins from the same address are forgotten: the mail has shown who it is.
 * @throws AppError invalid: password; conflict when the link is not open.
 */
export async function resetPassword(input: {
  secret: string;
  password: string;
  address: string | null;
}): Promise<void> {
  const hash = hashSecret(input.secret);
  const link = await findPasswordReset(hash);
  if (!link) throw new AppError('conflict', { message: over });
  const problem = passwordProblem(input.password, link.email);
  if (problem) throw invalid('password', 'weak', problem);
  const done = await spendPasswordReset(hash, await hashPassword(input.password), systemViewer('password reset'));
  if (!done) throw new AppError('conflict', { message: over });
  await clearAttempts('sign-in-pair', pairOf(done.email, input.address));
  sendMailLater(changedMail(done.email));
}

const linkMail = (to: string, secret: string): Mail => ({
  to,
  subject: 'Choose a new password',
  text: `Somebody, hopefully you, has forgotten the password of this address at Sulcus.

Choose a new one within an hour:
${publicOrigin()}/reset-password?token=${secret}

If it was not you, ignore this mail: the password stays as it is.
`,
});

const noPasswordMail = (to: string): Mail => ({
  to,
  subject: 'Your account has no password',
  text: `Somebody, hopefully you, has asked for a new password of this address at Sulcus. Its account has none: sign in by single sign-on.

${publicOrigin()}/sign-in

If that does not work, ask the administrator.
`,
});

const changedMail = (to: string): Mail => ({
  to,
  subject: 'Your password was changed',
  text: `The password of your account at Sulcus was changed by a mailed link, and you were signed out everywhere.

If it was not you, somebody reads your mail: secure that first, then choose another password here:
${publicOrigin()}/forgot-password
`,
});
