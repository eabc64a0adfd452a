import 'server-only';
import { isReference, isReferences, type Model } from '@/lib/declare/model';
import { columnOf, grantsToGroups, linkTableOf, scopeLink, tableOf } from '@/lib/declare/tables';
import { storedModels, modelNamed } from '@/lib/models';
import { query, sql, type Executor, type Sql } from '../db/sql';
import { titleSql } from '../rules';
import { labelled } from '../rules/candidates';
import type { Viewer } from '../viewer';
import { liveOwners } from './owners';
import { readableRows } from './record';

/** Records of one model that a deletion takes. */
export type Going = { readonly model: Model; readonly ids: readonly string[] };
/** Records that still point at what would go. `titles` and `visible` cover only what the viewer may read. */
export type Blocker = {
  readonly model: Model;
  readonly titles: string[];
  readonly visible: number;
  readonly hasHidden: boolean;
};

/** The records and everything that hangs on them alone: children by cascade, sessions and subjects of no other project. */
export async function goesWith(tx: Executor, model: Model, ...ids: readonly string[]): Promise<Going[]> {
  const going = new Map<string, Set<string>>([[model.name, new Set(ids)]]);
  const queue: Going[] = [{ model, ids }];
  for (let next = queue.shift(); next; next = queue.shift()) {
    for (const child of storedModels) {
      for (const found of childQueries(child, next)) {
        const rows = await query<{ id: string }>(found, tx);
        const known = going.get(child.name) ?? new Set();
        const fresh = rows.map((row) => row.id).filter((one) => !known.has(one));
        if (fresh.length === 0) continue;
        going.set(child.name, new Set([...known, ...fresh]));
        queue.push({ model: child, ids: fresh });
      }
    }
  }
  // The records themselves come first.
  return [...going].map(([name, found]) => ({ model: modelNamed(name), ids: [...found] }));
}

function childQueries(child: Model, { model, ids }: Going): Sql[] {
  const table = sql.table(tableOf(child));
  const queries: Sql[] = [];
  for (const [name, field] of Object.entries(child.fields)) {
    if (isReference(field) && field.to === model.name && field.onDelete === 'cascade')
      queries.push(
        sql`SELECT c.id::text FROM ${table} c WHERE c.live AND ${sql.ref(`c.${columnOf(name, field)}`)} = ANY(${ids}::uuid[])`,
      );
  }
  const link = scopeLink(child);
  if (link?.to === model.name) {
    const links = sql.table(linkTableOf(child, link.name));
    queries.push(sql`SELECT l.source_id::text AS id FROM ${links} l WHERE l.live AND l.target_id = ANY(${ids}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM ${links} o JOIN ${sql.table(tableOf(model))} p ON p.id = o.target_id AND p.live WHERE o.source_id = l.source_id AND o.target_id <> ALL(${ids}::uuid[]))`);
  }
  return queries;
}

/** Live records outside the deletion that need one inside it. */
export async function blockersOf(tx: Executor, viewer: Viewer, going: readonly Going[]): Promise<Blocker[]> {
  const blockers: Blocker[] = [];
  for (const user of storedModels) {
    const staying = going.find(({ model }) => model.name === user.name)?.ids ?? [];
    const uses = going.flatMap(({ model, ids }) => useConditions(user, model, ids));
    if (uses.length === 0) continue;
    const rows = await query<{ title: string; visible: boolean }>(
      sql`SELECT ${whereSql(user, 't')} AS title, (${readableRows(viewer, user, 't')}) AS visible FROM ${sql.table(tableOf(user))} t
        WHERE t.live AND t.id <> ALL(${staying}::uuid[]) AND (${sql.join(uses, sql` OR `)}) ORDER BY 1 LIMIT 1000`,
      tx,
    );
    const visible = rows.filter((row) => row.visible);
    if (rows.length > 0)
      blockers.push({
        model: user,
        titles: [...new Set(visible.map(({ title }) => labelled(user, title)))],
        visible: visible.length,
        hasHidden: visible.length < rows.length,
      });
  }
  return blockers;
}

/** How to find a record that is in use elsewhere: a part of a session is told by its session. */
function whereSql(user: Model, row: string): Sql {
  const parent = user.access.by === 'via' ? user.fields[user.access.field] : undefined;
  if (!parent || !isReference(parent) || parent.to !== 'session' || user.access.by !== 'via')
    return titleSql(user, row);
  const session = modelNamed('session');
  return sql`(SELECT ${titleSql(session, 's')} FROM ${sql.table(tableOf(session))} s WHERE s.id = ${sql.ref(`${row}.${columnOf(user.access.field, parent)}`)})`;
}

function useConditions(user: Model, target: Model, ids: readonly string[]): Sql[] {
  const fields = Object.entries(user.fields).flatMap(([name, field]) => {
    if (isReference(field) && field.to === target.name && field.onDelete === 'restrict')
      return [sql`${sql.ref(`t.${columnOf(name, field)}`)} = ANY(${ids}::uuid[])`];
    // Losing one of several projects is what sharing allows; losing a subject of a behavior is not.
    if (isReferences(field) && field.to === target.name && field.required && scopeLink(user)?.name !== name)
      return [
        sql`EXISTS (SELECT 1 FROM ${sql.table(linkTableOf(user, name))} l WHERE l.source_id = t.id AND l.target_id = ANY(${ids}::uuid[]))`,
      ];
    return [];
  });
  return target.name === 'group' && grantsToGroups(user) ? [...fields, ownedAlone(user, ids)] : fields;
}

/** What these groups alone own would be left without an owner. */
function ownedAlone(user: Model, groupIds: readonly string[]): Sql {
  const owned = sql`SELECT 1 FROM ${liveOwners(user)} o WHERE o.record_id = t.id`;
  return sql`(EXISTS (${owned} AND o.group_id = ANY(${groupIds}::uuid[])) AND NOT EXISTS (${owned} AND (o.group_id IS NULL OR o.group_id <> ALL(${groupIds}::uuid[]))))`;
}
