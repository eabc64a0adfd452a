import 'server-only';
import { sql, type RawBuilder } from 'kysely';

/** Expressions behind `computed` fields, by name; `row` is the alias of the record's table. Each gives JSON or text. */
const computes = {
  /** Groups that the user owns, as [{id, name}] with integer ids. */
  groups_owned: (row: string) => sql`(
    SELECT coalesce(json_agg(json_build_object('id', g.number, 'name', g.name) ORDER BY g.name), '[]'::json)
    FROM group_grant m JOIN "group" g ON g.id = m.record_id AND g.live
    WHERE m.user_id = ${sql.ref(`${row}.id`)} AND m.level = 4)`,
  /** The page of an RRID in the resolver, or null. */
  rrid_url: (row: string) =>
    sql`(CASE WHEN ${sql.ref(`${row}.rrid`)} <> '' THEN 'https://scicrunch.org/resolver/' || ${sql.ref(`${row}.rrid`)} END)`,
} satisfies Record<string, (row: string) => RawBuilder<unknown>>;

export const computeNames: readonly string[] = Object.keys(computes);

/** The expression of that name over the row, to be selected as JSON. */
export function computeExpression(name: string, row: string): RawBuilder<unknown> {
  const entries: Readonly<Record<string, (row: string) => RawBuilder<unknown>>> = computes;
  const compute = entries[name];
  if (!compute) throw new Error(`Nothing computes “${name}”.`);
  return compute(row);
}
