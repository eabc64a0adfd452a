import 'server-only';
import { levelNumber, type Level } from '@/lib/declare/levels';
import { isReference, isReferences, type Model, type Party } from '@/lib/declare/model';
import { accessTableOf, columnOf, grantTableOf, linkTableOf, tableOf } from '@/lib/declare/tables';
import { AppError } from '@/lib/errors';
import { modelNamed } from '@/lib/models';
import { sql, type Sql } from './db/sql';
import type { UserViewer, Viewer } from './viewer';

/**
 * The only place where a permission is decided (reference: permissions).
 * Rights are where clauses over the row of a table alias, so that lists, counts, includes and searches scope themselves.
 */

/** What one may do to a record. `manage` is adding and removing people up to contributor, `own` all of the access list. */
export type Action = 'read' | 'update' | 'delete' | 'manage' | 'own' | 'use';

const never = sql`false`;
const always = sql`true`;

/** Everything is in reach of trusted code and of administrators outside the public portal. */
const seesAll = (viewer: Viewer) =>
  viewer.portal !== 'public' && (viewer.kind === 'system' || (viewer.kind === 'user' && viewer.isSuperuser));

/** Whether the model can be asked for in the viewer's portal at all. */
export function mayAsk(viewer: Viewer, model: Model): boolean {
  if (viewer.portal === 'super') return seesAll(viewer);
  if (viewer.portal === 'public') return !['directory', 'parties'].includes(model.access.by);
  return viewer.kind === 'user';
}

/** The rows that the viewer may read, as a condition on `row`. Deleted rows are the query's business. */
export function readable(viewer: Viewer, model: Model, row: string): Sql {
  const own = readableByItself(viewer, model, row);
  const others = model.access.by === 'via' ? (model.access.and ?? []) : [];
  if (others.length === 0) return own;
  return sql`(${sql.join([own, ...others.map((field) => targetReadable(viewer, model, field, row))], sql` AND `)})`;
}

function readableByItself(viewer: Viewer, model: Model, row: string): Sql {
  if (viewer.portal === 'public') return publicRows(model, row);
  if (seesAll(viewer)) return always;
  return viewer.kind === 'user' ? atLeast(viewer, model, row, 'member') : never;
}

/** Ids of the records with an access list that the viewer may read: where a search of what hangs on them begins. */
export function readableIds(viewer: Viewer, model: Model): Sql {
  if (seesAll(viewer)) return sql`SELECT id FROM ${sql.table(tableOf(model))}`;
  if (viewer.kind !== 'user' || viewer.portal === 'public') throw new Error('Only for somebody signed in.');
  return sql`SELECT record_id AS id FROM ${sql.table(accessTableOf(model))} WHERE user_id = ${viewer.id}`;
}

/** The record that a field points at is there and may be read. */
function targetReadable(viewer: Viewer, model: Model, name: string, row: string): Sql {
  const { target, column } = pointer(model, name);
  const alias = `${row}_a`;
  return sql`EXISTS (SELECT 1 FROM ${sql.table(tableOf(target))} ${sql.ref(alias)} WHERE ${sql.ref(`${alias}.id`)} = ${sql.ref(`${row}.${column}`)} AND ${sql.ref(`${alias}.live`)} AND ${readable(viewer, target, alias)})`;
}

function pointer(model: Model, name: string): { target: Model; column: string } {
  const field = model.fields[name];
  if (!field || !isReference(field)) throw new Error(`${model.name}.${name} points at nothing.`);
  return { target: modelNamed(field.to), column: columnOf(name, field) };
}

/** The condition under which the viewer may do `action` to `row`. It implies that they may read it. */
export function allowed(viewer: Viewer, model: Model, row: string, action: Action): Sql {
  if (action === 'read') return readable(viewer, model, row);
  if (viewer.portal === 'public') return never;
  if (seesAll(viewer)) return always;
  if (viewer.kind !== 'user') return never;
  switch (model.access.by) {
    case 'grants':
      return atLeast(viewer, model, row, action === 'use' ? 'contributor' : action === 'manage' ? 'manager' : 'owner');
    case 'via':
      return action === 'delete' ? onAll(viewer, model, row) : atLeast(viewer, model, row, 'contributor');
    case 'catalogue':
      // Others propose; until a reviewer decides, the author may still correct or withdraw what they submitted.
      return sql`(${sql.ref(`${row}.created_by`)} = ${viewer.id} AND ${sql.ref(`${row}.approval`)} = 'pending')`;
    case 'directory':
      return directoryAllowed(viewer, model, row, action);
    case 'parties':
      // What they may do is one of the model's actions.
      return never;
  }
}

