import 'server-only';
import { v7 } from 'uuid';
import { parseInput, schemaOf } from '@/lib/declare/parse';
import type { Problem } from '@/lib/declare/problem';
import { AppError, invalid } from '@/lib/errors';
import { user } from '@/lib/models/user';
import { changeAccount, findAccount, insertAccount, type AccountRow } from '@/lib/server/queries/account';
import { systemViewer, type Viewer } from '@/lib/server/viewer';
import { checkPassword, hashPassword, passwordProblem } from './password';

type PersonName = { first_name: string; last_name: string } | { name: string };

export type CreateUserInput = PersonName & {
  email: string;
  /** Without one the person signs in by single sign-on, or not at all. */
  password?: string;
  isSuperuser?: boolean;
  /** False for someone who merely typed the address: invitations sent to it do not become theirs. Default true. */
  isEmailProven?: boolean;
};

/**
 * Makes a user with an account.
 * @throws AppError invalid: email, first_name, last_name, password.
 */
export async function createUser(
  input: CreateUserInput,
  viewer: Viewer = systemViewer('create user'),
): Promise<AccountRow> {
  const person = { ...splitName(input), email: input.email.trim() };
  checkNewUser({ ...person, password: input.password ?? null });
  const created = await insertAccount(
    {
      id: v7(),
      ...person,
      password_hash: input.password === undefined ? null : await hashPassword(input.password),
      is_superuser: input.isSuperuser ?? false,
      isEmailProven: input.isEmailProven ?? true,
    },
    viewer,
  );
  if (!created) throw invalid('email', 'taken', 'There is already an account with this e-mail address.');
  return created;
}

/**
 * Checks what a new user needs, without looking whether the address is taken.
 * @throws AppError as `createUser`; a password of null is not checked.
 */
export function checkNewUser(input: {
  email: string;
  first_name: string;
  last_name: string;
  password: string | null;
}): void {
  const problems: Problem[] = [
    ...parseInput(user, { first_name: input.first_name, last_name: input.last_name }, 'update').problems,
  ];
  const add = (path: string, code: string, message: string) => problems.push({ path, code, message });
  if (!input.first_name.trim() && !input.last_name.trim())
    add('first_name', 'required', 'Give the name that others know you by.');
  const email = schemaOf(user.fields.email).safeParse(input.email);
  for (const { message } of email.error?.issues ?? []) add('email', 'invalid', message);
  const weak = input.password === null ? null : passwordProblem(input.password, input.email);
  if (weak) add('password', 'weak', weak);
  if (problems.length > 0) throw new AppError('invalid', { problems });
}

/** `Ana María Santos` is Ana María, Santos: the last word is the family name. People can correct it in their account. */
function splitName(input: PersonName): { first_name: string; last_name: string } {
  if (!('name' in input)) return { first_name: input.first_name.trim(), last_name: input.last_name.trim() };
  const words = input.name.trim().split(/\s+/);
  const last_name = words.length > 1 ? (words.pop() ?? '') : '';
  return { first_name: words.join(' '), last_name };
}

/**
 * Replaces a password after checking the current one; ends all sessions. Returns the account with its new session epoch.
 * @throws AppError invalid: current_password, password.
 */
export async function changePassword(
  userId: string,
  current: string,
  password: string,
  viewer: Viewer,
): Promise<AccountRow> {
  const account = existing(await findAccount(userId));
  if (account.password_hash !== null && !(await checkPassword(account.password_hash, current))) {
    throw invalid('current_password', 'wrong', 'This is not your current password.');
  }
  const problem = passwordProblem(password, account.email);
  if (problem) throw invalid('password', 'weak', problem);
  return existing(await changeAccount(userId, { password_hash: await hashPassword(password) }, viewer));
}

/** Ends every session of a user, this one too. Access tokens stay: they are revoked one by one. */
export async function signOutEverywhere(userId: string, viewer: Viewer): Promise<AccountRow> {
  return existing(await changeAccount(userId, 'sign-out-everywhere', viewer));
}

/** Closes or opens an account. Closing ends its sessions at once; its tokens are refused as long as it is closed. */
export async function setActive(userId: string, isActive: boolean, viewer: Viewer): Promise<AccountRow> {
  return existing(await changeAccount(userId, { is_active: isActive }, viewer));
}

function existing(account: AccountRow | null): AccountRow {
  if (!account) throw new AppError('not_found', { message: 'This account no longer exists.' });
  return account;
}
