import 'server-only';
import { exportSession } from '@/lib/formats/session-toml/from-portal';
import type { Missing } from '@/lib/formats/session-toml/missing';
import { getEnv } from '../env';
import { ownSessions } from '../queries/unfinished-sessions';
import type { UserViewer } from '../viewer';

/** A session of the viewer's that is not whole: without a storage, or without what its session.toml requires. */
export type UnfinishedSession = {
  readonly id: string;
  readonly name: string;
  readonly lacksStorage: boolean;
  readonly missing: readonly Missing[];
};

/** So many of the viewer's latest sessions are looked at. */
const sessionsMax = 40;

/** The viewer's own sessions of late with what each still lacks, the latest first. */
export async function unfinishedSessions(viewer: UserViewer): Promise<UnfinishedSession[]> {
  const { sessions, withoutStorage } = await ownSessions(viewer, sessionsMax);
  return sessions.flatMap(({ id, session }) => {
    const missing = exportSession(session, '1.0', getEnv().LAB_TIME_ZONE).missing ?? [];
    const lacksStorage = withoutStorage.has(id);
    return lacksStorage || missing.length > 0 ? [{ id, name: session.name, lacksStorage, missing }] : [];
  });
}
