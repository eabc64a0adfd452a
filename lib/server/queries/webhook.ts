import 'server-only';
import { query, queryOne, sql, type Executor } from '../db/sql';
import type { ViewerRow } from './viewer';

/** Why a webhook is off, when nobody has paused it: its address is gone for good, or fails for days. */
export type OffReason = 'gone' | 'failing';

/** A webhook as its owner sees it: never its secret. */
export type WebhookRow = {
  id: string;
  name: string;
  url: string;
  events: string[];
  project_id: string | null;
  is_active: boolean;
  off_reason: OffReason | null;
  created_at: Date;
};

const columns = sql`w.id::text, w.name, w.url, w.events, w.project_id::text, w.is_active, w.off_reason, w.created_at`;

/** With the state of its last delivery and when that was last tried. */
export type ListedWebhook = WebhookRow & { last_state: string | null; last_at: Date | null };

/** A person's webhooks, in the order of their names. */
export const findWebhooks = (userId: string): Promise<ListedWebhook[]> =>
  query<ListedWebhook>(
    sql`SELECT ${columns}, d.state AS last_state, coalesce(d.at, d.created_at) AS last_at FROM webhook w
      LEFT JOIN LATERAL (SELECT d.state, d.created_at, (SELECT max(a.at) FROM webhook_attempt a WHERE a.delivery_id = d.id) AS at
        FROM webhook_delivery d WHERE d.webhook_id = w.id ORDER BY d.id DESC LIMIT 1) d ON true
      WHERE w.user_id = ${userId}::uuid ORDER BY lower(w.name), w.id`,
  );

/** A person's webhook, or null. `lock` keeps it as it is until the transaction ends. */
export const findWebhook = (userId: string, id: string, on?: Executor, lock = false): Promise<WebhookRow | null> =>
  queryOne<WebhookRow>(
    sql`SELECT ${columns} FROM webhook w WHERE w.id = ${id}::uuid AND w.user_id = ${userId}::uuid ${lock ? sql`FOR UPDATE` : sql``}`,
    on,
  );

export type WebhookValues = Pick<WebhookRow, 'name' | 'url' | 'events' | 'project_id'>;

export async function insertWebhook(
  tx: Executor,
  webhook: WebhookValues & { readonly id: string; readonly userId: string; readonly secret: Buffer },
): Promise<void> {
  await query(
    sql`INSERT INTO webhook (id, user_id, name, url, events, project_id, secret)
      VALUES (${webhook.id}, ${webhook.userId}, ${webhook.name}, ${webhook.url}, ${webhook.events}::text[], ${webhook.project_id}::uuid, ${webhook.secret})`,
    tx,
  );
}

/** How many webhooks a person has; theirs are locked against more at the same time. */
export async function countWebhooks(tx: Executor, userId: string): Promise<number> {
  await query(sql`SELECT 1 FROM account WHERE user_id = ${userId}::uuid FOR UPDATE`, tx);
  const row = await queryOne<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM webhook WHERE user_id = ${userId}::uuid`,
    tx,
  );
  return row?.count ?? 0;
}

/** Writes what its owner says. Another address starts with a clean slate. */
export async function updateWebhook(tx: Executor, id: string, values: WebhookValues): Promise<void> {
  await query(
    sql`UPDATE webhook SET name = ${values.name}, url = ${values.url}, events = ${values.events}::text[], project_id = ${values.project_id}::uuid,
        failing_since = CASE WHEN url = ${values.url} THEN failing_since END WHERE id = ${id}::uuid`,
    tx,
  );
}

/** Pauses a webhook, or turns it on with a clean slate. */
export async function switchWebhook(tx: Executor, id: string, isActive: boolean): Promise<void> {
  await query(
    sql`UPDATE webhook SET is_active = ${isActive}, off_reason = NULL, failing_since = NULL WHERE id = ${id}::uuid`,
    tx,
  );
}

/** Turns a webhook off because of how it answers; false when it is off already. */
export async function turnOff(tx: Executor, id: string, reason: OffReason): Promise<boolean> {
  const row = await queryOne(
    sql`UPDATE webhook SET is_active = false, off_reason = ${reason} WHERE id = ${id}::uuid AND is_active RETURNING id`,
    tx,
  );
  return row !== null;
}

export async function replaceSecret(tx: Executor, id: string, secret: Buffer): Promise<void> {
  await query(sql`UPDATE webhook SET secret = ${secret} WHERE id = ${id}::uuid`, tx);
}

/** Deletes a webhook with its log. */
export async function deleteWebhook(tx: Executor, id: string): Promise<void> {
  await query(sql`DELETE FROM webhook WHERE id = ${id}::uuid`, tx);
}

/** A webhook that wants an event, with its owner. */
export type ListeningWebhook = { webhook_id: string; project_id: string | null } & ViewerRow;

/** The active webhooks that want an event, of open accounts. */
export const findListening = (tx: Executor, event: string): Promise<ListeningWebhook[]> =>
  query<ListeningWebhook>(
    sql`SELECT w.id::text AS webhook_id, w.project_id::text, u.id::text, u.number, u.email::text, u.first_name, u.last_name, a.is_superuser
      FROM webhook w JOIN "user" u ON u.id = w.user_id AND u.deleted_at IS NULL JOIN account a ON a.user_id = u.id AND a.is_active
      WHERE w.is_active AND ${event} = ANY(w.events) ORDER BY w.id`,
    tx,
  );
