import 'server-only';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { getReadPool } from '../../db/pool';
import { queryPlanned, sql, type Sql } from '../../db/sql';

/** Trigram indexes know nothing of shorter words. */
export const indexedLength = 3;

/** How many rows of all the planner expects to fit each condition. It is asked, for to count them would take longer than to search. */
export async function expectedRows(asked: readonly (readonly [Model, Sql])[]): Promise<number[]> {
  const each = asked.map(([model, condition]) => sql`SELECT 1 FROM ${sql.table(tableOf(model))} t WHERE ${condition}`);
  type Node = { 'Plan Rows': number; Plans?: Node[] };
  const [row] = await queryPlanned<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    sql`EXPLAIN (FORMAT JSON) ${sql.join(each, sql` UNION ALL `)}`,
    getReadPool(),
  );
  const plan = row?.['QUERY PLAN'][0].Plan;
  const nodes = each.length > 1 ? (plan?.Plans ?? []) : plan ? [plan] : [];
  // A plan of another form tells nothing of the parts: then they count as frequent.
  return nodes.length === each.length ? nodes.map((node) => node['Plan Rows']) : each.map(() => Infinity);
}
