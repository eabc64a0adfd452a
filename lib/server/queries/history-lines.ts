import 'server-only';
import { isReference, isReferences, type Model } from '@/lib/declare/model';
import { columnOf, tableOf } from '@/lib/declare/tables';
import { storedModels } from '@/lib/models';
import { allowed, readable } from '../access';
import { sql, type Sql } from '../db/sql';
import { idIs } from '../operations/get';
import type { Viewer } from '../viewer';
import { readableRows } from './record';
import { mayBringBack } from './taken';

/** What belongs to records of a model: those whose access comes through a reference to it. */
export function partModelsOf(model: Model): { readonly model: Model; readonly column: string }[] {
  return storedModels.flatMap((part) => {
    const name = part.access.by === 'via' ? part.access.field : '';
    const field = part.fields[name];
    return field && isReference(field) && field.to === model.name
      ? [{ model: part, column: columnOf(name, field) }]
      : [];
  });
}

/** The models in the history of a record: its own, then those of its parts and of what belongs to these. */
export function modelsInHistory(model: Model): Model[] {
  const parts = storedModels.filter((part) => {
    const field = part.access.by === 'via' ? part.fields[part.access.field] : undefined;
    return field && (isReference(field) || isReferences(field)) && field.to === model.name;
  });
  return [model, ...parts.flatMap(modelsInHistory)];
}

/** The record, where the viewer may know its history. What happened to accounts and groups is for those in charge of them. */
export const ownLine = (viewer: Viewer, model: Model, id: string | number): Sql =>
  sql`SELECT t.id, NULL::uuid AS deletion FROM ${sql.table(tableOf(model))} t WHERE ${idIs(model, 't', id)} AND ${readableRows(viewer, model, 't')}${
    model.access.by === 'directory' ? sql` AND ${allowed(viewer, model, 't', 'update')}` : sql``
  }`;

/**
 * Rows (model, id, deletion): the record of the CTE `own` and all its parts that the viewer may read, also the deleted ones, these
 * with the deletion that the viewer may undo.
 */
export function historyLines(viewer: Viewer, model: Model): Sql {
  const rows = [
    sql`SELECT ${sql.lit(model.name)} AS model, o.id, o.deletion FROM own o`,
    ...partLines(viewer, model, sql`SELECT o.id FROM own o`, 0),
  ];
  return sql.join(rows, sql` UNION ALL `);
}

function partLines(viewer: Viewer, model: Model, parents: Sql, depth: number): Sql[] {
  return partModelsOf(model).flatMap(({ model: part, column }) => {
    const row = `h${depth}`;
    const from = sql`FROM ${sql.table(tableOf(part))} ${sql.ref(row)} WHERE ${sql.ref(`${row}.${column}`)} IN (${parents}) AND ${readable(viewer, part, row)}`;
    const id = sql.ref(`${row}.id`);
    const deletion = sql.ref(`${row}.deletion`);
    const undoable = sql`CASE WHEN ${deletion} IS NOT NULL AND ${mayBringBack(viewer, part, row)} THEN ${deletion} END`;
    return [
      sql`SELECT ${sql.lit(part.name)}, ${id}, ${undoable} ${from}`,
      ...partLines(viewer, part, sql`SELECT ${id} ${from}`, depth + 1),
    ];
  });
}
