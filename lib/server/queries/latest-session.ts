import 'server-only';
import type { AnyRecord } from '@/lib/declare/model';
import { models } from '@/lib/models';
import { listRecords } from '../operations/list';
import type { UserViewer } from '../viewer';
import type { Filter } from './filter';

/** What a latest session is looked for by; everything readable where nothing is said. */
export type LatestOf = { readonly subject?: string | null; readonly project?: string | null };

/** How far back one looks for what somebody entered without being its experimenter. */
const lookedThrough = 50;
const shown = ['name', 'date_time', 'subjects', 'experimenter_user'];

/**
 * The session to go by "same as last time": the viewer's own latest, as experimenter or by having entered it. Of a subject or a
 * project it is anybody's where they have none there: the next person at the rig goes on from it.
 */
export async function latestSession(viewer: UserViewer, of: LatestOf = {}): Promise<AnyRecord | null> {
  // What is planned for later has not happened yet; what has no onset is nobody's last time.
  const scope: Filter[] = [
    { path: ['date_time'], operator: 'lte', values: [new Date().toISOString()] },
    ...(of.subject ? [{ path: ['subjects', 'subject'], operator: 'exact' as const, values: [of.subject] }] : []),
    ...(of.project ? [{ path: ['projects'], operator: 'exact' as const, values: [of.project] }] : []),
  ];
  const mine: Filter = { path: ['experimenter_user'], operator: 'exact', values: [viewer.id] };
  const [[own], recent] = await Promise.all([
    latest(viewer, [...scope, mine], 1),
    latest(viewer, scope, lookedThrough),
  ]);
  const entered = recent.find(({ created_by: by }) => by === viewer.number);
  const [found] = [own, entered].flatMap((one) => (one ? [one] : [])).toSorted(laterFirst);
  return found ?? (of.subject || of.project ? (recent[0] ?? null) : null);
}

async function latest(viewer: UserViewer, filters: readonly Filter[], limit: number): Promise<AnyRecord[]> {
  const sort = [{ field: 'date_time', descending: true }];
  const exclude = Object.keys(models.session.fields).filter((name) => !shown.includes(name));
  const include = ['subjects'];
  const { records } = await listRecords(
    viewer,
    models.session,
    { filters, sort, limit, offset: 0, exclude, include },
    'none',
  );
  return records;
}

const laterFirst = (one: AnyRecord, other: AnyRecord) =>
  String(other.date_time ?? '').localeCompare(String(one.date_time ?? ''));
