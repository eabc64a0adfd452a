import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { isUuid } from '@/lib/declare/kinds/reference';
import { invalid } from '@/lib/errors';
import {
  endAccessToken,
  findAccessTokens,
  insertAccessToken,
  type AccessTokenRow,
} from '@/lib/server/queries/access-token';
import { findAccountByEmail } from '@/lib/server/queries/account';
import { systemViewer, type Viewer } from '@/lib/server/viewer';

export type { AccessTokenRow };

/** How long a token works after its last use, in days (the MATLAB client counts on exactly 365). */
export const tokenLifetimeDays = 365;

const prefix = 'sulcus_';
const shape = /^sulcus_[A-Za-z0-9_-]{43}$/;

/** SHA-256 of a token; null for text that cannot be one. */
export function hashToken(token: string): Buffer<ArrayBuffer> | null {
  return shape.test(token) ? createHash('sha256').update(token).digest() : null;
}

/** A new token with its text, which exists nowhere else and is shown once. */
export type CreatedToken = AccessTokenRow & { token: string };

/**
 * Makes a personal access token of 256 random bits.
 * @throws AppError invalid: name, or email when nobody has that address.
 */
export async function createToken(
  { name, ...owner }: ({ userId: string } | { email: string }) & { name: string },
  viewer: Viewer = systemViewer('create token'),
): Promise<CreatedToken> {
  const title = name.trim();
  if (!title) throw invalid('name', 'required', 'Name the token after what will use it, such as “Analysis pipeline”.');
  if (title.length > 100) throw invalid('name', 'too-long', 'Use at most 100 characters.');
  const userId = 'userId' in owner ? owner.userId : (await findAccountByEmail(owner.email))?.id;
  if (userId === undefined) throw invalid('email', 'unknown', 'Nobody has an account with this e-mail address.');

  const { token, ...parts } = newTokenParts();
  const expires_at = new Date(Date.now() + tokenLifetimeDays * 86_400_000);
  const row = await insertAccessToken({ ...parts, user_id: userId, name: title, expires_at }, viewer);
  return { ...row, token };
}

/** The text of a new token with what is kept of it. */
export function newTokenParts(): { token: string; id: string; hash: Buffer<ArrayBuffer>; hint: string } {
  const token = prefix + randomBytes(32).toString('base64url');
  return { token, id: v7(), hash: createHash('sha256').update(token).digest(), hint: token.slice(-4) };
}

/** A user's tokens that work, the newest first. */
export function listTokens(userId: string): Promise<AccessTokenRow[]> {
  return findAccessTokens(userId);
}

/** Ends a token at once; false when the user has no such token. */
export async function revokeToken(userId: string, tokenId: string, viewer: Viewer): Promise<boolean> {
  return isUuid(tokenId) && (await endAccessToken(userId, tokenId, viewer));
}
