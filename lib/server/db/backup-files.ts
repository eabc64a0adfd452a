import 'server-only';
import { createHash } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import { getStore } from '../storage/current';
import { isKey, previewKey } from '../storage/store';
import { previewType } from '../storage/image';

/**
 * Files follow the tables of a backup: a line that names one, then its bytes in base64 as JSON texts, a line each. The line
 * ends are those of all others, so that a file of any size passes by in pieces.
 */
export const fileSchema = z.object({
  file: z.string().refine(isKey),
  mediaType: z.string(),
  sha256: z.string(),
});
type BackupFile = z.infer<typeof fileSchema>;

const bytesAtOnce = 48_000;
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The lines of all files that the database knows of, piece by piece; one file at a time is in memory. */
export async function* fileLines(client: pg.ClientBase): AsyncGenerator<string[]> {
  const { rows } = await client.query<{ id: string; media_type: string; preview: boolean }>(
    'SELECT DISTINCT content_id::text AS id, media_type, preview FROM stored_file ORDER BY 1',
  );
  for (const { id, media_type, preview } of rows) {
    yield* linesOf(id, media_type);
    if (preview) yield* linesOf(previewKey(id), previewType);
  }
}

async function* linesOf(key: string, mediaType: string): AsyncGenerator<string[]> {
  const stream = await getStore().get(key);
  if (!stream) return console.error(`The file ${key} is missing from the store, and so from this backup.`);
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  yield [JSON.stringify({ file: key, mediaType, sha256: hashOf(bytes) } satisfies BackupFile)];
  for (let at = 0; at < bytes.byteLength; at += bytesAtOnce)
    yield [JSON.stringify(bytes.subarray(at, at + bytesAtOnce).toString('base64'))];
}

/** Puts the files of a backup into the store, each when it is whole. What is there stays: under a key nothing ever changes. */
export class FileRestorer {
  private file: BackupFile | null = null;
  private pieces: Buffer[] = [];

  /** Ends the file before. False when that one was damaged. */
  async begin(file: BackupFile | null): Promise<boolean> {
    const [before, bytes] = [this.file, Buffer.concat(this.pieces)];
    this.file = file;
    this.pieces = [];
    if (!before) return bytes.byteLength === 0;
    if (hashOf(bytes) !== before.sha256) return false;
    const store = getStore();
    if (!(await store.exists(before.file))) await store.put(before.file, bytes, before.mediaType);
    return true;
  }

  /** Takes one line of bytes. */
  add(line: string): void {
    this.pieces.push(Buffer.from(line.slice(1, -1), 'base64'));
  }
}
