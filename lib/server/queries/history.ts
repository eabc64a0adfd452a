import 'server-only';
import type { HistoryAction, HistoryFilter } from '@/lib/declare/history';
import type { AnyRecord, Model } from '@/lib/declare/model';
import { getReadPool } from '../db/pool';
import { query, sql, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { historyLines, ownLine } from './history-lines';
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

/** Rows of the history of a record, the newest first, each with only what the viewer may know of. */
export function historyRows(
  viewer: Viewer,
  model: Model,
  id: string | number,
  { filter, before, limit }: { filter: HistoryFilter; before: string | null; limit: number },
): Promise<HistoryRow[]> {
  const conditions = [sql`a.action IN ${told}`, ...filterConditions(filter)];
  if (before !== null) conditions.push(sql`a.id < ${before}::bigint`);
  return query<HistoryRow>(
    sql`WITH own AS (${ownLine(viewer, model, id)}), lines AS (${historyLines(viewer, model)})
      SELECT a.id::text, ${isoInstant(sql`a.at`)} AS at, u.number AS person, a.via, k.name AS token, a.elevated, a.model, a.record_id::text, a.action, a.before, a.after,
        (SELECT i.file_name FROM table_import i WHERE i.user_id = a.user_id AND i.created_at = a.at LIMIT 1) AS file, l.deletion::text
      FROM lines l JOIN audit_log a ON a.model = l.model AND a.record_id = l.id LEFT JOIN "user" u ON u.id = a.user_id LEFT JOIN access_token k ON k.id = a.token_id
      WHERE ${sql.join(conditions, sql` AND `)} ORDER BY a.id DESC LIMIT ${limit}`,
    getReadPool(),
  );
}

function filterConditions({ person, model, field }: HistoryFilter): Sql[] {
  const conditions: Sql[] = [];
  if (person !== null) conditions.push(sql`u.number = ${person}`);
  if (model !== null) conditions.push(sql`a.model = ${model}`);
  if (field !== null) conditions.push(sql`a.before->${field}::text IS DISTINCT FROM a.after->${field}::text`);
  return conditions;
}

/** Everyone who has written to a record or its parts, by name. */
export const historyPeople = (viewer: Viewer, model: Model, id: string | number) =>
  query<{ number: number; name: string }>(
    sql`WITH own AS (${ownLine(viewer, model, id)}), lines AS (${historyLines(viewer, model)})
      SELECT DISTINCT u.number, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email::text) AS name
      FROM lines l JOIN audit_log a ON a.model = l.model AND a.record_id = l.id JOIN "user" u ON u.id = a.user_id WHERE a.action IN ${told} ORDER BY name`,
    getReadPool(),
  );
