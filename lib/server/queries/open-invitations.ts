import 'server-only';
import type { OpenInvitation } from '@/lib/declare/access-list';
import { levelOf } from '@/lib/declare/levels';
import { group } from '@/lib/models/group';
import { allowed, grantedWithoutElevation } from '../access';
import { query, sql, type Sql } from '../db/sql';
import type { UserViewer } from '../viewer';
import { isoInstant } from './record';

/** Levels as the database has them: 1 member … 4 owner. */
type Row = Omit<OpenInvitation, 'level'> & { readonly level: number };

/**
 * Open invitations and requests into what still exists, the newest first: those that `where` picks over the aliases `i`
 * (invitation), `g` (the group it leads into) and `ig` (the group that is invited).
 */
async function openRows(viewer: UserViewer, where: Sql): Promise<OpenInvitation[]> {
  const rows = await query<Row>(
    sql`SELECT i.id::text, i.kind, i.model, coalesce(g.name, p.name) AS title, CASE WHEN g.id IS NOT NULL THEN '/groups/' || g.number END AS href,
        ig.name AS group, i.level, i.message, i.invited_by = ${viewer.id} AS is_mine,
        coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email::text) AS inviter, u.email::text AS inviter_email,
        ${isoInstant(sql`i.created_at`)} AS created_at, ${isoInstant(sql`i.expires_at`)} AS expires_at
      FROM invitation i JOIN "user" u ON u.id = i.invited_by
        LEFT JOIN "group" g ON i.model = 'group' AND g.id = i.record_id AND g.live
        LEFT JOIN project p ON i.model = 'project' AND p.id = i.record_id AND p.live
        LEFT JOIN "group" ig ON ig.id = i.group_id AND ig.live
      WHERE i.status = 'pending' AND i.expires_at > now() AND coalesce(g.id, p.id) IS NOT NULL AND (${where})
      ORDER BY i.created_at DESC, i.id DESC`,
  );
  return rows.map(({ level, ...row }) => ({ ...row, level: levelOf(level) ?? 'member' }));
}

/** The group is in the viewer's hands. An administrator answers for every group, but is not asked for those of others. */
const isTheirs = (viewer: UserViewer, row: string): Sql =>
  sql`${sql.ref(`${row}.id`)} IS NOT NULL AND ${allowed(viewer, group, row, 'manage')} AND ${grantedWithoutElevation(viewer, group, row)}`;

/** What waits for the viewer's answer, for themselves or for groups that they manage, and what they have asked for. */
export const openInvitationsOf = (viewer: UserViewer): Promise<OpenInvitation[]> =>
  openRows(
    viewer,
    sql`(i.kind = 'invitation' AND (i.invitee_id = ${viewer.id} OR (${isTheirs(viewer, 'ig')})))
      OR (i.kind = 'request' AND (i.invited_by = ${viewer.id} OR (${isTheirs(viewer, 'g')})))`,
  );

/** The open requests to join the group that `which` picks over `g`: all of them for its managers, one's own for others. */
export const openRequestsOf = (viewer: UserViewer, which: Sql): Promise<OpenInvitation[]> =>
  openRows(
    viewer,
    sql`i.kind = 'request' AND ${which} AND (i.invited_by = ${viewer.id} OR ${allowed(viewer, group, 'g', 'manage')})`,
  );
