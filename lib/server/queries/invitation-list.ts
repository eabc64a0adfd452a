import 'server-only';
import type { SentInvitation } from '@/lib/declare/access-list';
import type { Model } from '@/lib/declare/model';
import { tableOf } from '@/lib/declare/tables';
import { allowed } from '../access';
import { query, queryOne, sql, type Executor, type Sql } from '../db/sql';
import type { Viewer } from '../viewer';
import { isoInstant, readableRows } from './record';
import type { ViewerRow } from './viewer';

/** Levels as the database has them: 1 member … 4 owner. */
type Stored<T> = Omit<T, 'level'> & { readonly level: number };

/** What a viewer is made of, for someone who is not here; null when the account is gone or closed. */
export const accountViewerRow = (userId: string, on: Executor): Promise<ViewerRow | null> =>
  queryOne<ViewerRow>(
    sql`SELECT u.id::text, u.number, u.email::text, u.first_name, u.last_name, a.is_superuser FROM "user" u JOIN account a ON a.user_id = u.id AND a.is_active
      WHERE u.id = ${userId} AND u.live`,
    on,
  );

/** The open invitations into the record that `where` picks, for viewers who manage it; none for others. Newest first. */
export const sentInvitationRows = (viewer: Viewer, model: Model, where: Sql): Promise<Stored<SentInvitation>[]> =>
  query(
    sql`SELECT i.id::text, i.email::text, ig.name AS group, i.level, i.message, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email::text) AS inviter,
        ${isoInstant(sql`i.created_at`)} AS created_at, ${isoInstant(sql`i.expires_at`)} AS expires_at, i.invitee_id IS NOT NULL AS is_known
      FROM ${sql.table(tableOf(model))} t JOIN invitation i ON i.model = ${model.name} AND i.record_id = t.id JOIN "user" u ON u.id = i.invited_by LEFT JOIN "group" ig ON ig.id = i.group_id AND ig.live
      WHERE ${where} AND ${readableRows(viewer, model, 't')} AND ${allowed(viewer, model, 't', 'manage')} AND i.kind = 'invitation' AND (i.group_id IS NULL OR ig.id IS NOT NULL) AND i.status = 'pending' AND i.expires_at > now()
      ORDER BY i.created_at DESC, i.id DESC`,
  );
