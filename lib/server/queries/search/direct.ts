import 'server-only';
import { isRecordId } from '@/lib/declare/kinds/reference';
import type { Model } from '@/lib/declare/model';
import type { SearchQuery } from '@/lib/declare/search-query';
import { tableOf } from '@/lib/declare/tables';
import { modelAtPath } from '@/lib/models';
import { getReadPool } from '../../db/pool';
import { query, sql, type Sql } from '../../db/sql';
import type { UserViewer } from '../../viewer';
import { readableRows } from '../record';
import { ranks, type FoundOfKind } from './match';

/** The records that an id, an address or a number names, of whatever kind. */
export async function findDirectly(
  viewer: UserViewer,
  models: readonly Model[],
  { record, number }: SearchQuery,
): Promise<FoundOfKind[]> {
  const at = record?.path ? modelAtPath(record.path) : null;
  const among = record ? (record.path ? (at ? [at] : []) : models) : models.filter((model) => model.number);
  const named = (model: Model): Sql | null => {
    if (number !== null) return sql`t.number = ${number}`;
    if (!record || !isRecordId(record.id)) return null;
    if (record.id.includes('-')) return sql`t.id = ${record.id}::uuid`;
    return model.number ? sql`t.number = ${Number(record.id)}` : null;
  };
  const statements = among.flatMap((model) => {
    const condition = named(model);
    return condition
      ? [
          sql`SELECT ${sql.lit(model.name)} AS model, t.id::text FROM ${sql.table(tableOf(model))} t WHERE ${condition} AND ${readableRows(viewer, model, 't')}`,
        ]
      : [];
  });
  if (statements.length === 0) return [];
  const rows = await query<{ model: string; id: string }>(sql.join(statements, sql` UNION ALL `), getReadPool());
  return among.flatMap((model) => {
    const found = rows.flatMap(({ model: name, id }) => (name === model.name ? [{ id, rank: ranks.exact }] : []));
    return found.length > 0 ? [{ model, found, count: null }] : [];
  });
}
