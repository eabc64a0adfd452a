import 'server-only';
import type { HistoryAction, HistoryFilter } from '@/lib/declare/history';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { getReadPool } from '../db/pool';
import { query, queryOne, sql, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { historyLines, ownLine } from './history-lines';
import { isNotedInOrder, mayKnowOf, seenWrites, undoableIn, writesOfPeople, writesSeen } from './project-history';
import { isoInstant } from './record';

/** A row of the audit log about a record or a part of it. */
export type HistoryRow = {
  readonly id: string;
  readonly at: string;
  readonly person: number | null;
  readonly via: string;
  readonly token: string | null;
  readonly elevated: boolean;
  readonly model: string;
  readonly record_id: string;
  readonly action: HistoryAction | 'copy' | 'import';
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
  /** The file of the import of a table in whose transaction it was written. */
  readonly file: string | null;
  /** The deletion under which the part lies and that the viewer may undo; null for what lives. */
  readonly deletion: string | null;
};

// What waits for a reviewer or was turned down is between them and its author.
const told = sql`('create', 'copy', 'update', 'delete', 'restore', 'approve', 'import')`;

/** Where the rows of a history come from: the audit log as `a`, each with the deletion that the viewer may undo, in `order`. */
function sourceOf(viewer: Viewer, model: Model, id: string | number, before: string | null, seen = writesSeen) {
  const own = ownLine(viewer, model, id);
  if (isNotedInOrder(model))
    return {
      ctes: sql`own AS (${own}), seen AS (${seenWrites(before, seen)})`,
      from: sql`seen s JOIN audit_log a ON a.id = s.audit_id`,
      deletion: undoableIn(viewer, model),
      conditions: [mayKnowOf(viewer, model)],
      order: sql`s.audit_id`,
    };
  return {
    ctes: sql`own AS (${own}), lines AS (${historyLines(viewer, model)})`,
    from: sql`lines l JOIN audit_log a ON a.model = l.model AND a.record_id = l.id`,
    deletion: sql`l.deletion`,
    conditions: before === null ? [] : [sql`a.id < ${before}::bigint`],
    order: sql`a.id`,
  };
}

/** Rows of the history of a record, the newest first, each with only what the viewer may know of. */
export function historyRows(
  viewer: Viewer,
  model: Model,
  id: string | number,
  { filter, before, limit }: { filter: HistoryFilter; before: string | null; limit: number },
): Promise<HistoryRow[]> {
  const { ctes, from, deletion, conditions, order } = sourceOf(viewer, model, id, before);
  return query<HistoryRow>(
    sql`WITH ${ctes}
      SELECT a.id::text, ${isoInstant(sql`a.at`)} AS at, u.number AS person, a.via, k.name AS token, a.elevated, a.model, a.record_id::text, a.action, a.before, a.after,
        (SELECT i.file_name FROM table_import i WHERE i.user_id = a.user_id AND i.created_at = a.at LIMIT 1) AS file, (${deletion})::text AS deletion
      FROM ${from} LEFT JOIN "user" u ON u.id = a.user_id LEFT JOIN access_token k ON k.id = a.token_id
      WHERE ${sql.join([sql`a.action IN ${told}`, ...filterConditions(filter), ...conditions], sql` AND `)} ORDER BY ${order} DESC LIMIT ${limit}`,
    getReadPool(),
  );
}

/** Where a history goes on below the writes that one page looks at; null where it has been looked at to its beginning. */
export async function historyEnd(
  viewer: Viewer,
  model: Model,
  id: string | number,
  before: string | null,
): Promise<string | null> {
  if (!isNotedInOrder(model)) return null;
  const row = await queryOne<{ id: string }>(
    sql`WITH own AS (${ownLine(viewer, model, id)}), seen AS (${seenWrites(before)})
      SELECT s.audit_id::text AS id FROM seen s ORDER BY s.audit_id DESC OFFSET ${sql.lit(writesSeen - 1)} LIMIT 1`,
    getReadPool(),
  );
  return row?.id ?? null;
}

function filterConditions({ person, model, field }: HistoryFilter): Sql[] {
  const conditions: Sql[] = [];
  if (person !== null) conditions.push(sql`u.number = ${person}`);
  if (model !== null) conditions.push(sql`a.model = ${model}`);
  if (field !== null) conditions.push(sql`a.before->${field}::text IS DISTINCT FROM a.after->${field}::text`);
  return conditions;
}

/** Everyone who has written to a record or its parts, by name; in a project, to the latest of it. */
export function historyPeople(viewer: Viewer, model: Model, id: string | number) {
  const { ctes, from, conditions } = sourceOf(viewer, model, id, null, writesOfPeople);
  return query<{ number: number; name: string }>(
    sql`WITH ${ctes}
      SELECT DISTINCT u.number, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email::text) AS name
      FROM ${from} JOIN "user" u ON u.id = a.user_id WHERE ${sql.join([sql`a.action IN ${told}`, ...conditions], sql` AND `)} ORDER BY name`,
    getReadPool(),
  );
}
