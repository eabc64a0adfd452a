import 'server-only';
import { isReference, isReferences, type Model } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { readable } from '../access';
import { query, sql, type Executor, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { catalogueRules } from './catalogue';
import { idsOf, type Draft, type LinkRule } from './link-rule';
import { recordRules } from './record-rules';
import { protocolFitsType, resourceRules } from './resources';
import { procedureFitsType, sessionRules } from './session-modules';

const shared: Readonly<Record<string, LinkRule>> = { ...sessionRules, ...catalogueRules, ...resourceRules };

/** Rules that differ by the model that they are of. */
const byModel: Readonly<Record<string, (model: string) => LinkRule>> = {
  'procedure-fits-the-type': procedureFitsType,
  'protocol-fits-the-type': protocolFitsType,
};

/** Names that a declaration may use, for the check of declarations. */
export const linkRuleNames: readonly string[] = [
  ...Object.keys(shared),
  ...Object.keys(recordRules),
  ...Object.keys(byModel),
];

function linkRulesOf(model: Model): [string, LinkRule][] {
  return (model.rules ?? []).flatMap((name): [string, LinkRule][] => {
    const rule = shared[name] ?? byModel[name]?.(model.name);
    return rule ? [[name, rule]] : [];
  });
}

/** The fields of a model that rules narrow, and those that they need for it. */
export function linkRuleFields(model: Model): { fields: string[]; needs: string[] } {
  const rules = linkRulesOf(model).map(([, rule]) => rule);
  const own = (names: readonly string[]) => [...new Set(names)].filter((name) => model.fields[name]);
  return { fields: own(rules.flatMap(({ fields }) => fields)), needs: own(rules.flatMap(({ needs }) => needs)) };
}

const isKnown = (value: unknown): boolean => idsOf(value).length > 0;

/** The rules that narrow what a field may link, given what is known of the record so far. */
const rulesFor = (model: Model, field: string, draft: Draft): LinkRule[] =>
  linkRulesOf(model).flatMap(([, rule]) =>
    rule.fields.includes(field) && rule.needs.every((need) => isKnown(draft[need])) ? [rule] : [],
  );

/** The conditions on what a field may link. */
export function narrowing(viewer: Viewer, model: Model, field: string, draft: Draft, row: string): Sql[] {
  return rulesFor(model, field, draft).flatMap((rule) => rule.where({ draft, row, viewer, field }) ?? []);
}

/** What rules offer at a field, in words, for a selector that finds nothing. */
export function offersOf(viewer: Viewer, model: Model, field: string, draft: Draft): string[] {
  return rulesFor(model, field, draft).flatMap((rule) =>
    rule.offers !== undefined && rule.where({ draft, row: 'r', viewer, field }) ? [rule.offers] : [],
  );
}

type Check = { readonly name: string; readonly field: string; readonly rule: LinkRule; readonly broken: Sql };

/** What has to be looked up of one record: for each rule and field the linked rows that break it. */
function checksOf(viewer: Viewer, model: Model, values: Draft, draft: Draft): Check[] {
  const checks: Check[] = [];
  for (const [name, rule] of linkRulesOf(model)) {
    const isTouched = [...rule.fields, ...rule.needs].some((field) => field in values);
    if (!isTouched || !rule.needs.every((need) => isKnown(draft[need]))) continue;
    for (const field of rule.fields) {
      const declared = model.fields[field];
      const ids = idsOf(draft[field]);
      if (!declared || !(isReference(declared) || isReferences(declared)) || ids.length === 0) continue;
      const target = modelNamed(declared.to);
      const where = rule.where({ draft, row: 'r', viewer, field });
      const id = ids.every((one) => one.includes('-'))
        ? sql`r.id = ANY(${ids}::uuid[])`
        : sql`r.number = ANY(${ids.map(Number)}::int[])`;
      if (where)
        checks.push({
          name,
          field,
          rule,
          broken: sql`CASE WHEN ${readable(viewer, target, 'r')} THEN ${titleSql(target, 'r')} END AS title FROM ${sql.table(tableOf(target))} r WHERE ${id} AND NOT (${where})`,
        });
    }
  }
  return checks;
}

/** Looks all of them up in one statement; the problems stand in the places of the checks. */
async function brokenBy(tx: Executor, checks: readonly Check[]): Promise<(Problem & { readonly place: number })[]> {
  if (checks.length === 0) return [];
  const wrong = await query<{ place: number; title: string | null }>(
    sql.join(
      checks.map(({ broken }, place) => sql`SELECT ${place}::int AS place, ${broken}`),
      sql` UNION ALL `,
    ),
    tx,
  );
  return wrong.flatMap(({ place, title }) => {
    const check = checks[place];
    // What others have linked stays linked, whether the writer sees it or not; its name is not for them.
    const name = title ?? 'one that you may not see';
    return check ? [{ place, path: check.field, code: check.name, message: check.rule.message(name) }] : [];
  });
}

/** A record as it will be, with what of it is written: rules that this does not touch are not asked again. */
export type CheckedRow = { readonly values: Draft; readonly draft: Draft };

/** Checks links against the rules of the model. `draft` is the whole record as it will be, ids as UUIDs. */
export async function checkLinks(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  values: Draft,
  draft: Draft,
): Promise<Problem[]> {
  return (await checkLinksOfMany(tx, viewer, model, [{ values, draft }])).flat();
}

async function checkRecord(model: Model, row: CheckedRow): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const name of model.rules ?? []) {
    const rule = recordRules[name];
    if (rule) problems.push(...(await rule(row)));
  }
  return problems;
}

