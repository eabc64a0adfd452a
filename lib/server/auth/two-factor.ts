import 'server-only';
import { v7 } from 'uuid';
import type { Problem } from '@/lib/declare/problem';
import { AppError, invalid } from '@/lib/errors';
import { findAccountByEmail } from '@/lib/server/queries/account';
import { spendMailedCode } from '@/lib/server/queries/mailed-code';
import {
  countBackupCodes,
  deleteAllMethods,
  deleteMethod,
  findMethods,
  insertMethod,
  replaceBackupCodes,
  type MethodRow,
  type NewMethod,
} from '@/lib/server/queries/two-factor';
import { systemViewer, type UserViewer, type Viewer } from '@/lib/server/viewer';
import { findStep, openOffer } from './authenticator-app';
import { hashBackupCode, makeBackupCodes, readShortCode } from './codes';
import { proveIdentity } from './proof';
import { seal } from './seal';
import { matchMailedCode } from './second-factor';
import { isTwoFactorRequired } from './two-factor-rule';
import { tellAdded, tellRemoved, tellReset } from './two-factor-mails';

const methodsMax = 10;
const nameMax = 100;

/** A person's second factors, and how many backup codes they have left. */
export async function listTwoFactor(userId: string): Promise<{ methods: MethodRow[]; codesLeft: number }> {
  const [methods, codesLeft] = await Promise.all([findMethods(userId), countBackupCodes(userId)]);
  return { methods, codesLeft };
}

/**
 * A new method. The first one ends every session, so this browser needs one with the new epoch, and brings backup codes, which
 * exist nowhere else and are shown once.
 */
export type AddedMethod = { epoch: number; codes: string[] | null };

/**
 * Adds an authenticator app whose first code is right. `sealed` is what `offerApp` has made.
 * @throws AppError invalid: name, code, proof, sealed; conflict; too_many_requests.
 */
export async function addApp(
  viewer: UserViewer,
  { sealed, name, code, proof }: { sealed: string; name: string; code: string; proof: string },
): Promise<AddedMethod> {
  const problems: Problem[] = [];
  if (!name.trim()) problems.push(problem('name', 'Name it after the app or the phone that it is on.'));
  if (name.trim().length > nameMax) problems.push(problem('name', `Use at most ${nameMax} characters.`));
  if (readShortCode(code) === null) problems.push(problem('code', 'Enter the six digits that the app shows.'));
  if (problems.length > 0) throw new AppError('invalid', { problems });
  const offer = openOffer(viewer.id, sealed);
  if (!offer)
    throw invalid(
      'sealed',
      'expired',
      'This secret is older than half an hour. Load the page again and scan the new one.',
    );
  const step = findStep(offer.secret, readShortCode(code) ?? '');
  if (step === null)
    throw invalid(
      'code',
      'wrong',
      'This is not the code of this secret. Wait for the next one; the clock of the phone must be right.',
    );
  await proveIdentity(viewer, proof);
  const secret = seal(offer.secret, offer.id);
  return add({ id: offer.id, user_id: viewer.id, kind: 'app', name: name.trim(), secret, last_step: step }, viewer);
}

/**
 * Adds codes by mail, after one has reached the person.
 * @throws AppError invalid: code, proof; conflict; too_many_requests.
 */
export async function addMail(
  viewer: UserViewer,
  { code, proof }: { code: string; proof: string },
): Promise<AddedMethod> {
  if (readShortCode(code) === null) throw invalid('code', 'required', 'Enter the six digits from the mail.');
  const hash = await matchMailedCode(viewer.id, code);
  if (!hash)
    throw invalid(
      'code',
      'wrong',
      'This code is wrong, was used, or is older than five minutes. Have a new one sent if need be.',
    );
  await proveIdentity(viewer, proof);
  if (!(await spendMailedCode(viewer.id, hash))) throw invalid('code', 'wrong', 'This code was used before.');
  return add({ id: v7(), user_id: viewer.id, kind: 'mail', name: viewer.email, secret: null, last_step: null }, viewer);
}

const notAdded = {
  'too-many': `You have ${methodsMax} methods. Remove one that you no longer use.`,
  there: 'You have added this one already.',
};

async function add(method: NewMethod, viewer: UserViewer): Promise<AddedMethod> {
  const codes = makeBackupCodes();
  const added = await insertMethod(method, hashesOf(codes), methodsMax, viewer);
  if (added.outcome !== 'added') throw new AppError('conflict', { message: notAdded[added.outcome] });
  tellAdded(viewer, method);
  return { epoch: added.epoch, codes: added.isFirst ? codes : null };
}

/**
 * Removes a method of one's own.
 * @throws AppError invalid: proof; not_found; conflict for the last one where the instance asks for one; too_many_requests.
 */
export async function removeMethod(viewer: UserViewer, methodId: string, proof: string): Promise<void> {
  await proveIdentity(viewer, proof);
  const outcome = await deleteMethod(viewer.id, methodId, isTwoFactorRequired(viewer.isSuperuser), viewer);
  if (outcome === 'missing') throw new AppError('not_found', { message: 'This method was removed before.' });
  if (outcome === 'last')
    throw new AppError('conflict', {
      message: 'You must have a second factor here: add another before you remove this one.',
    });
  tellRemoved(viewer);
}

/**
 * Replaces all backup codes. The new ones exist nowhere else and are shown once.
 * @throws AppError invalid: proof; conflict without a method; too_many_requests.
 */
export async function renewBackupCodes(viewer: UserViewer, proof: string): Promise<string[]> {
  await proveIdentity(viewer, proof);
  const codes = makeBackupCodes();
  if (await replaceBackupCodes(viewer.id, hashesOf(codes), viewer)) return codes;
  throw new AppError('conflict', { message: 'Backup codes stand in for a second factor: add one first.' });
}

/**
 * Removes all second factors and backup codes of somebody who has lost them, and ends their sessions. Answers how many there were.
 * @throws AppError invalid: email.
 */
export async function resetTwoFactor(
  email: string,
  viewer: Viewer = systemViewer('reset two-factor'),
): Promise<number> {
  const account = await findAccountByEmail(email.trim());
  if (!account) throw invalid('email', 'unknown', 'Nobody has an account with this e-mail address.');
  const count = await deleteAllMethods(account.id, viewer);
  tellReset(account);
  return count;
}

const problem = (path: string, message: string): Problem => ({ path, code: 'required', message });
const hashesOf = (codes: readonly string[]) => codes.map(hashBackupCode).filter((hash) => hash !== null);