/**
 * Whether the viewer may bring back a deleted `row`: those who could delete it, were it there. What carries a list has left the
 * look-up of levels by being deleted, so the list itself is asked; what hangs on something that is gone waits for that.
 */
export function restorable(viewer: Viewer, model: Model, row: string): Sql {
  if (model.access.by !== 'grants' || viewer.kind !== 'user' || viewer.portal === 'public' || seesAll(viewer))
    return allowed(viewer, model, row, 'delete');
  return sql`EXISTS (SELECT 1 FROM ${sql.table(grantTableOf(model))} a WHERE a.record_id = ${sql.ref(`${row}.id`)} AND a.level >= ${sql.lit(levelNumber('owner'))} AND (
    a.user_id = ${viewer.id} OR EXISTS (SELECT 1 FROM group_grant m JOIN "group" g ON g.id = m.record_id AND g.live WHERE m.record_id = a.group_id AND m.user_id = ${viewer.id})))`;
}

/** Whether the viewer is that party to a record: the person it names, or in charge of what it points at. */
export function isParty(viewer: Viewer, model: Model, row: string, { field, as }: Party): Sql {
  if (viewer.kind !== 'user' || viewer.portal === 'public') return viewer.kind === 'system' ? always : never;
  if (field === 'created_by') return sql`${sql.ref(`${row}.created_by`)} = ${viewer.id}`;
  const { target, column } = pointer(model, field);
  if (as === 'self') return sql`${sql.ref(`${row}.${column}`)} = ${viewer.id}`;
  const alias = `${row}_m`;
  return sql`EXISTS (SELECT 1 FROM ${sql.table(tableOf(target))} ${sql.ref(alias)} WHERE ${sql.ref(`${alias}.id`)} = ${sql.ref(`${row}.${column}`)} AND ${sql.ref(`${alias}.live`)} AND ${allowed(viewer, target, alias, 'manage')})`;
}

/** Whether the viewer may create records of the model at all; the parents are checked when they are linked. */
export function mayCreate(viewer: Viewer, model: Model): boolean {
  if (viewer.portal === 'public') return false;
  // Accounts come from registration and invitations; a user without one could neither sign in nor be reached.
  if (model.name === 'user') return viewer.kind === 'system';
  if (model.readOnly) return false;
  if (seesAll(viewer)) return true;
  return model.access.by !== 'catalogue' || model.access.proposals;
}

/**
 * What one must be able to do to the records that a field links: those that give access (to add a session to a project,
 * to found the laboratory of a group). Null for a field that needs no more than reading.
 */
export function linkingNeeds(model: Model, field: string): Action | null {
  if (model.name === 'laboratory' && field === 'group') return 'update';
  const linked = model.fields[field];
  // A license is used by whoever links it (CONTRACT section 7); its holders are named by its owners.
  if (linked && isReferences(linked) && linked.to === 'license') return 'use';
  if (model.access.by !== 'via' || model.access.field !== field) return null;
  const declared = model.fields[field];
  const target = declared && (isReference(declared) || isReferences(declared)) ? modelNamed(declared.to) : null;
  return target?.access.by === 'grants' ? 'use' : 'update';
}

/** Whether what the viewer creates or changes in a catalogue waits for a reviewer. */
export function needsApproval(viewer: Viewer, model: Model): boolean {
  return model.access.by === 'catalogue' && model.access.proposals && !seesAll(viewer);
}

/** The saved views that the viewer sees, as a condition on `row`: their own, and those shared with a group that both they and the owner are in. */
export function seesView(viewer: UserViewer, row: string): Sql {
  const inGroup = (user: Sql) =>
    sql`EXISTS (SELECT 1 FROM group_grant m JOIN "group" g ON g.id = m.record_id AND g.live WHERE m.record_id = ${sql.ref(`${row}.group_id`)} AND m.user_id = ${user})`;
  return sql`(${ownsView(viewer, row)} OR (${inGroup(sql`${viewer.id}::uuid`)} AND ${inGroup(sql.ref(`${row}.user_id`))}))`;
}

