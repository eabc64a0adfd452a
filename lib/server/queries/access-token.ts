import 'server-only';
import { audit } from '@/lib/server/queries/account';
import { getPrisma } from '@/lib/server/db/prisma';
import type { Viewer } from '@/lib/server/viewer';

/** A token as its owner sees it in a list: never the token or its hash. */
export type AccessTokenRow = {
  id: string;
  name: string;
  /** Its last characters. */
  hint: string;
  created_at: Date;
  last_used_at: Date | null;
  expires_at: Date;
};

const listed = { id: true, name: true, hint: true, created_at: true, last_used_at: true, expires_at: true } as const;

export type NewAccessToken = {
  id: string;
  user_id: string;
  name: string;
  hash: Uint8Array<ArrayBuffer>;
  hint: string;
  expires_at: Date;
};

/** Writes a token. The audit log gets its name, never its hash. */
export async function insertAccessToken(token: NewAccessToken, viewer: Viewer): Promise<AccessTokenRow> {
  return getPrisma().$transaction(async (tx) => {
    const row = await tx.accessToken.create({ data: token, select: listed });
    await audit(tx, viewer, token.user_id, 'create_token', undefined, { token_id: token.id, name: token.name });
    return row;
  });
}

/** A user's tokens that work, the newest first. */
export async function findAccessTokens(userId: string): Promise<AccessTokenRow[]> {
  return getPrisma().accessToken.findMany({
    where: { user_id: userId, revoked_at: null, expires_at: { gt: new Date() } },
    orderBy: [{ created_at: 'desc' }, { id: 'desc' }],
    select: listed,
  });
}

/** Ends a token of a user at once; false when they have no such token. */
export async function endAccessToken(userId: string, tokenId: string, viewer: Viewer): Promise<boolean> {
  return getPrisma().$transaction(async (tx) => {
    const ended = await tx.accessToken.updateManyAndReturn({
      where: { id: tokenId, user_id: userId, revoked_at: null },
      data: { revoked_at: new Date() },
      select: { name: true },
    });
    const name = ended[0]?.name;
    if (name === undefined) return false;
    await audit(tx, viewer, userId, 'revoke_token', { token_id: tokenId, name });
    return true;
  });
}
