import 'server-only';
import type { GlanceSubject } from '@/components/models/session/session-glance';
import type { NeighbourLine } from '@/components/models/session/session-neighbours';
import type { AnyRecord } from '@/lib/declare/model';
import { storagePlace, type StoragePlace } from '@/lib/formats/storage-paths';
import { getEnv } from '@/lib/server/env';
import { sessionAround } from '@/lib/server/queries/session-around';
import type { UserViewer } from '@/lib/server/viewer';
import { sexes } from '@/lib/vocabularies/choices';

export type Around = {
  readonly subjects: readonly GlanceSubject[];
  readonly neighbours: readonly NeighbourLine[];
  readonly places: readonly StoragePlace[];
};

/** What a session's page shows from around it: its subjects, the sessions beside it, the ways to its files. */
export async function loadAround(viewer: UserViewer, record: AnyRecord): Promise<Around> {
  const around = await sessionAround(viewer, String(record.id));
  const { subjects, projects, collections, cohorts } = around;
  const session = {
    id: String(record.id),
    name: String(record.name),
    name_used_in_storage: String(record.name_used_in_storage ?? ''),
  };
  const names = { session, projects, subjects, collections, cohorts, year: yearOf(record.date_time) };
  return {
    subjects: subjects.map(({ id, sex, strain }) => ({
      id,
      sex: sexes.find(({ code }) => code === sex)?.label ?? '',
      strain,
    })),
    neighbours: subjects.map(({ id, name, previous, next }) => ({ id, name, previous, next })),
    places: around.storages.map((storage) => storagePlace(storage, names)),
  };
}

/** The year on the laboratory's calendar. */
function yearOf(instant: unknown): string | null {
  if (typeof instant !== 'string') return null;
  return new Intl.DateTimeFormat('en-CA', { timeZone: getEnv().LAB_TIME_ZONE, year: 'numeric' }).format(
    Date.parse(instant),
  );
}
