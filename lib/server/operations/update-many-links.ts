import 'server-only';
import { isReference, isReferences, type Model } from '@/lib/declare/model';
import type { Problem } from '@/lib/declare/problem';
import { linkTableOf, tableOf } from '@/lib/declare/tables';
import { modelNamed } from '@/lib/models';
import { allowed } from '../access';
import { query, sql, type Executor } from '../db/sql';
import { readableRows, recordJson } from '../queries/record';
import { checkLinksOfMany, linkRuleFields } from '../rules';
import { systemViewer, type Viewer } from '../viewer';
import type { Changing } from './update-many';

type Link = { source: string; target: string; isSeen: boolean; mayGo: boolean };

/**
 * Keeps links to what the viewer can't see, and needs a contributor's level on each project that is taken away. The problems of
 * each record stand in its place.
 */
export async function keepHiddenLinks(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly Changing[],
): Promise<Problem[][]> {
  const problems: Problem[][] = rows.map(() => []);
  for (const [name, field] of Object.entries(model.fields)) {
    const given = rows.flatMap(({ locked: { id }, changed }, place) => {
      const next = changed[name];
      return Array.isArray(next) && problems[place]?.length === 0 ? [{ place, id, changed, next }] : [];
    });
    if (!isReferences(field) || given.length === 0) continue;
    const target = modelNamed(field.to);
    const isScope = model.access.by === 'via' && model.access.field === name;
    const links = await query<Link>(
      sql`SELECT l.source_id::text AS source, l.target_id::text AS target, (${readableRows(viewer, target, 'r')}) AS "isSeen", ${isScope ? allowed(viewer, target, 'r', 'use') : sql`true`} AS "mayGo"
        FROM ${sql.table(linkTableOf(model, name))} l JOIN ${sql.table(tableOf(target))} r ON r.id = l.target_id
        WHERE l.source_id = ANY(${given.map(({ id }) => id)}::uuid[]) ORDER BY l.source_id, l.position`,
      tx,
    );
    const bySource = Map.groupBy(links, ({ source }) => source);
    for (const { place, id, changed, next } of given) {
      const gone = (bySource.get(id) ?? []).filter((link) => !next.includes(link.target));
      if (gone.some(({ isSeen, mayGo }) => isSeen && !mayGo))
        problems[place]?.push({
          path: name,
          code: 'forbidden-reference',
          message: `Taking it out of this ${target.label.toLowerCase()} needs the level contributor there.`,
        });
      else changed[name] = [...next, ...gone.filter(({ isSeen }) => !isSeen).map((link) => link.target)];
    }
  }
  return problems;
}

/** What the rules of the model say of records as they will be. The problems of each stand in its place. */
export async function brokenRules(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  rows: readonly Changing[],
): Promise<Problem[][]> {
  const { fields, needs } = linkRuleFields(model);
  const touched = rows.filter(({ changed }) => [...fields, ...needs].some((name) => name in changed));
  const links = await allLinks(tx, model, touched);
  const asked = rows.map((row, place) => ({ ...row, place })).filter(({ changed }) => Object.keys(changed).length > 0);
  const broken = model.rules
    ? await checkLinksOfMany(
        tx,
        viewer,
        model,
        asked.map(({ locked, current, changed }) => ({
          values: changed,
          draft: { ...current, ...links.get(locked.id), ...changed },
        })),
      )
    : [];
  const problems: Problem[][] = rows.map(() => []);
  for (const [index, { place }] of asked.entries()) problems[place]?.push(...(broken[index] ?? []));
  return problems;
}

/** All that records link, by id, also what the writer does not see: the rules hold for the whole of them. */
async function allLinks(
  tx: Executor,
  model: Model,
  rows: readonly Changing[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  if (rows.length === 0) return new Map();
  const everything = systemViewer('check of links');
  const exclude = Object.entries(model.fields).flatMap(([name, field]) =>
    isReference(field) || isReferences(field) ? [] : [name],
  );
  const found = await query<{ id: string; record: Record<string, unknown> }>(
    sql`SELECT t.id::text, ${recordJson(everything, model, 't', { exclude })} AS record FROM ${sql.table(tableOf(model))} t
      WHERE t.id = ANY(${rows.map(({ locked }) => locked.id)}::uuid[]) AND ${readableRows(everything, model, 't')}`,
    tx,
  );
  return new Map(found.map(({ id, record }) => [id, record]));
}
