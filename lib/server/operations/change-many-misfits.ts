import 'server-only';
import type { Misfit } from '@/lib/declare/many-changes';
import { isReference, isReferences, type AnyRecord, type Model } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { columnOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { modelNamed, storedModels } from '@/lib/models';
import { query, sql, type Executor, type Sql } from '../db/sql';
import { readableRows, recordJson } from '../queries/record';
import { brokenLinksOfMany, linkRuleFields, titleSql } from '../rules';
import { labelled } from '../rules/candidates';
import { systemViewer, type Viewer } from '../viewer';
import { titlesShown } from './remove';

/** A record that breaks a rule, each time with what is wrong. */
export type Broken = { readonly model: Model; readonly id: string; readonly title: string; readonly problem: Problem };

type Affected = { readonly model: Model; readonly ids: readonly string[] };

/**
 * The records, of those that the viewer may read, that break a rule of what may be linked and have to do with these: parts of
 * them, and others that link them or their parts. Whoever moves records hears what no longer fits.
 */
export async function brokenAround(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  ids: readonly string[],
): Promise<Broken[]> {
  const affected: Affected[] = [{ model, ids }];
  for (const part of storedModels) {
    const found = await idsWhere(tx, part, parentIs(part, model, ids));
    if (found.length > 0) affected.push({ model: part, ids: found });
  }
  const broken: Broken[] = [];
  for (const other of storedModels) {
    if (other.name === model.name) continue;
    const { fields } = linkRuleFields(other);
    if (fields.length === 0) continue;
    const own = affected.find((one) => one.model.name === other.name)?.ids ?? [];
    const linking = fields.flatMap((name) => affected.flatMap((one) => linksAny(other, name, one)));
    const conditions = own.length > 0 ? [sql`t.id = ANY(${own}::uuid[])`, ...linking] : linking;
    if (conditions.length > 0) broken.push(...(await brokenOf(tx, viewer, other, conditions)));
  }
  return broken;
}

/** Which of these records break a rule at another moment of the transaction. */
export async function brokenAmong(tx: Executor, viewer: Viewer, known: readonly Broken[]): Promise<Broken[]> {
  const broken: Broken[] = [];
  for (const model of new Set(known.map((one) => one.model))) {
    const ids = known.filter((one) => one.model === model).map(({ id }) => id);
    broken.push(...(await brokenOf(tx, viewer, model, [sql`t.id = ANY(${ids}::uuid[])`])));
  }
  return broken;
}

function parentIs(part: Model, model: Model, ids: readonly string[]): Sql | null {
  const name = part.access.by === 'via' ? part.access.field : '';
  const field = part.fields[name];
  if (!field || !isReference(field) || field.to !== model.name) return null;
  return sql`${sql.ref(`t.${columnOf(name, field)}`)} = ANY(${ids}::uuid[])`;
}

async function idsWhere(tx: Executor, model: Model, condition: Sql | null): Promise<string[]> {
  if (!condition) return [];
  const rows = await query<{ id: string }>(
    sql`SELECT t.id::text FROM ${sql.table(tableOf(model))} t WHERE t.live AND ${condition}`,
    tx,
  );
  return rows.map(({ id }) => id);
}

function linksAny(other: Model, name: string, { model, ids }: Affected): Sql[] {
  const field = other.fields[name];
  if (!field || !('to' in field) || field.to !== model.name) return [];
  if (isReference(field)) return [sql`${sql.ref(`t.${columnOf(name, field)}`)} = ANY(${ids}::uuid[])`];
  if (!isReferences(field)) return [];
  return [
    sql`t.id IN (SELECT l.source_id FROM ${sql.table(linkTableOf(other, name))} l WHERE l.target_id = ANY(${ids}::uuid[]))`,
  ];
}

/** What a record is called here: a part without a name by the record that it is of, whose reader sees both. */
function calledSql(model: Model): { title: Sql; of: Model } {
  const name = model.access.by === 'via' ? model.access.field : '';
  const field = model.fields[name];
  if (model.title === 'name' || !field || !isReference(field)) return { title: titleSql(model, 't'), of: model };
  const of = modelNamed(field.to);
  return {
    title: sql`(SELECT ${titleSql(of, 'p')} FROM ${sql.table(tableOf(of))} p WHERE p.id = ${sql.ref(`t.${columnOf(name, field)}`)})`,
    of,
  };
}

async function brokenOf(tx: Executor, viewer: Viewer, model: Model, conditions: readonly Sql[]): Promise<Broken[]> {
  // The rules hold for the whole of a record, also for what the viewer does not see of it.
  const { fields, needs } = linkRuleFields(model);
  const exclude = Object.keys(model.fields).filter((name) => ![...fields, ...needs].includes(name));
  const called = calledSql(model);
  const rows = await query<{ id: string; title: string; record: string }>(
    sql`SELECT t.id::text, ${called.title} AS title, ${recordJson(systemViewer('check of links'), model, 't', { exclude })}::text AS record
      FROM ${sql.table(tableOf(model))} t WHERE ${readableRows(viewer, model, 't')} AND (${sql.join(conditions, sql` OR `)}) ORDER BY 2, 1`,
    tx,
  );
  const drafts = rows.map(({ record }) => JSON.parse(record) as AnyRecord); // built from the declaration
  const problems = await brokenLinksOfMany(
    tx,
    viewer,
    model,
    drafts.map((draft) => ({ values: draft, draft })),
  );
  return rows.flatMap(({ id, title }, index) =>
    (problems[index] ?? []).map((problem) => ({ model, id, title: labelled(called.of, title), problem })),
  );
}

const keyOf = ({ model, id, problem }: Broken) => `${model.name} ${id} ${problem.path} ${problem.code}`;

/** What a change has broken, by kind and rule. */
export function misfitsOf(before: readonly Broken[], after: readonly Broken[]): Misfit[] {
  const known = new Set(before.map(keyOf));
  const groups = new Map<string, Broken[]>();
  for (const broken of after) {
    if (known.has(keyOf(broken))) continue;
    const key = `${broken.model.name} ${broken.problem.code}`;
    groups.set(key, [...(groups.get(key) ?? []), broken]);
  }
  return [...groups.values()].flatMap((group): Misfit[] => {
    const [first] = group;
    if (!first) return [];
    const { label, labelPlural } = first.model;
    const titles = [...new Set(group.map(({ title }) => title))];
    return [
      {
        nouns: { one: label.toLowerCase(), many: labelPlural.toLowerCase() },
        count: new Set(group.map(({ id }) => id)).size,
        titles: titles.slice(0, titlesShown),
        message: first.problem.message,
      },
    ];
  });
}
