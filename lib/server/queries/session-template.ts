import 'server-only';
import { models } from '@/lib/models';
import { allowed } from '../access';
import { query, queryOne, sql, type Executor } from '../db/sql';
import type { Viewer } from '../viewer';
import { isoInstant, readableRows } from './record';

const { project } = models;

/** A template as a list tells of it. */
export type TemplateRow = {
  id: string;
  name: string;
  project_id: string;
  project: string;
  /** ISO instant. */
  created_at: string;
  /** Whether the viewer may add sessions to its project, and so use, rename and delete it. */
  may_use: boolean;
};
export type WholeTemplate = TemplateRow & { content: unknown; live: boolean | null };

const columns = (viewer: Viewer) =>
  sql`t.id, t.name, t.project_id, p.name AS project, ${isoInstant(sql.ref('t.created_at'))} AS created_at, ${allowed(viewer, project, 'p', 'use')} AS may_use`;

/** The templates of the projects that the viewer reads, of one project where it is given. */
export const findTemplates = (viewer: Viewer, projectId: string | null): Promise<TemplateRow[]> =>
  query<TemplateRow>(
    sql`SELECT ${columns(viewer)} FROM session_template t JOIN project p ON p.id = t.project_id
      WHERE t.live AND ${readableRows(viewer, project, 'p')} ${projectId ? sql`AND p.id = ${projectId}::uuid` : sql``}
      ORDER BY p.name, t.name, t.id`,
  );

/** One with what it holds, deleted or not, locked until the end of the transaction where one is given. */
export const findTemplate = (viewer: Viewer, id: string, tx?: Executor): Promise<WholeTemplate | null> =>
  queryOne<WholeTemplate>(
    sql`SELECT ${columns(viewer)}, t.content, t.live FROM session_template t JOIN project p ON p.id = t.project_id
      WHERE t.id = ${id}::uuid AND ${readableRows(viewer, project, 'p')} ${tx ? sql`FOR UPDATE OF t` : sql``}`,
    tx,
  );

/** Of these projects those to which the viewer may add sessions, locked so that they stay so. */
export const projectsInUse = (viewer: Viewer, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  query<{ id: string; name: string }>(
    sql`SELECT p.id, p.name FROM project p WHERE p.id = ANY(${ids}::uuid[]) AND ${readableRows(viewer, project, 'p')}
      AND ${allowed(viewer, project, 'p', 'use')} ORDER BY p.name, p.id`,
  );

type NewTemplate = { id: string; projectId: string; name: string; content: string; createdBy: string };

/** False where the project has one of that name. */
export async function insertTemplate(tx: Executor, template: NewTemplate): Promise<boolean> {
  const row = await queryOne(
    sql`INSERT INTO session_template (id, project_id, name, content, created_by)
      VALUES (${template.id}::uuid, ${template.projectId}::uuid, ${template.name}, ${template.content}::jsonb, ${template.createdBy}::uuid)
      ON CONFLICT (project_id, name, live) DO NOTHING RETURNING id`,
    tx,
  );
  return row !== null;
}

/** Whether another living template of the project has the name. */
export async function isNameTaken(tx: Executor, projectId: string, name: string, except: string): Promise<boolean> {
  const row = await queryOne(
    sql`SELECT 1 AS found FROM session_template WHERE project_id = ${projectId}::uuid AND name = ${name} AND live AND id <> ${except}::uuid`,
    tx,
  );
  return row !== null;
}

export async function updateTemplate(
  tx: Executor,
  id: string,
  { name, live }: { name: string; live: true | null },
): Promise<void> {
  await query(
    sql`UPDATE session_template SET name = ${name}, live = ${live}::boolean, updated_at = now() WHERE id = ${id}::uuid`,
    tx,
  );
}