/** The saved views that the viewer may change: only who has made one. */
export const ownsView = (viewer: UserViewer, row: string): Sql =>
  sql`${sql.ref(`${row}.user_id`)} = ${viewer.id}::uuid`;

/** Whether the viewer decides about proposals and administers the instance. */
export const isReviewer = (viewer: Viewer): boolean => seesAll(viewer);

/** Throws unless the viewer administers the instance. */
export function requireAdministrator(viewer: Viewer): void {
  if (!seesAll(viewer)) throw new AppError('forbidden', { message: 'Only administrators may do this.' });
}

/** A superuser reaching what no grant of theirs reaches; written to the audit log as such. */
export function grantedWithoutElevation(viewer: Viewer, model: Model, row: string): Sql {
  if (viewer.kind !== 'user' || !viewer.isSuperuser) return always;
  if (model.access.by === 'directory') return belongsTo(viewer, model, row);
  const ordinary: UserViewer = { ...viewer, isSuperuser: false, portal: 'private' };
  return readable(ordinary, model, row);
}

/** The viewer themself, or a group they are in at any level, or its laboratory. */
function belongsTo(viewer: UserViewer, model: Model, row: string): Sql {
  if (model.name === 'user') return sql`${sql.ref(`${row}.id`)} = ${viewer.id}`;
  const group = sql.ref(model.name === 'laboratory' ? `${row}.group_id` : `${row}.id`);
  return sql`EXISTS (SELECT 1 FROM group_grant m WHERE m.record_id = ${group} AND m.user_id = ${viewer.id})`;
}

/** The models whose access lists decide, found by following `via` upwards: project, setup … */
export function rootOf(model: Model): Model {
  if (model.access.by !== 'via') return model;
  const field = model.fields[model.access.field];
  return field && (isReference(field) || isReferences(field)) ? rootOf(modelNamed(field.to)) : model;
}

/** The level a viewer holds on `row` as a number, 0 for none; 4 for administrators. */
export function levelExpression(viewer: Viewer, model: Model, row: string): Sql {
  if (viewer.portal === 'public') return sql`0`;
  if (seesAll(viewer)) return sql`4`;
  if (viewer.kind !== 'user') return sql`0`;
  const id = sql.ref(`${row}.id`);
  if (model.access.by === 'grants')
    return sql`coalesce((SELECT a.level FROM ${sql.table(accessTableOf(model))} a WHERE a.user_id = ${viewer.id} AND a.record_id = ${id}), 0)`;
  if (model.access.by === 'via') {
    const parent = parentOf(model);
    const alias = `${row}_p`;
    if (parent.isList)
      return sql`coalesce((SELECT max(a.level) FROM ${sql.table(parent.link)} l JOIN ${sql.table(accessTableOf(parent.model))} a ON a.record_id = l.target_id WHERE l.source_id = ${id} AND a.user_id = ${viewer.id}), 0)`;
    return sql`coalesce((SELECT ${levelExpression(viewer, parent.model, alias)} FROM ${sql.table(tableOf(parent.model))} ${sql.ref(alias)} WHERE ${sql.ref(`${alias}.id`)} = ${sql.ref(`${row}.${parent.column}`)}), 0)`;
  }
  if (model.name === 'group')
    return sql`coalesce((SELECT m.level FROM ${sql.table(grantTableOf(model))} m WHERE m.user_id = ${viewer.id} AND m.record_id = ${id}), 0)`;
  return sql`(CASE WHEN ${allowed(viewer, model, row, 'update')} THEN 2 ELSE 1 END)`;
}

type Parent =
  | { readonly model: Model; readonly isList: true; readonly link: string }
  | { readonly model: Model; readonly isList: false; readonly column: string };

function parentOf(model: Model): Parent {
  const name = model.access.by === 'via' ? model.access.field : '';
  const field = model.fields[name];
  if (field && isReferences(field))
    return { model: modelNamed(field.to), isList: true, link: linkTableOf(model, name) };
  if (field && isReference(field)) return { model: modelNamed(field.to), isList: false, column: columnOf(name, field) };
  throw new Error(`${model.name} has no parent.`);
}

