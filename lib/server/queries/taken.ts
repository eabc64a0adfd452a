import 'server-only';
import { isReference, type Model } from '@/lib/declare/model';
import { columnOf, linkTableOf, scopeLink, tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { restorable } from '../access';
import { sql, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';

/** Deleted rows, told by the deletion that took them: for their own sake, or along with what they hang on. */

/** What took `row` along: for each record that it hangs on, that this was deleted with it and that `of` is so of it. */
function takenWith(model: Model, row: string, of: (parent: Model, alias: string) => Sql): Sql[] {
  const alias = `${row}_d`;
  const isOf = (parent: Model) =>
    sql`${sql.ref(`${alias}.deletion`)} = ${sql.ref(`${row}.deletion`)} AND ${of(parent, alias)}`;
  const found = Object.entries(model.fields).flatMap(([name, field]) => {
    if (!isReference(field) || field.onDelete !== 'cascade') return [];
    const parent = modelNamed(field.to);
    return [
      sql`EXISTS (SELECT 1 FROM ${sql.table(tableOf(parent))} ${sql.ref(alias)} WHERE ${sql.ref(`${alias}.id`)} = ${sql.ref(`${row}.${columnOf(name, field)}`)} AND ${isOf(parent)})`,
    ];
  });
  const link = scopeLink(model);
  if (!link) return found;
  const parent = modelNamed(link.to);
  return [
    ...found,
    sql`EXISTS (SELECT 1 FROM ${sql.table(linkTableOf(model, link.name))} l JOIN ${sql.table(tableOf(parent))} ${sql.ref(alias)} ON ${sql.ref(`${alias}.id`)} = l.target_id WHERE l.source_id = ${sql.ref(`${row}.id`)} AND ${isOf(parent)})`,
  ];
}

/** The deleted `row` was deleted for its own sake. */
export function isRoot(model: Model, row: string): Sql {
  const ways = takenWith(model, row, () => sql`true`);
  return ways.length === 0 ? sql`true` : sql`NOT (${sql.join(ways, sql` OR `)})`;
}

/** The viewer may bring back the deleted `row`, or that with which it was deleted. */
export function mayBringBack(viewer: Viewer, model: Model, row: string): Sql {
  const ways = takenWith(model, row, (parent, alias) => mayBringBack(viewer, parent, alias));
  const own = restorable(viewer, model, row);
  return ways.length === 0 ? own : sql`((${isRoot(model, row)} AND ${own}) OR ${sql.join(ways, sql` OR `)})`;
}
