import 'server-only';
import { ownsView, seesView } from '../access';
import { query, queryOne, sql, type Executor } from '../db/sql';
import { getReadPool } from '../db/pool';
import type { UserViewer } from '../viewer';

/** A saved view as its reader gets it. */
export type SavedViewRow = {
  id: string;
  model: string;
  name: string;
  /** What follows the ? of the list's address. */
  query: string;
  is_own: boolean;
  /** The list opens with it for the reader. */
  is_default: boolean;
  owner: string;
  /** The number and the name of the group whose members see it; null for one's own. */
  group_number: number | null;
  group_name: string | null;
};

const columns = (viewer: UserViewer) => sql`v.id::text, v.model, v.name, v.query, ${ownsView(viewer, 'v')} AS is_own,
  EXISTS (SELECT 1 FROM saved_view_default d WHERE d.view_id = v.id AND d.user_id = ${viewer.id}::uuid) AS is_default,
  concat_ws(' ', u.first_name, u.last_name) AS owner, gr.number AS group_number, gr.name AS group_name`;
const source = sql`saved_view v JOIN "user" u ON u.id = v.user_id LEFT JOIN "group" gr ON gr.id = v.group_id AND gr.live`;

/** The views of a model that somebody sees: their own first, each in the order of the names. */
export const findViews = (viewer: UserViewer, model: string): Promise<SavedViewRow[]> =>
  query<SavedViewRow>(
    sql`SELECT ${columns(viewer)} FROM ${source} WHERE v.model = ${model} AND v.deleted_at IS NULL AND ${seesView(viewer, 'v')}
      ORDER BY is_own DESC, lower(v.name), v.id`,
    getReadPool(),
  );

/** A view that somebody sees, locked as it is; null for any other. `isDeleted` looks among those deleted. */
export const findView = (
  tx: Executor,
  viewer: UserViewer,
  id: string,
  isDeleted = false,
): Promise<SavedViewRow | null> =>
  queryOne<SavedViewRow>(
    sql`SELECT ${columns(viewer)} FROM ${source} WHERE v.id = ${id}::uuid AND (v.deleted_at IS NOT NULL) = ${isDeleted} AND ${seesView(viewer, 'v')} FOR UPDATE OF v`,
    tx,
  );

/** The groups that somebody is in, by name. */
export const findOwnGroups = (viewer: UserViewer): Promise<{ number: number; name: string }[]> =>
  query(
    sql`SELECT g.number, g.name FROM "group" g JOIN group_grant m ON m.record_id = g.id WHERE g.live AND m.user_id = ${viewer.id}::uuid ORDER BY lower(g.name)`,
    getReadPool(),
  );

/** The UUID of a group that somebody is in, by its number; null for any other. */
export async function ownGroupId(tx: Executor, viewer: UserViewer, number: number): Promise<string | null> {
  const row = await queryOne<{ id: string }>(
    sql`SELECT g.id::text FROM "group" g JOIN group_grant m ON m.record_id = g.id WHERE g.live AND g.number = ${number} AND m.user_id = ${viewer.id}::uuid`,
    tx,
  );
  return row?.id ?? null;
}

export type SavedViewValues = { readonly name: string; readonly query: string; readonly groupId: string | null };

export async function insertView(
  tx: Executor,
  viewer: UserViewer,
  { id, model, name, query: text, groupId }: SavedViewValues & { readonly id: string; readonly model: string },
): Promise<void> {
  await query(
    sql`INSERT INTO saved_view (id, user_id, group_id, model, name, query)
      VALUES (${id}::uuid, ${viewer.id}::uuid, ${groupId}::uuid, ${model}, ${name}, ${text})`,
    tx,
  );
}

export async function updateView(tx: Executor, id: string, values: SavedViewValues): Promise<void> {
  await query(
    sql`UPDATE saved_view SET name = ${values.name}, query = ${values.query}, group_id = ${values.groupId}::uuid, updated_at = now() WHERE id = ${id}::uuid`,
    tx,
  );
}

/** Deletes a view, or brings it back. */
export async function markView(tx: Executor, id: string, isDeleted: boolean): Promise<void> {
  await query(
    sql`UPDATE saved_view SET deleted_at = CASE WHEN ${isDeleted}::boolean THEN now() END WHERE id = ${id}::uuid`,
    tx,
  );
}

/** How many views of a model somebody has made; theirs are locked against more at the same time. */
export async function countViews(tx: Executor, viewer: UserViewer, model: string): Promise<number> {
  await query(sql`SELECT 1 FROM account WHERE user_id = ${viewer.id}::uuid FOR UPDATE`, tx);
  const row = await queryOne<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM saved_view WHERE user_id = ${viewer.id}::uuid AND model = ${model} AND deleted_at IS NULL`,
    tx,
  );
  return row?.count ?? 0;
}

/** Opens the list of a model with a view for somebody; null with none. */
export async function writeDefaultView(
  tx: Executor,
  viewer: UserViewer,
  model: string,
  id: string | null,
): Promise<void> {
  await query(
    id === null
      ? sql`DELETE FROM saved_view_default WHERE user_id = ${viewer.id}::uuid AND model = ${model}`
      : sql`INSERT INTO saved_view_default (user_id, model, view_id) VALUES (${viewer.id}::uuid, ${model}, ${id}::uuid)
          ON CONFLICT (user_id, model) DO UPDATE SET view_id = excluded.view_id`,
    tx,
  );
}
