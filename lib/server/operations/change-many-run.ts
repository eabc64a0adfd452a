import 'server-only';
import { alongFields } from '@/lib/declare/changeable-fields';
import { kindOf } from '@/lib/declare/kinds';
import type { ManyChange, SightChange } from '@/lib/declare/many-changes';
import { isReference, type Model } from '@/lib/declare/model';
import { columnOf, linkTableOf, scopeLink, tableOf } from '@/lib/declare/tables';
import { modelNamed, storedModels } from '@/lib/models';
import { query, sql, type Executor } from '../db/sql';
import { parentsOf, sightChange } from '../queries/sight';
import type { Viewer } from '../viewer';
import { moveOf, partOf } from './change-many-input';
import { changePart, isWritten, type Outcome, type Part } from './change-many-part';

/** What a part has come to, and who sees its records then. */
export type DonePart = {
  readonly part: Part;
  readonly outcomes: readonly Outcome[];
  readonly sight: SightChange | null;
};

/** Makes a change within a transaction: of the records asked for first, then of what goes along with those that were written. */
export async function runChange(
  tx: Executor,
  viewer: Viewer,
  model: Model,
  ids: readonly string[],
  change: ManyChange,
): Promise<DonePart[]> {
  const main = await runPart(tx, viewer, partOf(model, ids, change));
  if (!('steps' in change) || !change.along) return [main];
  const done = [main];
  for (const part of await partsAlong(tx, main)) done.push(await runPart(tx, viewer, part));
  return done;
}

async function runPart(tx: Executor, viewer: Viewer, part: Part): Promise<DonePart> {
  const { model } = part;
  const move = moveOf(model, part);
  if (!move) return { part, outcomes: await changePart(tx, viewer, part), sight: null };
  // Every record that may change, by what it is before: ids on the wire of these models are their UUIDs.
  const before = await parentsOf(tx, viewer, model, move, part.ids);
  const outcomes = await changePart(tx, viewer, part);
  const written = new Set(outcomes.filter(isWritten).map(({ id }) => id));
  const after = await parentsOf(tx, viewer, model, move, [...written]);
  const own = new Map([...before].filter(([id]) => written.has(id)));
  return { part, outcomes, sight: await sightChange(tx, move.to, own, after) };
}

/** What the written records hold together with others goes to their new projects too: there it stays where it was besides. */
async function partsAlong(tx: Executor, { part, outcomes }: DonePart): Promise<Part[]> {
  const move = moveOf(part.model, part);
  if (!move) return [];
  const written = outcomes.filter(isWritten).map(({ id }) => id);
  const found = new Map<string, Set<string>>();
  for (const { part: holder, by, name, to } of alongFields(part.model, storedModels)) {
    const held = found.get(to) ?? new Set<string>();
    for (const id of await heldBy(tx, holder, by, name, written)) held.add(id);
    found.set(to, held);
  }
  return [...found].flatMap(([to, ids]): Part[] => {
    const model = modelNamed(to);
    const scope = scopeLink(model);
    if (!scope || ids.size === 0) return [];
    return [{ model, ids: [...ids], steps: [{ field: scope.name, operation: 'add', value: move.step.value }] }];
  });
}

/** The records that parts of others link by one of their fields. */
async function heldBy(
  tx: Executor,
  holder: Model,
  by: string,
  name: string,
  ids: readonly string[],
): Promise<string[]> {
  const [parent, field] = [holder.fields[by], holder.fields[name]];
  if (!parent || !field || ids.length === 0) return [];
  const isOf = sql`h.live AND ${sql.ref(`h.${columnOf(by, parent)}`)} = ANY(${ids}::uuid[])`;
  const table = sql.table(tableOf(holder));
  const rows = await query<{ id: string | null }>(
    isReference(field)
      ? sql`SELECT DISTINCT ${sql.ref(`h.${columnOf(name, field)}`)}::text AS id FROM ${table} h WHERE ${isOf}`
      : kindOf(field).storage(field).shape === 'link'
        ? sql`SELECT DISTINCT l.target_id::text AS id FROM ${sql.table(linkTableOf(holder, name))} l JOIN ${table} h ON h.id = l.source_id WHERE ${isOf}`
        : sql`SELECT NULL AS id WHERE false`,
    tx,
  );
  return rows.flatMap(({ id }) => id ?? []);
}
