import 'server-only';
import type { Model } from '@/lib/declare/model';
import { columnOf, tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { getReadPool } from '../db/pool';
import { query, sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { escapeLike } from './filter';
import { readableRows } from './record';

/** Words in use in a list of words, on records that the viewer may read; the most frequent first. */
export async function wordsInUse(
  viewer: Viewer,
  model: Model,
  name: string,
  search: string,
  limit = 20,
): Promise<string[]> {
  const field = model.fields[name];
  if (field?.kind !== 'tags') throw new AppError('not_found');
  const rows = await query<{ word: string }>(
    sql`SELECT w AS word FROM ${sql.table(tableOf(model))} t, unnest(t.${sql.ref(columnOf(name, field))}) w
      WHERE w ILIKE ${`%${escapeLike(search.trim())}%`} AND ${readableRows(viewer, model, 't')}
      GROUP BY w ORDER BY count(*) DESC, w LIMIT ${limit}`,
    getReadPool(),
  );
  return rows.map(({ word }) => word);
}
