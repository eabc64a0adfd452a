import 'server-only';
import type { Model } from '@/lib/declare/model';
import { accessTableOf, grantTableOf, grantsToGroups, linkTableOf, tableOf } from '@/lib/declare/tables';
import { allowed, levelExpression } from '../access';
import { sql, type Sql } from '../db/sql';
import { titleSql } from '../rules';
import type { Viewer } from '../viewer';
import { readableRows, wireId } from './record';

/** Rows (user_id, level, source): everyone whom the access list of the record reaches, once for each way. */
function grantRows(model: Model, record: Sql): Sql {
  const table = sql.table(grantTableOf(model));
  const direct = sql`SELECT g.user_id, g.level, NULL::json AS source FROM ${table} g WHERE g.record_id = ${record} AND g.user_id IS NOT NULL`;
  if (!grantsToGroups(model)) return direct;
  return sql`${direct} UNION ALL SELECT m.user_id, g.level, json_build_object('id', o.number, 'name', o.name) FROM ${table} g
    JOIN "group" o ON o.id = g.group_id AND o.live JOIN group_grant m ON m.record_id = o.id WHERE g.record_id = ${record}`;
}

/** People with their highest level and where each level comes from; `rows` has user_id, level, source and record. */
const peopleJson = (
  rows: Sql,
): Sql => sql`(SELECT coalesce(json_agg(p ORDER BY p.level DESC, p.name, p.id), '[]'::json) FROM (
    SELECT u.number AS id, u.email::text AS email, ${sql`coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email::text)`} AS name, max(s.level) AS level,
      json_agg(json_build_object('level', s.level, 'group', s.source, 'record', s.record) ORDER BY s.level DESC, s.source->>'name' NULLS FIRST) AS sources
    FROM (${rows}) s JOIN "user" u ON u.id = s.user_id AND u.live GROUP BY u.id) p)`;

/** One row: the access list of a record that the viewer may read, with the viewer's rights on it, as JSON text. */
export function accessListStatement(viewer: Viewer, model: Model, where: Sql): Sql {
  const people = peopleJson(sql`SELECT g.*, NULL::json AS record FROM (${grantRows(model, sql`t.id`)}) g`);
  const groups = grantsToGroups(model)
    ? sql`(SELECT coalesce(json_agg(json_build_object('id', o.number, 'name', o.name, 'level', g.level,
        'members', (SELECT count(*) FROM group_grant m JOIN "user" u ON u.id = m.user_id AND u.live WHERE m.record_id = o.id)) ORDER BY g.level DESC, o.name), '[]'::json)
        FROM ${sql.table(grantTableOf(model))} g JOIN "group" o ON o.id = g.group_id AND o.live WHERE g.record_id = t.id)`
    : sql`'[]'::json`;
  const isPublic = 'is_public' in model.fields ? sql`t.is_public` : sql`false`;
  return sql`SELECT json_build_object('id', ${wireId(model, 't')}, 'title', ${titleSql(model, 't')}, 'is_public', ${isPublic},
      'level', ${levelExpression(viewer, model, 't')}, 'manage', ${allowed(viewer, model, 't', 'manage')}, 'own', ${allowed(viewer, model, 't', 'own')},
      'people', ${people}, 'groups', ${groups})::text AS list
    FROM ${sql.table(tableOf(model))} t WHERE ${where} AND ${readableRows(viewer, model, 't')}`;
}

/** One row: who sees a record through the parents (projects) that the viewer may read, as JSON text. */
export function whoSeesStatement(viewer: Viewer, model: Model, link: { name: string; parent: Model }, where: Sql): Sql {
  const parents = sql`${sql.table(linkTableOf(model, link.name))} l JOIN ${sql.table(tableOf(link.parent))} p ON p.id = l.target_id AND ${readableRows(viewer, link.parent, 'p')}`;
  const rows = sql`SELECT g.*, json_build_object('id', p.id, 'title', ${titleSql(link.parent, 'p')}) AS record
    FROM ${parents} CROSS JOIN LATERAL (${grantRows(link.parent, sql`p.id`)}) g WHERE l.source_id = t.id`;
  return sql`SELECT json_build_object('id', ${wireId(model, 't')}, 'title', ${titleSql(model, 't')},
      'parents', (SELECT coalesce(json_agg(json_build_object('id', p.id, 'title', ${titleSql(link.parent, 'p')}, 'is_public', p.is_public, 'level', ${levelExpression(viewer, link.parent, 'p')}) ORDER BY l.position), '[]'::json)
        FROM ${parents} WHERE l.source_id = t.id),
      'people', ${peopleJson(rows)})::text AS list
    FROM ${sql.table(tableOf(model))} t WHERE ${where} AND ${readableRows(viewer, model, 't')}`;
}

