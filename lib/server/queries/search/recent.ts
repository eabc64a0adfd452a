import 'server-only';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { getReadPool } from '../../db/pool';
import { query, sql } from '../../db/sql';
import type { UserViewer } from '../../viewer';
import { readableRows } from '../record';
import { amongEquals } from './match';
import { recentLinks, scopeOf } from './scope';

const consideredMax = 100;

/** What changed last of a kind with a million records: one's own first. */
export async function recentIds(viewer: UserViewer, model: Model, limit: number): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`WITH ${scopeOf(viewer, model)}, ${recentLinks(model, consideredMax)}
      SELECT t.id::text FROM recent r JOIN ${sql.table(tableOf(model))} t ON t.id = r.id
      WHERE ${readableRows(viewer, model, 't')} ORDER BY ${amongEquals(viewer, 't')} LIMIT ${limit}`,
    getReadPool(),
  );
  return rows.map(({ id }) => id);
}
