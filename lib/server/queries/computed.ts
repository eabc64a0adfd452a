import 'server-only';
import { sql, type RawBuilder } from 'kysely';
import { typeChoices } from '@/lib/vocabularies/types';

const typeLabels = JSON.stringify(
  Object.fromEntries(
    [...typeChoices('procedure'), ...typeChoices('subjectlog')].map(({ code, label }) => [code, label]),
  ),
);

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
  /** The types that a protocol is for, by their labels. */
  subtype_display: (row: string) =>
    sql`(SELECT coalesce(json_agg(coalesce(${sql.lit(typeLabels)}::json->>s.code, s.code) ORDER BY s.place), '[]'::json) FROM unnest(${sql.ref(`${row}.subtypes`)}) WITH ORDINALITY AS s(code, place))`,
} satisfies Record<string, (row: string) => RawBuilder<unknown>>;

export const computeNames: readonly string[] = Object.keys(computes);

/** The expression of that name over the row, to be selected as JSON. */
export function computeExpression(name: string, row: string): RawBuilder<unknown> {
  const entries: Readonly<Record<string, (row: string) => RawBuilder<unknown>>> = computes;
  const compute = entries[name];
  if (!compute) throw new Error(`Nothing computes “${name}”.`);
  return compute(row);
}
