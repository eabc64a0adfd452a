import 'server-only';
import { query, queryOne, sql, type Executor } from '../db/sql';

/** What is known of a stored file. */
export type StoredFile = {
  readonly id: string;
  readonly content_id: string;
  /** The record and the field that it belongs to; null while it waits to be saved with one. */
  readonly model: string | null;
  readonly record_id: string | null;
  readonly field: string | null;
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly preview: boolean;
  readonly created_by: string;
};

const columns = sql`f.id::text, f.content_id::text, f.model, f.record_id::text, f.field, f.name, f.media_type, f.bytes, encode(f.sha256, 'hex') AS sha256, f.width, f.height, f.preview, f.created_by::text`;

/** Notes an upload, which belongs to no record yet. */
export async function insertStoredFile(
  file: Omit<StoredFile, 'content_id' | 'model' | 'record_id' | 'field'>,
): Promise<void> {
  await query(
    sql`INSERT INTO stored_file (id, content_id, name, media_type, bytes, sha256, width, height, preview, created_by)
      VALUES (${file.id}, ${file.id}, ${file.name}, ${file.media_type}, ${file.bytes}, decode(${file.sha256}, 'hex'), ${file.width}, ${file.height}, ${file.preview}, ${file.created_by})`,
  );
}

/** The files with these ids. Asked within a transaction, they stay until its end. */
export function findStoredFiles(ids: readonly string[], tx?: Executor): Promise<StoredFile[]> {
  const lock = tx ? sql` FOR NO KEY UPDATE` : sql``;
  return query<StoredFile>(
    sql`SELECT ${columns} FROM stored_file f WHERE f.id = ANY(${[...ids]}::uuid[]) ORDER BY f.id${lock}`,
    tx,
  );
}

export type FilePlace = { readonly model: string; readonly recordId: string; readonly field: string };

/** Gives files that waited to a record. */
export async function attachStoredFiles(
  tx: Executor,
  ids: readonly string[],
  { model, recordId, field }: FilePlace,
): Promise<void> {
  await query(
    sql`UPDATE stored_file SET model = ${model}, record_id = ${recordId}::uuid, field = ${field} WHERE id = ANY(${[...ids]}::uuid[]) AND record_id IS NULL`,
    tx,
  );
}

/** Makes a file of a record out of that of another one; both share the bytes. */
export async function copyStoredFile(
  tx: Executor,
  from: string,
  { model, recordId, field }: FilePlace,
  copy: { readonly id: string; readonly by: string },
): Promise<void> {
  await query(
    sql`INSERT INTO stored_file (id, content_id, model, record_id, field, name, media_type, bytes, sha256, width, height, preview, created_by)
      SELECT ${copy.id}::uuid, content_id, ${model}, ${recordId}::uuid, ${field}, name, media_type, bytes, sha256, width, height, preview, ${copy.by}::uuid FROM stored_file WHERE id = ${from}::uuid`,
    tx,
  );
}

/** Bytes of somebody's uploads that belong to no record yet. */
export async function waitingBytes(userId: string): Promise<number> {
  const row = await queryOne<{ bytes: string }>(
    sql`SELECT coalesce(sum(bytes), 0)::text AS bytes FROM stored_file WHERE created_by = ${userId} AND record_id IS NULL`,
  );
  return Number(row?.bytes ?? 0);
}

/** Uploads older than `days` that neither a record nor a draft has, locked for whoever removes them; a few at a time. */
export function findAbandoned(tx: Executor, days: number, limit: number): Promise<StoredFile[]> {
  return query<StoredFile>(
    sql`SELECT ${columns} FROM stored_file f WHERE f.record_id IS NULL AND f.created_at < now() - make_interval(days => ${days})
        AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.user_id = f.created_by AND strpos(d.content, f.id::text) > 0)
      ORDER BY f.created_at LIMIT ${limit} FOR UPDATE OF f SKIP LOCKED`,
    tx,
  );
}

export async function deleteStoredFiles(tx: Executor, ids: readonly string[]): Promise<void> {
  await query(sql`DELETE FROM stored_file WHERE id = ANY(${[...ids]}::uuid[]) AND record_id IS NULL`, tx);
}
