import 'server-only';
import { AppError, invalid } from '@/lib/errors';
import { findAccount } from '@/lib/server/queries/account';
import { findMethods } from '@/lib/server/queries/two-factor';
import { clearAttempts, limit } from '@/lib/server/rate-limit';
import type { UserViewer } from '@/lib/server/viewer';
import { hashBackupCode, readShortCode } from './codes';
import { checkPassword } from './password';
import { takeCode, type CodeSource } from './second-factor';

/** With what somebody who is signed in can show that it is them. Neither: by single sign-on, and without a second factor yet. */
export type Proofs = { password: boolean; app: boolean; mail: boolean };

export async function findProofs(userId: string): Promise<Proofs> {
  const [account, methods] = await Promise.all([findAccount(userId), findMethods(userId)]);
  if (!account) throw new AppError('not_found');
  const has = (wanted: string) => methods.some(({ kind }) => kind === wanted);
  return { password: account.password_hash !== null, app: has('app'), mail: has('mail') };
}

/**
 * Makes sure that it is the person themselves, not somebody at their open browser, by their password or a code of theirs, which
 * is used up. Somebody who has neither is asked for nothing.
 * @throws AppError invalid: proof; too_many_requests.
 */
export async function proveIdentity(viewer: UserViewer, typed: string): Promise<void> {
  const proofs = await findProofs(viewer.id);
  const hasFactor = proofs.app || proofs.mail;
  if (!proofs.password && !hasFactor) return;
  if (!typed.trim()) throw invalid('proof', 'required', `Enter ${nameOf(proofs)}.`);
  if (hasFactor) {
    const isShort = readShortCode(typed) !== null;
    const sources: CodeSource[] = isShort ? ['app', 'mail'] : hashBackupCode(typed) ? ['backup'] : [];
    for (const source of sources.filter((source) => source === 'backup' || proofs[source]))
      if (await isCode(viewer, source, typed)) return;
    // No password is as short as that.
    if (isShort) throw invalid('proof', 'wrong', 'This code is wrong, was used before, or is too old.');
  }
  await limit('password-user', viewer.id);
  const account = await findAccount(viewer.id);
  if (!(await checkPassword(account?.password_hash ?? null, typed.slice(0, 1000))))
    throw invalid('proof', 'wrong', `This is not ${nameOf(proofs)}.`);
  await clearAttempts('password-user', viewer.id);
}

async function isCode(viewer: UserViewer, source: CodeSource, typed: string): Promise<boolean> {
  try {
    await takeCode(viewer.id, source, typed, viewer);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return false;
    throw error;
  }
}

const nameOf = ({ password, app, mail }: Proofs): string =>
  [password ? 'your password' : '', app || mail ? 'a code of yours' : ''].filter(Boolean).join(' or ');
