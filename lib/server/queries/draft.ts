import 'server-only';
import { isReference, type Model } from '@/lib/declare/model';
import { columnOf, tableOf } from '@/lib/declare/tables';
import { getReadPool } from '../db/pool';
import { query, queryOne, sql, type Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { readableRows } from './record';

/** Where a draft stands, without what was typed. */
export type DraftPlace = {
  key: string;
  place: string;
  model: string;
  record_id: string | null;
  title: string;
  href: string;
};
export type DraftRow = DraftPlace & { content: string; writer: string; updated_at: Date };
export type NewDraft = DraftPlace & { content: string; writer: string; sequence: number };

/**
 * Keeps a draft and answers when that was, by the clock of the database. What the same form has written earlier comes too
 * late: the last words of a closed page may overtake what it said before.
 */
export async function upsertDraft(tx: Executor, userId: string, draft: NewDraft): Promise<Date> {
  const row = await queryOne<{ updated_at: Date }>(
    sql`INSERT INTO draft AS d (user_id, key, place, model, record_id, title, href, content, writer, sequence)
      VALUES (${userId}::uuid, ${draft.key}, ${draft.place}, ${draft.model}, ${draft.record_id}, ${draft.title}, ${draft.href}, ${draft.content}, ${draft.writer}, ${draft.sequence})
      ON CONFLICT (user_id, key) DO UPDATE SET place = excluded.place, model = excluded.model, record_id = excluded.record_id,
        title = excluded.title, href = excluded.href, content = excluded.content, writer = excluded.writer,
        sequence = excluded.sequence, updated_at = now()
      WHERE d.writer <> excluded.writer OR d.sequence < excluded.sequence RETURNING updated_at`,
    tx,
  );
  if (row) return row.updated_at;
  const kept = sql`SELECT updated_at FROM draft WHERE user_id = ${userId}::uuid AND key = ${draft.key}`;
  return (await queryOne<{ updated_at: Date }>(kept, tx))?.updated_at ?? new Date();
}

/** How many drafts a person has besides the one under `key`; theirs are locked against more at the same time. */
export async function countOtherDrafts(tx: Executor, userId: string, key: string): Promise<number> {
  await query(sql`SELECT 1 FROM account WHERE user_id = ${userId}::uuid FOR NO KEY UPDATE`, tx);
  const row = await queryOne<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM draft WHERE user_id = ${userId}::uuid AND key <> ${key}`,
    tx,
  );
  return row?.count ?? 0;
}

/** A person's drafts in the forms of one page. */
export const findDraftsAt = (userId: string, place: string): Promise<DraftRow[]> =>
  query<DraftRow>(
    sql`SELECT key, place, model, record_id, title, href, content, writer, updated_at FROM draft
      WHERE user_id = ${userId}::uuid AND place = ${place} ORDER BY key`,
  );

/** The keys of a person's drafts in the forms of several pages. */
export const findDraftKeys = (userId: string, places: readonly string[]): Promise<{ key: string; place: string }[]> =>
  query<{ key: string; place: string }>(
    sql`SELECT key, place FROM draft WHERE user_id = ${userId}::uuid AND place = ANY(${places}::text[]) ORDER BY key`,
  );

/** A person's drafts, the latest first. */
export const findDrafts = (userId: string, limit: number): Promise<(DraftPlace & { updated_at: Date })[]> =>
  query<DraftPlace & { updated_at: Date }>(
    sql`SELECT key, place, model, record_id, title, href, updated_at FROM draft
      WHERE user_id = ${userId}::uuid ORDER BY updated_at DESC, key LIMIT ${limit}`,
  );

export async function deleteDraft(userId: string, key: string): Promise<void> {
  await query(sql`DELETE FROM draft WHERE user_id = ${userId}::uuid AND key = ${key}`);
}

/** Forgets what nobody came back for. */
export async function deleteOldDrafts(days: number): Promise<void> {
  await query(sql`DELETE FROM draft WHERE updated_at < now() - make_interval(days => ${days})`);
}

/** What records hang on (the subject of a log), by their ids; nothing for kinds that hang on nothing, or on several. */
export async function parentsOf(
  viewer: Viewer,
  model: Model,
  ids: readonly string[],
): Promise<{ to: string; parents: ReadonlyMap<string, string> } | null> {
  const name = model.access.by === 'via' ? model.access.field : '';
  const field = model.fields[name];
  if (!field || !isReference(field) || ids.length === 0) return null;
  const rows = await query<{ id: string; parent: string }>(
    sql`SELECT t.id::text, ${sql.ref(`t.${columnOf(name, field)}`)}::text AS parent FROM ${sql.table(tableOf(model))} t
      WHERE t.id = ANY(${ids}::uuid[]) AND ${readableRows(viewer, model, 't')}`,
    getReadPool(),
  );
  return { to: field.to, parents: new Map(rows.map(({ id, parent }) => [id, parent])) };
}
