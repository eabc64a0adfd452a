import 'server-only';
import { checkSession } from '@/lib/formats/archive/check-session';
import type { Finding, Place } from '@/lib/formats/archive/facts';
import { modelNamed } from '@/lib/models';
import { sql } from '../db/sql';
import { getEnv } from '../env';
import { findArchiveSessions } from '../queries/archive';
import { TitleQuestions } from '../queries/titles';
import type { UserViewer } from '../viewer';
import { rightsOn } from './get';

/** A record that keeps sessions from NWB and DANDI, with what is to be put right in it. */
export type UnreadyRecord = {
  readonly model: Place['model'];
  readonly id: string;
  readonly name: string;
  readonly findings: readonly (Finding & { readonly place: Place })[];
  /** So many of the sessions need it. */
  readonly sessions: number;
};

type Placed = UnreadyRecord['findings'][number];

/**
 * The records that keep these sessions from an archive and that the viewer may change, those that most sessions need first.
 * In one statement for all the sessions, and one for the rights on each kind of record: give it few sessions.
 */
export async function unreadyRecords(viewer: UserViewer, sessions: readonly string[]): Promise<UnreadyRecord[]> {
  if (sessions.length === 0) return [];
  const found = await findArchiveSessions(viewer, sql`t.id = ANY(${sessions}::uuid[])`);
  const now = Date.now();
  const zone = getEnv().LAB_TIME_ZONE;
  const records = byRecord(found.map((session) => checkSession(session, now, zone).filter(isNeeded)));
  const changeable = await changeableOf(viewer, records);
  const questions = new TitleQuestions();
  for (const { model, id } of changeable) questions.add(model, id);
  const titles = await questions.answer(viewer);
  return changeable
    .map((record) => ({ ...record, name: titles[record.model]?.[record.id] ?? modelNamed(record.model).label }))
    .toSorted((a, b) => b.sessions - a.sessions);
}

const isNeeded = (finding: Finding): finding is Placed => finding.severity === 'error' && finding.place !== null;

/** What is found in each session, put together by the record in which it is mended: each finding once. */
function byRecord(ofSessions: readonly (readonly Placed[])[]): Omit<UnreadyRecord, 'name'>[] {
  const records = new Map<string, Omit<UnreadyRecord, 'name'>>();
  for (const findings of ofSessions) {
    const ofThis = new Map<string, Placed[]>();
    for (const finding of findings) {
      const key = `${finding.place.model} ${finding.place.id}`;
      ofThis.set(key, [...(ofThis.get(key) ?? []), finding]);
    }
    for (const [key, some] of ofThis) {
      const [{ place } = { place: null }] = some;
      if (!place) continue;
      const before = records.get(key) ?? { model: place.model, id: place.id, findings: [], sessions: 0 };
      const fresh = some.filter(({ place: one }) => !before.findings.some((known) => known.place.field === one.field));
      records.set(key, { ...before, findings: [...before.findings, ...fresh], sessions: before.sessions + 1 });
    }
  }
  return [...records.values()];
}

/** Those that the viewer may change; what others keep is theirs to put right. */
async function changeableOf<R extends Pick<UnreadyRecord, 'model' | 'id'>>(
  viewer: UserViewer,
  records: readonly R[],
): Promise<R[]> {
  const kinds = [...new Set(records.map(({ model }) => model))];
  const rights = await Promise.all(
    kinds.map((kind) => {
      const ids = records.filter(({ model }) => model === kind).map(({ id }) => id);
      return rightsOn(viewer, modelNamed(kind), ids);
    }),
  );
  const byKind = new Map(kinds.map((kind, index) => [kind, rights[index]]));
  return records.filter(({ model, id }) => byKind.get(model)?.get(id)?.update === true);
}
