import 'server-only';
import { queryOne, sql } from '../db/sql';

/** How mailed codes are limited, in seconds and in wrong tries. */
export const mailedCodeLimits = { lifetime: 300, cooldown: 60, tries: 5 } as const;

/**
 * Keeps the hash of a new code, which replaces the one before. Null: the last was sent less than a minute ago. The clock is that
 * of the database, and parallel requests get one code.
 */
export async function insertMailedCode(userId: string, hash: Buffer): Promise<{ sent_at: Date } | null> {
  const { lifetime, cooldown, tries } = mailedCodeLimits;
  return queryOne<{ sent_at: Date }>(
    sql`INSERT INTO mailed_code AS c (user_id, hash, tries_left, sent_at, expires_at)
      VALUES (${userId}::uuid, ${hash}, ${tries}, now(), now() + make_interval(secs => ${lifetime}))
      ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, tries_left = excluded.tries_left, sent_at = excluded.sent_at,
        expires_at = excluded.expires_at WHERE c.sent_at <= now() - make_interval(secs => ${cooldown})
      RETURNING sent_at`,
  );
}

/** Whether a code is out that still works, and in how many seconds another may be sent (0: now). */
export async function findMailedCode(userId: string): Promise<{ isOpen: boolean; waitSeconds: number }> {
  const row = await queryOne<{ is_open: boolean; wait: number }>(
    sql`SELECT hash IS NOT NULL AND tries_left > 0 AND expires_at > now() AS is_open,
        greatest(0, ceil(extract(epoch FROM sent_at - now()) + ${mailedCodeLimits.cooldown}))::int AS wait
      FROM mailed_code WHERE user_id = ${userId}::uuid`,
  );
  return { isOpen: row?.is_open ?? false, waitSeconds: row?.wait ?? 0 };
}

/** Counts a try, before it is known whether it is right; null when no code is open for another. */
export async function takeTry(userId: string): Promise<Buffer | null> {
  const row = await queryOne<{ hash: Buffer }>(
    sql`UPDATE mailed_code SET tries_left = tries_left - 1
      WHERE user_id = ${userId}::uuid AND hash IS NOT NULL AND tries_left > 0 AND expires_at > now() RETURNING hash`,
  );
  return row?.hash ?? null;
}

/** Takes a code, once; false when a request at the same moment has. */
export async function spendMailedCode(userId: string, hash: Buffer): Promise<boolean> {
  const row = await queryOne(
    sql`UPDATE mailed_code SET hash = NULL WHERE user_id = ${userId}::uuid AND hash = ${hash} RETURNING user_id`,
  );
  return row !== null;
}
