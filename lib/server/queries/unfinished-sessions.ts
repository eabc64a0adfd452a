import 'server-only';
import { linkTableOf } from '@/lib/declare/tables';
import { session } from '@/lib/models/session';
import { allowed } from '../access';
import { getReadPool } from '../db/pool';
import { query, sql } from '../db/sql';
import type { UserViewer } from '../viewer';
import { findPortalSessions, type FoundSession } from './portal-session';
import { sessionsBetween } from './weeks';

/** Older sessions are not asked about again and again. */
const weeksBack = 12;

/**
 * The viewer's own sessions of late (made or run by them) that they may change, as session.toml sees them, the latest first,
 * and which of them name no storage.
 */
export async function ownSessions(
  viewer: UserViewer,
  limit: number,
): Promise<{ sessions: FoundSession[]; withoutStorage: ReadonlySet<string> }> {
  const late = sessionsBetween(
    viewer,
    'created_at',
    sql`now() - make_interval(weeks => ${weeksBack})`,
    sql`'infinity'`,
  );
  const own = sql`t.id IN (SELECT id FROM (${late}) late) AND (t.created_by = ${viewer.id} OR t.experimenter_user_id = ${viewer.id})
    AND ${allowed(viewer, session, 't', 'update')}`;
  const sessions = await findPortalSessions(viewer, own, limit);
  const bare = await query<{ id: string }>(
    sql`SELECT t.id::text FROM session t WHERE t.id = ANY(${sessions.map(({ id }) => id)}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM ${sql.table(linkTableOf(session, 'datastorage'))} l WHERE l.source_id = t.id)`,
    getReadPool(),
  );
  return { sessions, withoutStorage: new Set(bare.map(({ id }) => id)) };
}
