import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { AppError, invalid } from '@/lib/errors';
import { sendMailLater } from '@/lib/server/mail';
import {
  findMailedCode,
  insertMailedCode,
  mailedCodeLimits,
  spendMailedCode,
  takeTry,
} from '@/lib/server/queries/mailed-code';
import { findAppSecrets, findMethods, noteMailUse, spendBackupCode, spendStep } from '@/lib/server/queries/two-factor';
import { clearAttempts, limit, returnAttempt } from '@/lib/server/rate-limit';
import type { Viewer } from '@/lib/server/viewer';
import { findStep } from './authenticator-app';
import { hashBackupCode, makeShortCode, readShortCode } from './codes';
import { hashShortCode, unseal } from './seal';

/** Where a code comes from. */
export type CodeSource = 'app' | 'mail' | 'backup';

const sources: readonly string[] = ['app', 'mail', 'backup'] satisfies CodeSource[];
const isCodeSource = (text: string): text is CodeSource => sources.includes(text);

/** Reads the source that a form names. @throws AppError invalid: source. */
export function readCodeSource(text: string): CodeSource {
  if (isCodeSource(text)) return text;
  throw invalid('source', 'choice', 'A code comes from an app, by mail, or is a backup code.');
}

const wrong: Record<CodeSource, string> = {
  app: 'This code is wrong, or was used before. Wait for the next one that the app shows.',
  mail: 'This code is wrong, was used, or is older than five minutes. Have a new one sent if need be.',
  backup: 'This is none of your backup codes, or it was used before.',
};
const required: Record<CodeSource, string> = {
  app: 'Enter the six digits that the app shows.',
  mail: 'Enter the six digits from the mail.',
  backup: 'Enter one of your backup codes: four groups of four letters and digits.',
};

/**
 * Takes a code of one of somebody's second factors, once. Limited by account; backup codes, which nobody can guess, by the
 * quarter of an hour only, so that they are left to an owner whose account is being tried.
 * @throws AppError invalid: code; too_many_requests.
 */
export async function takeCode(userId: string, source: CodeSource, typed: string, viewer: Viewer): Promise<void> {
  const isShort = source !== 'backup';
  if (!typed.trim() || (isShort && readShortCode(typed) === null)) throw invalid('code', 'required', required[source]);
  await limit('second-factor-user', userId);
  if (isShort) await limit('second-factor-day', userId);
  if (!(await takers[source](userId, typed, viewer))) throw invalid('code', 'wrong', wrong[source]);
  await clearAttempts('second-factor-user', userId);
  if (isShort) await returnAttempt('second-factor-day', userId);
}

const takers: Record<CodeSource, (userId: string, typed: string, viewer: Viewer) => Promise<boolean>> = {
  app: async (userId, typed) => {
    for (const { id, secret } of await findAppSecrets(userId)) {
      const plain = unseal(secret, id);
      if (!plain)
        console.error(`The authenticator app ${id} was set up under another NEXTAUTH_SECRET: it cannot be read.`);
      const step = plain && findStep(plain, readShortCode(typed) ?? '');
      if (step !== null && (await spendStep(id, step))) return true;
    }
    return false;
  },
  mail: async (userId, typed) => {
    if (!(await findMethods(userId)).some(({ kind }) => kind === 'mail')) return false;
    const hash = await matchMailedCode(userId, typed);
    if (!hash || !(await spendMailedCode(userId, hash))) return false;
    await noteMailUse(userId);
    return true;
  },
  backup: async (userId, typed, viewer) => {
    const hash = hashBackupCode(typed);
    return hash !== null && spendBackupCode(userId, hash, viewer);
  },
};

/** The hash of the code that is out, if `typed` is that code; counts the try. It is not spent yet. */
export async function matchMailedCode(userId: string, typed: string): Promise<Buffer | null> {
  const hash = await takeTry(userId);
  return hash && timingSafeEqual(hash, hashShortCode(readShortCode(typed) ?? '', userId)) ? hash : null;
}

/**
 * Mails a code. `purpose` ends the sentence “Somebody, hopefully you, …”.
 * @throws AppError too_many_requests within a minute of the last, and after too many in an hour.
 */
export async function mailCode(user: { id: string; email: string }, purpose: string): Promise<void> {
  await limit('code-mail-user', user.id);
  const code = makeShortCode();
  if (await insertMailedCode(user.id, hashShortCode(code, user.id)))
    return sendMailLater(codeMail(user.email, code, purpose));
  const { waitSeconds } = await findMailedCode(user.id);
  throw new AppError('too_many_requests', {
    message: `A code was sent less than a minute ago. Another can be sent in ${waitSeconds} s.`,
    data: { wait_seconds: waitSeconds },
  });
}

const codeMail = (to: string, code: string, purpose: string) => ({
  to,
  subject: 'Your code',
  text: `Somebody, hopefully you, ${purpose}.

Your code is ${code}

It works once, for ${mailedCodeLimits.lifetime / 60} minutes. If it was not you, give it to nobody and change your password.
`,
});
