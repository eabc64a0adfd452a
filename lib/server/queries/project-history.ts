import 'server-only';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { levelExpression } from '../access';
import { sql, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { modelsInHistory } from './history-lines';
import { mayBringBack } from './taken';

/**
 * The history of a project: too much hangs on it to look all of that up. What was written in it is noted in order
 * (`audit_project`), is read from its end, and each row is asked whether the viewer may know of it.
 */

/** So many writes are looked at for one page. A narrow filter may find nothing in them; the next page goes on below. */
export const writesSeen = 20_000;
/** So many of the latest are looked at for who wrote. */
export const writesOfPeople = 2000;

/** Whether records of the model have a history of that kind. */
export const isNotedInOrder = (model: Model): boolean => model.name === 'project';

/** Ids of the audit log in the project of the CTE `own`, the newest first. */
export const seenWrites = (before: string | null, limit = writesSeen): Sql =>
  sql`SELECT n.audit_id FROM own o JOIN audit_project n ON n.project_id = o.id${
    before === null ? sql`` : sql` WHERE n.audit_id < ${before}::bigint`
  } ORDER BY n.audit_id DESC LIMIT ${sql.lit(limit)}`;

/**
 * The viewer may know of the row `a` of the audit log: a level on the record comes through the projects in which it is now. Also
 * of what is deleted, or hangs on what is.
 */
export const mayKnowOf = (viewer: Viewer, project: Model): Sql =>
  byModel(project, sql`false`, (model) => sql`${levelExpression(viewer, model, 't')} > 0`);

/** The deletion that the viewer may undo and that took the record of the row `a`; null for what lives. */
export const undoableIn = (viewer: Viewer, project: Model): Sql =>
  sql`CASE WHEN a.action = 'delete' THEN ${byModel(
    project,
    sql`NULL::uuid`,
    (model) => sql`CASE WHEN t.deletion IS NOT NULL AND ${mayBringBack(viewer, model, 't')} THEN t.deletion END`,
  )} END`;

const byModel = (project: Model, otherwise: Sql, of: (model: Model) => Sql): Sql =>
  sql`CASE a.model ${sql.join(
    modelsInHistory(project).map(
      (model) =>
        sql`WHEN ${sql.lit(model.name)} THEN (SELECT ${of(model)} FROM ${sql.table(tableOf(model))} t WHERE t.id = a.record_id)`,
    ),
    sql` `,
  )} ELSE ${otherwise} END`;