function atLeast(viewer: UserViewer, model: Model, row: string, level: Level): Sql {
  const id = sql.ref(`${row}.id`);
  const needed = sql.lit(levelNumber(level));
  switch (model.access.by) {
    case 'grants':
      return sql`EXISTS (SELECT 1 FROM ${sql.table(accessTableOf(model))} a WHERE a.user_id = ${viewer.id} AND a.record_id = ${id} AND a.level >= ${needed})`;
    case 'via': {
      const parent = parentOf(model);
      if (parent.isList)
        return sql`EXISTS (SELECT 1 FROM ${sql.table(parent.link)} l JOIN ${sql.table(accessTableOf(parent.model))} a ON a.record_id = l.target_id WHERE l.source_id = ${id} AND a.user_id = ${viewer.id} AND a.level >= ${needed})`;
      const alias = `${row}_p`;
      return sql`EXISTS (SELECT 1 FROM ${sql.table(tableOf(parent.model))} ${sql.ref(alias)} WHERE ${sql.ref(`${alias}.id`)} = ${sql.ref(`${row}.${parent.column}`)} AND ${sql.ref(`${alias}.live`)} AND ${atLeast(viewer, parent.model, alias, level)})`;
    }
    case 'catalogue':
      return sql`(${sql.ref(`${row}.approval`)} = 'approved' OR ${sql.ref(`${row}.created_by`)} = ${viewer.id})`;
    case 'directory':
      return always;
    case 'parties':
      return sql`(${sql.join(
        model.access.parties.map((party) => isParty(viewer, model, row, party)),
        sql` OR `,
      )})`;
  }
}

/** Contributor on every project above, so that nobody deletes what others still share. */
function onAll(viewer: UserViewer, model: Model, row: string): Sql {
  const parent = parentOf(model);
  if (!parent.isList) return atLeast(viewer, model, row, 'contributor');
  const target = tableOf(parent.model);
  return sql`(${atLeast(viewer, model, row, 'contributor')} AND NOT EXISTS (
    SELECT 1 FROM ${sql.table(parent.link)} l JOIN ${sql.table(target)} p ON p.id = l.target_id AND p.live
    WHERE l.source_id = ${sql.ref(`${row}.id`)} AND NOT EXISTS (
      SELECT 1 FROM ${sql.table(accessTableOf(parent.model))} a WHERE a.record_id = l.target_id AND a.user_id = ${viewer.id} AND a.level >= 2)))`;
}

function publicRows(model: Model, row: string): Sql {
  switch (model.access.by) {
    case 'grants':
      return sql`${sql.ref(`${row}.is_public`)}`;
    case 'via': {
      const parent = parentOf(model);
      const alias = `${row}_p`;
      const isPublic = sql`${sql.ref(`${alias}.live`)} AND ${publicRows(parent.model, alias)}`;
      const table = sql`${sql.table(tableOf(parent.model))} ${sql.ref(alias)}`;
      if (parent.isList)
        return sql`EXISTS (SELECT 1 FROM ${sql.table(parent.link)} l JOIN ${table} ON ${sql.ref(`${alias}.id`)} = l.target_id WHERE l.source_id = ${sql.ref(`${row}.id`)} AND ${isPublic})`;
      return sql`EXISTS (SELECT 1 FROM ${table} WHERE ${sql.ref(`${alias}.id`)} = ${sql.ref(`${row}.${parent.column}`)} AND ${isPublic})`;
    }
    case 'catalogue':
      return sql`${sql.ref(`${row}.approval`)} = 'approved'`;
    case 'directory':
    case 'parties':
      return never;
  }
}

/** Users edit themselves; a group's owners edit it and its laboratory, its managers its members. */
function directoryAllowed(viewer: UserViewer, model: Model, row: string, action: Action): Sql {
  if (model.name === 'user') return action === 'update' ? sql`${sql.ref(`${row}.id`)} = ${viewer.id}` : never;
  const isLaboratory = model.name === 'laboratory';
  const group = isLaboratory ? sql.ref(`${row}.group_id`) : sql.ref(`${row}.id`);
  const needed = sql.lit(levelNumber(action === 'manage' ? 'manager' : 'owner'));
  return sql`EXISTS (SELECT 1 FROM group_grant m WHERE m.record_id = ${group} AND m.user_id = ${viewer.id} AND m.level >= ${needed})`;
}
