import 'server-only';
import { getPrisma } from '@/lib/server/db/prisma';
import { queryOne, query, sql } from '@/lib/server/db/sql';
import type { Viewer } from '@/lib/server/viewer';
import { audit } from './account';

export type NewPasswordReset = { hash: Buffer; userId: string; epoch: number; lifetimeMinutes: number };

/** Keeps the hash of a mailed link. Links that are over are forgotten. */
export async function insertPasswordReset({ hash, userId, epoch, lifetimeMinutes }: NewPasswordReset): Promise<void> {
  await query(sql`DELETE FROM password_reset WHERE expires_at < now()`);
  await query(
    sql`INSERT INTO password_reset (hash, user_id, epoch, expires_at)
      VALUES (${hash}, ${userId}::uuid, ${epoch}, now() + make_interval(mins => ${lifetimeMinutes}))`,
  );
}

/** Whose password a link may set. */
export type PasswordResetRow = { user_id: string; email: string };

/** The owner of an open link; null when it was used, is over, the account is closed, or its sessions were ended since. */
export async function findPasswordReset(hash: Buffer): Promise<PasswordResetRow | null> {
  return queryOne<PasswordResetRow>(
    sql`SELECT r.user_id::text, u.email::text
      FROM password_reset r JOIN account a ON a.user_id = r.user_id AND a.session_epoch = r.epoch AND a.is_active
        JOIN "user" u ON u.id = r.user_id AND u.deleted_at IS NULL
      WHERE r.hash = ${hash} AND r.expires_at > now()`,
  );
}

/**
 * Sets the password of an open link's owner, ends their sessions and spends all their links; null when it is not open any more.
 * Two requests with one link set one password.
 */
export async function spendPasswordReset(
  hash: Uint8Array<ArrayBuffer>,
  passwordHash: string,
  viewer: Viewer,
): Promise<PasswordResetRow | null> {
  return getPrisma().$transaction(async (tx) => {
    const link = await tx.passwordReset.findFirst({
      where: { hash, expires_at: { gt: new Date() }, user: { deleted_at: null } },
      select: { user_id: true, epoch: true, user: { select: { email: true } } },
    });
    if (!link) return null;
    const { user_id, epoch, user } = link;
    const { count } = await tx.account.updateMany({
      where: { user_id, session_epoch: epoch, is_active: true },
      data: { password_hash: passwordHash, session_epoch: { increment: 1 } },
    });
    if (count === 0) return null;
    await tx.passwordReset.deleteMany({ where: { user_id } });
    await audit(tx, viewer, user_id, 'reset_password');
    return { user_id, email: user.email };
  });
}