const ruleOf = ({ name, field }: Check): string => `${name} ${field}`;
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Checks of one statement: each brings parameters of its own. */
const checksAtOnce = 100;

/** The same for many records. The problems of each stand in its place. */
export async function checkLinksOfMany(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly CheckedRow[],
): Promise<Problem[][]> {
  const problems = await brokenLinksOfMany(tx, viewer, model, rows);
  for (const [place, row] of rows.entries()) problems[place]?.push(...(await checkRecord(model, row)));
  return problems;
}

/** Which links of many records break a rule, many checks to a statement. The problems of each stand in its place. */
export async function brokenLinksOfMany(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly CheckedRow[],
): Promise<Problem[][]> {
  const found: { readonly problem: Problem; readonly row: number; readonly order: number }[] = [];
  // Checks of one rule together: statements of the same text are planned once.
  const all = rows
    .flatMap(({ values, draft }, row) =>
      checksOf(viewer, model, values, draft).map((check, order) => ({ check, row, order })),
    )
    .toSorted((one, other) => compare(ruleOf(one.check), ruleOf(other.check)));
  for (let from = 0; from < all.length; from += checksAtOnce) {
    const part = all.slice(from, from + checksAtOnce);
    const broken = await brokenBy(
      tx,
      part.map(({ check }) => check),
    );
    for (const { place, ...problem } of broken) {
      const { row, order } = part[place] ?? { row: 0, order: 0 };
      found.push({ problem, row, order });
    }
  }
  const problems: Problem[][] = rows.map(() => []);
  for (const { row, problem } of found.toSorted((one, other) => one.order - other.order)) problems[row]?.push(problem);
  return problems;
}

/** What a record is called in a message or a selector; types and notes are better than nothing. */
export function titleSql(model: Model, row: string): Sql {
  if (model.name === 'user')
    return sql`coalesce(nullif(trim(${sql.ref(`${row}.first_name`)} || ' ' || ${sql.ref(`${row}.last_name`)}), ''), ${sql.ref(`${row}.email`)}::text)`;
  return sql`coalesce(nullif(${sql.ref(`${row}.${model.title}`)}::text, ''), ${sql.lit(model.label)})`;
}
