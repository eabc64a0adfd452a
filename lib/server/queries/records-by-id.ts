import 'server-only';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { query, sql, type Executor } from '../db/sql';
import { idsAre } from '../operations/get';
import type { Viewer } from '../viewer';
import { readableRows, recordJson, type Shape } from './record';

/** Records by their ids, as the viewer may see them; those out of their sight are missing. */
export async function recordsById(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  ids: readonly string[],
  shape: Shape = {},
): Promise<Map<string, AnyRecord>> {
  if (ids.length === 0) return new Map();
  const rows = await query<{ record: AnyRecord }>(
    sql`SELECT ${recordJson(viewer, model, 't', shape)} AS record FROM ${sql.table(tableOf(model))} t
      WHERE ${idsAre(model, 't', ids)} AND ${readableRows(viewer, model, 't')}`,
    tx,
  );
  return new Map(rows.map(({ record }) => [String(record.id), record]));
}
