import 'server-only';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { queryOne, sql } from '../db/sql';
import { idIs } from '../operations/get';

/** The deletion that took a record, or null when it lives or never was. Who may undo it is decided by `restoreRecords`. */
export async function deletionOf(model: Model, id: string): Promise<string | null> {
  const row = await queryOne<{ deletion: string | null }>(
    sql`SELECT t.deletion::text FROM ${sql.table(tableOf(model))} t WHERE ${idIs(model, 't', id)} AND t.live IS NULL`,
  );
  return row?.deletion ?? null;
}
