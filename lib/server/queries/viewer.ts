import 'server-only';
import type { QueryConfig } from 'pg';
import { translateDatabaseError } from '@/lib/server/db/errors';
import { getPool } from '@/lib/server/db/pool';

/** What a viewer is made of. */
export type ViewerRow = {
  id: string;
  number: number;
  email: string;
  first_name: string;
  last_name: string;
  is_superuser: boolean;
};

const columns = 'u.id, u.number, u.email, u.first_name, u.last_name, a.is_superuser';
const people = '"user" u JOIN account a ON a.user_id = u.id AND a.is_active AND u.deleted_at IS NULL';

/** The user of a login cookie, and whether they have a second factor. */
export type SessionRow = ViewerRow & { has_two_factor: boolean };

/** The user of a login cookie; null when the account is gone or closed, or the session was ended since (its epoch is old). */
export async function viewerRowOfSession(userId: string, epoch: number): Promise<SessionRow | null> {
  return first<SessionRow>({
    name: 'viewer-of-session',
    text: `SELECT ${columns}, EXISTS (SELECT FROM two_factor_method m WHERE m.user_id = u.id) AS has_two_factor
           FROM ${people} WHERE u.id = $1 AND a.session_epoch = $2`,
    values: [userId, epoch],
  });
}

/** A token's user, the token's id, and whether its last use was noted long enough ago to note it again. */
export type TokenRow = ViewerRow & { token_id: string; is_stale: boolean };

/** The user of a token, by its SHA-256; null when it is unknown, revoked or expired, or the account is gone or closed. */
export async function viewerRowOfToken(hash: Buffer): Promise<TokenRow | null> {
  return first<TokenRow>({
    name: 'viewer-of-token',
    text: `SELECT ${columns}, t.id AS token_id,
             t.last_used_at IS NULL OR t.last_used_at < now() - interval '1 minute' AS is_stale
           FROM access_token t, ${people}
           WHERE t.user_id = u.id AND t.hash = $1 AND t.revoked_at IS NULL AND t.expires_at > now()`,
    values: [hash],
  });
}

/** Notes a use of a token, which moves its expiry; once a minute at most, however many requests ask for it. */
export async function noteTokenUse(tokenId: string, lifetimeDays: number): Promise<void> {
  await getPool().query({
    name: 'note-token-use',
    text: `UPDATE access_token SET last_used_at = now(), expires_at = now() + make_interval(days => $2)
           WHERE id = $1 AND revoked_at IS NULL AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')`,
    values: [tokenId, lifetimeDays],
  });
}

/** On the way of every request: written and named by hand, so that nothing is compiled. */
async function first<Row extends ViewerRow>(statement: QueryConfig): Promise<Row | null> {
  try {
    return (await getPool().query<Row>(statement)).rows[0] ?? null;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}
