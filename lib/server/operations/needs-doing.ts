import 'server-only';
import { exportSession } from '@/lib/formats/session-toml/from-portal';
import type { Missing } from '@/lib/formats/session-toml/missing';
import { getEnv } from '../env';
import { ownSessions } from '../queries/unfinished-sessions';
import type { UserViewer } from '../viewer';
import { unreadyRecords, type UnreadyRecord } from './archive-needs';

/** A session of the viewer's that is not whole: without a storage, or without what its session.toml requires. */
export type UnfinishedSession = {
  readonly id: string;
  readonly name: string;
  readonly lacksStorage: boolean;
  readonly missing: readonly Missing[];
};

export type SessionNeeds = {
  /** The latest first. */
  readonly unfinished: readonly UnfinishedSession[];
  /** Besides: records of theirs that archives would not take, those that most sessions need first. */
  readonly unready: readonly UnreadyRecord[];
};

/** So many of the viewer's latest sessions are looked at, however many there are. */
export const sessionsMax = 40;

/** What the viewer's own sessions of late still lack, for session.toml and for archives. */
export async function needsOfSessions(viewer: UserViewer): Promise<SessionNeeds> {
  const { sessions, withoutStorage } = await ownSessions(viewer, sessionsMax);
  const unfinished = sessions.flatMap(({ id, session }) => {
    const missing = exportSession(session, '1.0', getEnv().LAB_TIME_ZONE).missing ?? [];
    const lacksStorage = withoutStorage.has(id);
    return lacksStorage || missing.length > 0 ? [{ id, name: session.name, lacksStorage, missing }] : [];
  });
  const records = await unreadyRecords(
    viewer,
    sessions.map(({ id }) => id),
  );
  return { unfinished, unready: records.flatMap((record) => besides(record, unfinished)) };
}

/** What of a record is not asked for by session.toml already. */
function besides(record: UnreadyRecord, unfinished: readonly UnfinishedSession[]): UnreadyRecord[] {
  const asked = record.model === 'session' ? unfinished.find(({ id }) => id === record.id)?.missing : undefined;
  const findings = record.findings.filter(({ place }) => !asked?.some(({ field }) => field === place.field));
  return findings.length > 0 ? [{ ...record, findings }] : [];
}
