import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords';

/** Limits of a password in characters; also stated by the forms. */
export const passwordLimits = { min: 10, max: 200 } as const;

// Argon2id (the library's default) with the parameters that OWASP recommends: 19 MiB, 2 passes, 1 lane.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// Keyboards write the same letter in different code points; without this one could not sign in from another machine.
const normalised = (password: string) => password.normalize('NFKC');

/** Argon2id of a password, in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), parameters);
}

/** Whether a password belongs to a hash. */
export type VerifyHash = (phc: string, password: string) => Promise<boolean>;

export const verifyHash: VerifyHash = (phc, password) => verify(phc, normalised(password));

let dummy: Promise<string> | undefined;

/**
 * Whether `password` belongs to `phc`; false for null. Always does the same work: without a hash, that of a password
 * nobody has is verified, so that the time does not tell whether an account exists.
 */
export async function checkPassword(phc: string | null, password: string, verifyWith = verifyHash): Promise<boolean> {
  const isRight = await verifyWith(phc ?? (await (dummy ??= hashPassword(crypto.randomUUID()))), password);
  return phc !== null && isRight;
}

/** Why a new password is not accepted, as a sentence that says what to do; null when it is. */
export function passwordProblem(password: string, email: string): string | null {
  const length = [...password].length;
  if (length < passwordLimits.min) return `Use at least ${passwordLimits.min} characters; these are ${length}.`;
  if (length > passwordLimits.max) return `Use at most ${passwordLimits.max} characters.`;
  const plain = normalised(password).toLowerCase();
  if (
    email &&
    (plain === email.toLowerCase() || plain.replace(/[\d\W_]+$/, '') === email.toLowerCase().split('@')[0])
  ) {
    return 'Choose something other than your e-mail address.';
  }
  if (new Set(plain).size < 4) return 'Use more different characters.';
  const stem = plain.replace(/[^\p{L}]+$/u, '');
  if (commonPasswords.has(plain) || commonPasswords.has(stem)) {
    return 'This password is among the first that are tried. A few unrelated words are harder to guess.';
  }
  return null;
}
