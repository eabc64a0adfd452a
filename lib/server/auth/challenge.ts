import 'server-only';
import { decode, encode } from 'next-auth/jwt';
import { AppError } from '@/lib/errors';
import { getEnv } from '@/lib/server/env';
import { findAccount, noteSignIn, type AccountRow } from '@/lib/server/queries/account';
import { findMethods } from '@/lib/server/queries/two-factor';
import { systemViewer } from '@/lib/server/viewer';
import { mailCode, takeCode, type CodeSource } from './second-factor';

/** How long one may take from the password to the code. */
export const challengeSeconds = 600;
// The key of the encryption is derived with it: a challenge can never be read as a session, nor a session as a challenge.
const salt = 'second-factor';

/** Says that somebody knows the password of this account, while it has this epoch. Not signed in: that takes a code too. */
export type Challenge = { challengedId: string; epoch: number };

/** An encrypted text for a cookie. */
export function writeChallenge({ challengedId, epoch }: Challenge): Promise<string> {
  const { NEXTAUTH_SECRET: secret } = getEnv();
  return encode({ token: { sub: challengedId, epoch }, secret, salt, maxAge: challengeSeconds });
}

/** Reads the text of a cookie; null when it is not ours, was changed, or is older than ten minutes. */
async function readChallenge(text: string | undefined): Promise<Challenge | null> {
  if (!text) return null;
  try {
    const token = await decode({ token: text, secret: getEnv().NEXTAUTH_SECRET, salt });
    return token?.sub && typeof token.epoch === 'number' ? { challengedId: token.sub, epoch: token.epoch } : null;
  } catch {
    // A cookie that cannot be decrypted is the same as none.
    return null;
  }
}

/** Who has to give a code now, and from where it may come. */
export type Challenged = { account: Pick<AccountRow, 'id' | 'email'>; sources: CodeSource[] };

/** Reads the challenge of a cookie; null when it is none, or the account is closed, or its password has changed since. */
export async function findChallenged(text: string | undefined): Promise<Challenged | null> {
  const account = await accountOf(await readChallenge(text));
  if (!account) return null;
  const kinds = (await findMethods(account.id)).map(({ kind }) => kind);
  const sources = (['app', 'mail'] as const).filter((kind) => kinds.includes(kind));
  return { account: { id: account.id, email: account.email }, sources: [...sources, 'backup'] };
}

/**
 * Meets a challenge by a code: only now the account may be signed in. Null: there is no challenge any more.
 * @throws AppError invalid: code; too_many_requests.
 */
export async function meetChallenge(
  text: string | undefined,
  source: CodeSource,
  code: string,
): Promise<AccountRow | null> {
  const account = await accountOf(await readChallenge(text));
  if (!account) return null;
  await takeCode(account.id, source, code, systemViewer('sign-in'));
  await noteSignIn(account.id);
  return account;
}

/**
 * Mails a code to who is challenged, if that is a method of theirs.
 * @throws AppError too_many_requests within a minute of the last.
 */
export async function mailChallengeCode({ account, sources }: Challenged): Promise<void> {
  if (sources.includes('mail')) await mailCode(account, 'signs in to Sulcus with your password');
}

async function accountOf(challenge: Challenge | null): Promise<AccountRow | null> {
  const account = challenge && (await findAccount(challenge.challengedId));
  return account?.is_active && account.session_epoch === challenge?.epoch ? account : null;
}

/** Mails a code at once to who has no other method, unless one was sent a moment ago. */
export async function greetChallenged({ challengedId }: Challenge): Promise<void> {
  const [account, methods] = await Promise.all([findAccount(challengedId), findMethods(challengedId)]);
  if (!account || methods.some(({ kind }) => kind === 'app')) return;
  try {
    await mailChallengeCode({ account, sources: ['mail'] });
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'too_many_requests')) throw error;
  }
}
