import 'server-only';
import type { LogEntry } from '@/lib/declare/kinds/entries';
import type { Model } from '@/lib/declare/model';
import { columnOf, tableOf } from '@/lib/declare/tables';
import { getReadPool } from '../db/pool';
import { query, sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { readableRows } from './record';

/** How many entries a log has, and the newest of them. */
export type EntrySummary = { readonly count: number; readonly newest: LogEntry | null };

/** The summaries of logs by id, for lists, which need not read thousands of entries. Logs that the viewer can’t read have none. */
export async function entrySummaries(
  viewer: Viewer,
  model: Model,
  ids: readonly string[],
): Promise<Map<string, EntrySummary>> {
  const [name, field] = Object.entries(model.fields).find(([, one]) => one.kind === 'entries') ?? [];
  if (!name || !field || ids.length === 0) return new Map();
  const entries = sql.ref(`t.${columnOf(name, field)}`);
  const rows = await query<EntrySummary & { id: string }>(
    sql`SELECT t.id::text, jsonb_array_length(${entries}) AS count, ${entries}->0 AS newest FROM ${sql.table(tableOf(model))} t
      WHERE t.id = ANY(${[...ids]}::uuid[]) AND ${readableRows(viewer, model, 't')}`,
    getReadPool(),
  );
  return new Map(rows.map(({ id, ...summary }) => [id, summary]));
}
