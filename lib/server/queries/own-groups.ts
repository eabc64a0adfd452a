import 'server-only';
import { query, sql } from '../db/sql';
import type { UserViewer } from '../viewer';

/** The numbers of the groups that somebody is in. */
export async function ownGroups(viewer: UserViewer): Promise<ReadonlySet<number>> {
  const rows = await query<{ number: number }>(
    sql`SELECT g.number FROM group_grant m JOIN "group" g ON g.id = m.record_id AND g.live WHERE m.user_id = ${viewer.id}`,
  );
  return new Set(rows.map(({ number }) => number));
}