/** The level that a user has now on a record with an access list, as a number; no row is none. */
export const levelNowStatement = (model: Model, recordId: string, userId: string): Sql =>
  grantsToGroups(model)
    ? sql`SELECT a.level FROM ${sql.table(accessTableOf(model))} a WHERE a.record_id = ${recordId} AND a.user_id = ${userId}`
    : sql`SELECT g.level FROM ${sql.table(grantTableOf(model))} g WHERE g.record_id = ${recordId} AND g.user_id = ${userId}`;

/** Removes the direct grant of a user; a row when there was one. */
export const removeGrantStatement = (model: Model, recordId: string, userId: string): Sql =>
  sql`DELETE FROM ${sql.table(grantTableOf(model))} WHERE record_id = ${recordId} AND user_id = ${userId} RETURNING level`;

/** Gives a user a level, never less than they have. */
export const raiseGrantStatement = (model: Model, recordId: string, userId: string, level: number): Sql =>
  sql`INSERT INTO ${sql.table(grantTableOf(model))} AS g (record_id, user_id, level) VALUES (${recordId}, ${userId}, ${level})
    ON CONFLICT (record_id, user_id) DO UPDATE SET level = greatest(g.level, excluded.level)`;

/** Gives a group a level, never less than it has. */
export const raiseGroupGrantStatement = (model: Model, recordId: string, groupId: string, level: number): Sql =>
  sql`INSERT INTO ${sql.table(grantTableOf(model))} AS g (record_id, group_id, level) VALUES (${recordId}, ${groupId}, ${level})
    ON CONFLICT (record_id, group_id) DO UPDATE SET level = greatest(g.level, excluded.level)`;

/** The direct grant of the living user with an e-mail address, as a number. */
export const grantOfEmailStatement = (model: Model, recordId: string, email: string): Sql =>
  sql`SELECT g.level FROM ${sql.table(grantTableOf(model))} g JOIN "user" u ON u.id = g.user_id AND u.live WHERE g.record_id = ${recordId} AND u.email = ${email}`;

/** What the sessions of the CTE `sessions` use that is not public itself, as counts. */
const privateParts = sql`
      'setups', (SELECT count(DISTINCT x.id) FROM setup x JOIN behavior b ON b.setup_id = x.id AND b.live JOIN sessions s ON s.id = b.session_id WHERE x.live AND NOT x.is_public),
      'assays', (SELECT count(DISTINCT x.id) FROM behavioralassay x JOIN behavior b ON b.behavioralassay_id = x.id AND b.live JOIN sessions s ON s.id = b.session_id WHERE x.live AND NOT x.is_public),
      'storages', (SELECT count(DISTINCT x.id) FROM session_datastorage d JOIN sessions s ON s.id = d.source_id JOIN datastorage x ON x.id = d.target_id WHERE x.live AND NOT x.is_public)`;

/** What an owner makes visible by making a project public, and what stays private, as counts. */
export const publicationStatement = (projectId: string): Sql =>
  sql`WITH subjects AS (SELECT l.source_id AS id FROM subject_projects l WHERE l.target_id = ${projectId}::uuid AND l.live),
      sessions AS (SELECT l.source_id AS id FROM session_projects l WHERE l.target_id = ${projectId}::uuid AND l.live)
    SELECT json_build_object(
      'subjects', (SELECT count(*) FROM subjects), 'sessions', (SELECT count(*) FROM sessions),
      'procedures', (SELECT count(*) FROM procedure p JOIN subjects s ON s.id = p.subject_id WHERE p.live),
      'modules', (SELECT count(*) FROM behavior m JOIN sessions s ON s.id = m.session_id WHERE m.live) + (SELECT count(*) FROM dataacquisition m JOIN sessions s ON s.id = m.session_id WHERE m.live)
        + (SELECT count(*) FROM manipulation m JOIN sessions s ON s.id = m.session_id WHERE m.live),
      'epochs', (SELECT count(*) FROM epoch e JOIN sessions s ON s.id = e.session_id WHERE e.live),${privateParts}) AS counts`;

/** What a session that the viewer may read uses and that is not public, as counts: that something is there, not what. */
export const privatePartsStatement = (viewer: Viewer, session: Model, where: Sql): Sql =>
  sql`WITH sessions AS (SELECT t.id FROM session t WHERE ${where} AND ${readableRows(viewer, session, 't')})
    SELECT json_build_object(${privateParts}) AS counts`;

/** One row for every record with an access list that a group is on and that the viewer may read: (model, id, title, level). */
export const sharedWithGroupStatement = (viewer: Viewer, models: readonly Model[], groupNumber: number): Sql =>
  sql`SELECT * FROM (${sql.join(
    models.map(
      (model) => sql`SELECT ${sql.lit(model.name)} AS model, t.id::text AS id, ${titleSql(model, 't')} AS title, g.level
        FROM ${sql.table(grantTableOf(model))} g JOIN "group" o ON o.id = g.group_id AND o.number = ${groupNumber}::int
          JOIN ${sql.table(tableOf(model))} t ON t.id = g.record_id WHERE ${readableRows(viewer, model, 't')}`,
    ),
    sql` UNION ALL `,
  )}) s ORDER BY s.title, s.id`;
