import 'server-only';
import { createHash } from 'node:crypto';
import { AppError, invalid } from '@/lib/errors';
import { queryOne, query, sql, transaction, type Executor } from '../db/sql';
import type { Call } from './handler';
import { jsonText } from './respond';

/** How long a key is known, in hours. */
const lifetimeHours = 24;

type Kept = { request: Buffer; status: number; body: string; etag: string | null };

/**
 * Creates something at most once for an `Idempotency-Key`. Key and answer are written in the transaction of the creation:
 * whoever asks again, or at the same time, gets the first answer; a failure leaves no key behind. The same key with another
 * request is `unprocessable`.
 */
export async function once(
  { request, viewer }: Call,
  input: unknown,
  work: (tx?: Executor) => Promise<Response>,
): Promise<Response> {
  const key = request.headers.get('idempotency-key');
  if (key === null || viewer.kind !== 'user') return work();
  if (!/^[\x21-\x7e]{1,200}$/.test(key))
    throw invalid('Idempotency-Key', 'format', 'Expected 1 to 200 visible ASCII characters.');
  const path = new URL(request.url).pathname.replace(/\/$/, '');
  const digest = createHash('sha256')
    .update(`${path}\n${JSON.stringify(input)}`)
    .digest();
  const mine = sql`user_id = ${viewer.id} AND key = ${key}`;
  return transaction(async (tx) => {
    await query(
      sql`DELETE FROM idempotency_key WHERE user_id = ${viewer.id} AND created_at < now() - make_interval(hours => ${lifetimeHours})`,
      tx,
    );
    // Waits for a request with the same key that is under way.
    const isNew = await queryOne(
      sql`INSERT INTO idempotency_key (user_id, key, request) VALUES (${viewer.id}, ${key}, ${digest}) ON CONFLICT DO NOTHING RETURNING 1`,
      tx,
    );
    if (!isNew) {
      const kept = await queryOne<Kept>(
        sql`SELECT request, status, body, headers->>'etag' AS etag FROM idempotency_key WHERE ${mine}`,
        tx,
      );
      return repeated(kept, digest);
    }
    const response = await work(tx);
    const [body, etag] = [await response.text(), response.headers.get('etag')];
    await query(
      sql`UPDATE idempotency_key SET status = ${response.status}, body = ${body}, headers = ${JSON.stringify({ etag })}::jsonb WHERE ${mine}`,
      tx,
    );
    return jsonText(body, response.status, etag ? { ETag: etag } : {});
  });
}

function repeated(kept: Kept | null, digest: Buffer): Response {
  if (!kept) throw new AppError('conflict', { message: 'The Idempotency-Key has just expired: ask again.' });
  if (!kept.request.equals(digest))
    throw new AppError('unprocessable', {
      message: 'This Idempotency-Key was used for another request: choose a new one.',
    });
  return jsonText(kept.body, kept.status, {
    'Idempotent-Replayed': 'true',
    ...(kept.etag ? { ETag: kept.etag } : {}),
  });
}
